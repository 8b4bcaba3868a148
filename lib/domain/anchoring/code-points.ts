const step = 1024;

/**
 * Translates offsets of one text between UTF-16 code units, as JavaScript and the DOM count, and Unicode code points, as
 * the Web Annotation Data Model counts. A lone surrogate is a code point of its own. Made once in the length of the text;
 * a translation then looks at no more than 1,024 units.
 */
export class CodePoints {
  readonly #text: string;
  /** How many code points begin before the unit `index * step`. */
  readonly #before: Int32Array;
  /** The length of the text in code points. */
  readonly length: number;

  constructor(text: string) {
    this.#text = text;
    this.#before = new Int32Array(Math.floor(text.length / step) + 1);
    let count = 0;
    for (let at = 0; at < text.length; at += 1) {
      if (at % step === 0) this.#before[at / step] = count;
      if (beginsPoint(text, at)) count += 1;
    }
    if (text.length % step === 0) this.#before[text.length / step] = count;
    this.length = count;
  }

  /** The code points before a UTF-16 offset; inside a surrogate pair, those before the pair. Null outside the text. */
  codePointOf(offset: number): number | null {
    const text = this.#text;
    if (!Number.isSafeInteger(offset) || offset < 0 || offset > text.length) return null;
    if (this.length === text.length) return offset;
    const end = offset < text.length && !beginsPoint(text, offset) ? offset - 1 : offset;
    const index = Math.floor(end / step);
    let count = this.#before[index] ?? 0;
    for (let at = index * step; at < end; at += 1) if (beginsPoint(text, at)) count += 1;
    return count;
  }

  /** The UTF-16 offset before which so many code points stand. Null outside the text. */
  utf16Of(codePoint: number): number | null {
    const text = this.#text;
    if (!Number.isSafeInteger(codePoint) || codePoint < 0 || codePoint > this.length) return null;
    if (this.length === text.length) return codePoint;
    let low = 0;
    let high = this.#before.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#before[middle] ?? 0) <= codePoint) low = middle;
      else high = middle - 1;
    }
    let count = this.#before[low] ?? 0;
    for (let at = low * step; at < text.length; at += 1) {
      if (!beginsPoint(text, at)) continue;
      if (count === codePoint) return at;
      count += 1;
    }
    return text.length;
  }
}

function beginsPoint(text: string, at: number): boolean {
  if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00 || at === 0) return true;
  return (text.charCodeAt(at - 1) & 0xfc00) !== 0xd800;
}
