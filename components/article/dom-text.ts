import { type Span, snapToWords } from "#lib/domain/span.ts";

/** An element that holds words of the article, with those words and where they stand in the version's text. */
export type ShownWords = Span & { readonly element: HTMLElement; readonly text: string };

function* wordNodes(element: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    return node instanceof Element && node.hasAttribute("data-skip")
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node instanceof Text) yield node;
}

/** Every element with words under `root`, in order. What carries `data-skip` is not part of the article. */
export function shownWords(root: HTMLElement): ShownWords[] {
  return [...root.querySelectorAll<HTMLElement>("[data-start]")].map((element) => {
    const text = [...wordNodes(element)].map((node) => node.data).join("");
    const start = Number(element.dataset.start);
    return { element, text, start, end: start + text.length };
  });
}

/** The version's text as far as it is shown; what parts two elements is white space. Offsets are the version's own. */
export function joinShown(shown: readonly ShownWords[]): string {
  let text = "";
  for (const words of shown) text = text.padEnd(words.start, "\n") + words.text;
  return text;
}

/** The span of the words inside a DOM range, snapped to whole words; null when the range holds none. */
export function spanOfRange(root: HTMLElement, range: Range): Span | null {
  let start: number | null = null;
  let end = 0;
  const shown = shownWords(root);
  for (const words of shown) {
    if (!range.intersectsNode(words.element)) continue;
    let offset = words.start;
    for (const node of wordNodes(words.element)) {
      const from = offsetAtStart(range, node);
      const to = offsetAtEnd(range, node);
      if (from < to) {
        start ??= offset + from;
        end = offset + to;
      }
      offset += node.length;
    }
  }
  if (start === null) return null;
  const snapped = snapToWords(joinShown(shown), shown, { start, end });
  return snapped.start < snapped.end ? snapped : null;
}

function offsetAtStart(range: Range, node: Text): number {
  if (node === range.startContainer) return range.startOffset;
  return range.comparePoint(node, 0) < 0 ? node.length : 0;
}

function offsetAtEnd(range: Range, node: Text): number {
  if (node === range.endContainer) return range.endOffset;
  return range.comparePoint(node, node.length) > 0 ? 0 : node.length;
}

/** The DOM range that shows a span; null when none of its words are on the page. */
export function rangeOfSpan(shown: readonly ShownWords[], span: Span): Range | null {
  const range = document.createRange();
  let begun = false;
  for (const words of shown) {
    if (words.end <= span.start || words.start >= span.end) continue;
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
