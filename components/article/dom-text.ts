import { longestClaim, type Span } from "#lib/domain/span.ts";
import { snapToWords } from "#lib/domain/words.ts";

/** An element that holds words of the article, with those words and where they stand in the version's text. */
type ShownWords = Span & { readonly element: HTMLElement; readonly text: string };

function* wordNodes(element: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    return node instanceof Element && node.hasAttribute("data-skip")
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node instanceof Text) yield node;
}

/**
 * The article as it stands on the page, for one look at it: the elements with words, in order. Only those that are asked
 * for are read, so that a look costs the same on a long page. What carries `data-skip` is not part of the article.
 */
export class ShownText {
  readonly #elements: readonly HTMLElement[];
  readonly #read = new Map<number, ShownWords>();

  constructor(root: HTMLElement) {
    this.#elements = [...root.querySelectorAll<HTMLElement>("[data-start]")];
  }

  at(index: number): ShownWords | undefined {
    const element = this.#elements[index];
    const kept = this.#read.get(index);
    if (element === undefined || kept !== undefined) return kept;
    const text = [...wordNodes(element)].map((node) => node.data).join("");
    const start = Number(element.dataset.start);
    const words = { element, text, start, end: start + text.length };
    this.#read.set(index, words);
    return words;
  }

  /** The element that holds an offset, or the last before it; 0 when there is none. */
  indexAt(offset: number): number {
    return Math.max(0, this.firstIndex((element) => Number(element.dataset.start) > offset) - 1);
  }

  /** The first element of which `holds` is true, where it is true of all that follow as well; else how many there are. */
  firstIndex(holds: (element: HTMLElement) => boolean): number {
    let low = 0;
    let high = this.#elements.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const element = this.#elements[middle];
      if (element !== undefined && holds(element)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The words of a span, with a line break wherever an element ends. */
  textOf(span: Span): string {
    let text = "";
    for (const words of this.#touching(span)) {
      text = text.padEnd(words.start - span.start, "\n");
      text += words.text.slice(Math.max(0, span.start - words.start), span.end - words.start);
    }
    return text;
  }

  /** The DOM range that shows a span; null when none of its words are on the page. */
  rangeOf(span: Span): Range | null {
    const range = document.createRange();
    let begun = false;
    for (const words of this.#touching(span)) {
      let offset = words.start;
      for (const node of wordNodes(words.element)) {
        const end = offset + node.length;
        if (!begun && end > span.start) {
          range.setStart(node, Math.max(0, span.start - offset));
          begun = true;
        }
        if (begun && offset < span.end) range.setEnd(node, Math.min(node.length, span.end - offset));
        offset = end;
      }
    }
    return begun ? range : null;
  }

  /**
   * The span of the words inside a DOM range, snapped to whole words; null when the range holds none, "too-long" when it
   * holds more than a claim can.
   */
  spanOf(range: Range): Span | "too-long" | null {
    const touched: ShownWords[] = [];
    let start: number | null = null;
    let end = 0;
    const first = this.firstIndex((element) => range.comparePoint(element, element.childNodes.length) >= 0);
    for (let index = first; ; index += 1) {
      const words = this.at(index);
      if (words === undefined || range.comparePoint(words.element, 0) > 0) break;
      let offset = words.start;
      for (const node of wordNodes(words.element)) {
        const from = offsetAtStart(range, node);
        const to = offsetAtEnd(range, node);
        if (from < to) {
          start ??= offset + from;
          end = offset + to;
          if (touched.at(-1) !== words) touched.push(words);
        }
        offset += node.length;
      }
      if (start !== null && end - start > 2 * longestClaim) return "too-long";
    }
    const base = touched[0]?.start;
    if (start === null || base === undefined) return null;
    let text = "";
    for (const words of touched) text = text.padEnd(words.start - base, "\n") + words.text;
    const blocks = touched.map((words) => ({ start: words.start - base, end: words.end - base }));
    const snapped = snapToWords(text, blocks, { start: start - base, end: end - base });
    if (snapped.start >= snapped.end) return null;
    if (snapped.end - snapped.start > longestClaim) return "too-long";
    return { start: snapped.start + base, end: snapped.end + base };
  }

  *#touching(span: Span): Generator<ShownWords> {
    for (let index = this.indexAt(span.start); ; index += 1) {
      const words = this.at(index);
      if (words === undefined || words.start >= span.end) return;
      if (words.end > span.start) yield words;
    }
  }
}

function offsetAtStart(range: Range, node: Text): number {
  if (node === range.startContainer) return range.startOffset;
  return range.comparePoint(node, 0) < 0 ? node.length : 0;
}

function offsetAtEnd(range: Range, node: Text): number {
  if (node === range.endContainer) return range.endOffset;
  return range.comparePoint(node, node.length) > 0 ? 0 : node.length;
}
