import { typographicFold } from "#lib/domain/fold.ts";

const firstSize = 1 << 10;

/**
 * Numbers words from 0, equal words with the same number. A hash table over character codes, so that a word met before
 * costs neither a string nor a lookup by one.
 */
export class Vocabulary {
  readonly #words: string[] = [];
  readonly #folded = new Map<string, number>();
  #slots = new Int32Array(firstSize).fill(-1);
  #hashes = new Int32Array(firstSize);

  get size(): number {
    return this.#words.length;
  }

  /** The number of `text.slice(start, end)`, whose hash the caller has made with `hashStep`. */
  numberOf(text: string, range: { start: number; end: number; hash: number }): number {
    const { start, end, hash } = range;
    const mask = this.#slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot] ?? -1;
      if (found === -1) return this.#add(text.slice(start, end), hash, slot);
      if (this.#hashes[found] === hash && this.#equals(found, text, range)) return found;
    }
  }

  /** The number of a word under the typographic fold. */
  foldedNumberOf(word: string): number {
    const known = this.#folded.get(word);
    if (known !== undefined) return known;
    const folded = typographicFold(word);
    const number = this.numberOf(folded, { start: 0, end: folded.length, hash: hashOf(folded) });
    this.#folded.set(word, number);
    return number;
  }

  #equals(number: number, text: string, { start, end }: { start: number; end: number }): boolean {
    const word = this.#words[number] ?? "";
    if (word.length !== end - start) return false;
    for (let at = 0; at < word.length; at += 1) {
      if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
    }
    return true;
  }

  #add(word: string, hash: number, slot: number): number {
    const number = this.#words.length;
    this.#words.push(word);
    this.#slots[slot] = number;
    if (number >= this.#hashes.length - 1) this.#hashes = grown(this.#hashes);
    this.#hashes[number] = hash;
    if (number * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const size = this.#slots.length * 4;
    const slots = new Int32Array(size).fill(-1);
    for (let number = 0; number < this.#words.length; number += 1) {
      const hash = this.#hashes[number] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & (size - 1);
      while (slots[slot] !== -1) slot = (slot + 1) & (size - 1);
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

/** Grows an array of numbers to twice its length. */
export function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const next = new Int32Array(numbers.length * 2);
  next.set(numbers);
  return next;
}

/** One step of the FNV-1a hash. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

export const hashStart = 0x811c9dc5 | 0;

function hashOf(text: string): number {
  let hash = hashStart;
  for (let at = 0; at < text.length; at += 1) hash = hashStep(hash, text.charCodeAt(at));
  return hash;
}
