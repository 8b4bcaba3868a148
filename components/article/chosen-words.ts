import type { Span } from "#lib/domain/span.ts";

/** The words of the article that are chosen, by keys of ours or by hand: mouse, finger, pen or the browser's own keys. */
export type Chosen =
  | { readonly kind: "words"; readonly span: Span; readonly by: "keys" | "hand" }
  | { readonly kind: "too-long" };

const paint = "chosen";
const listeners = new Set<() => void>();
let chosen: Chosen | null = null;
let shown: Range | null = null;

export function readChosen(): Chosen | null {
  return chosen;
}

/** The span that is chosen; null when nothing is, or more than a claim can hold. */
export function chosenSpan(): Span | null {
  return chosen?.kind === "words" ? chosen.span : null;
}

export function subscribeChosen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Chooses words in place of those before. They stay painted where the browser gives its own selection up: on phones when
 * a button is tapped, or when the text under it is drawn again. A browser without highlights shows its selection only.
 */
export function choose(next: Chosen | null, range: Range | null): void {
  paintWords(range);
  if (isSame(chosen, next)) return;
  chosen = next;
  for (const listener of listeners) listener();
}

export function paintWords(range: Range | null): void {
  if (!("highlights" in CSS)) return;
  if (range === null) CSS.highlights.delete(paint);
  else CSS.highlights.set(paint, new Highlight(range));
}

/** Makes a range the browser's own selection, for screen readers, copying, and browsers without highlights. */
export function selectRange(range: Range): void {
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  shown = range.cloneRange();
}

/** Whether the browser's selection is the very one that `selectRange` made. */
export function isSelectedByUs(range: Range): boolean {
  return (
    shown !== null &&
    range.startContainer === shown.startContainer &&
    range.startOffset === shown.startOffset &&
    range.endContainer === shown.endContainer &&
    range.endOffset === shown.endOffset
  );
}

/** Nothing is chosen any more, and nothing selected. */
export function giveUpChosen(): void {
  document.getSelection()?.removeAllRanges();
  shown = null;
  choose(null, null);
}

function isSame(a: Chosen | null, b: Chosen | null): boolean {
  if (a?.kind === "words" && b?.kind === "words")
    return a.by === b.by && a.span.start === b.span.start && a.span.end === b.span.end;
  return a?.kind === b?.kind;
}
