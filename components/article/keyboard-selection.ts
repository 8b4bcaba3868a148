import { choose, selectRange } from "#components/article/chosen-words.ts";
import { ShownText } from "#components/article/dom-text.ts";
import { sentenceFrom, sentenceUntil } from "#lib/domain/sentences.ts";
import { longestClaim, type Span } from "#lib/domain/span.ts";
import { type Stretching, stretchSpan, type Units } from "#lib/domain/stretch.ts";
import { wordFrom, wordUntil } from "#lib/domain/words.ts";

export type Unit = "word" | "sentence";

/** The sentence to begin with: the first at or after an offset, or after `claimId` when it is on screen, else the first on screen. */
export function currentSentence(
  galley: HTMLElement,
  at: { claimId: string | null; offset: number | null },
): Span | null {
  const text = new ShownText(galley);
  const sentences = unitsOf(text, "sentence", galley.lang);
  const after = at.offset ?? (at.claimId === null ? null : endOfClaim(galley, text, at.claimId));
  const offset = after ?? firstOffsetOnScreen(galley, text);
  const sentence = sentences.from(offset);
  if (sentence === null) return sentences.until(Number.MAX_SAFE_INTEGER);
  if (at.offset !== null || sentence.start >= offset) return sentence;
  return sentences.from(sentence.end) ?? sentence;
}

/** The sentence after or before the span; the span itself where there is none. */
export function besideSentence(galley: HTMLElement, span: Span, step: "next" | "previous"): Span {
  const sentences = unitsOf(new ShownText(galley), "sentence", galley.lang);
  if (step === "previous") return sentences.until(span.start) ?? span;
  const next = sentences.from(span.end);
  return (next !== null && next.start < span.end ? sentences.from(next.end) : next) ?? span;
}

/** The span longer or shorter by a word or a sentence; null when it would be longer than a claim can be. */
export function stretched(galley: HTMLElement, span: Span, { how, by }: { how: Stretching; by: Unit }): Span | null {
  const next = stretchSpan(span, how, unitsOf(new ShownText(galley), by, galley.lang));
  return next.end - next.start > longestClaim && how.startsWith("more") ? null : next;
}

/** Chooses a span by keys, selects it, brings it into view, and answers its words. */
export function chooseByKeys(galley: HTMLElement, span: Span): string {
  const text = new ShownText(galley);
  const range = text.rangeOf(span);
  if (range !== null) {
    choose({ kind: "words", span, by: "keys" }, range);
    selectRange(range);
    bringIntoView(range, headOf(galley));
  }
  return text.textOf(span).replace(/\s+/gu, " ");
}

/** Whether the words run from right to left where the span begins. */
export function runsLeftwards(galley: HTMLElement, span: Span): boolean {
  const text = new ShownText(galley);
  const words = text.at(text.indexAt(span.start));
  return words !== undefined && getComputedStyle(words.element).direction === "rtl";
}

function unitsOf(text: ShownText, by: Unit, language: string): Units {
  const from = by === "word" ? wordFrom : (words: string, offset: number) => sentenceFrom(words, offset, language);
  const until = by === "word" ? wordUntil : (words: string, offset: number) => sentenceUntil(words, offset, language);
  return {
    from: (offset) => {
      for (let index = text.indexAt(offset); ; index += 1) {
        const words = text.at(index);
        if (words === undefined) return null;
        const found = from(words.text, Math.max(0, offset - words.start));
        if (found !== null) return { start: found.start + words.start, end: found.end + words.start };
      }
    },
    until: (offset) => {
      for (let index = text.indexAt(offset - 1); index >= 0; index -= 1) {
        const words = text.at(index);
        if (words === undefined) return null;
        const found = until(words.text, Math.min(words.text.length, offset - words.start));
        if (found !== null) return { start: found.start + words.start, end: found.end + words.start };
      }
      return null;
    },
  };
}

function bringIntoView(range: Range, head: number): void {
  const { top, bottom } = range.getBoundingClientRect();
  const foot = footOfView() - 64;
  if (top < head) scrollBy({ top: top - head - 16 });
  else if (bottom > foot) scrollBy({ top: Math.min(top - head - 16, bottom - foot) });
}

/** Where the bars above the text end, in pixels from the top of the view. */
export function headOf(galley: Element): number {
  return Number.parseFloat(getComputedStyle(galley).getPropertyValue("--head")) || 0;
}

/** Where the view ends, or the panel's sheet covers it. */
export function footOfView(): number {
  const sheet = document.querySelector(".panel");
  if (sheet === null || getComputedStyle(sheet).position !== "fixed") return innerHeight;
  return sheet.getBoundingClientRect().top;
}

function endOfClaim(galley: HTMLElement, text: ShownText, claimId: string): number | null {
  const last = [...galley.querySelectorAll(`.claim[data-claim="${CSS.escape(claimId)}"]`)].at(-1);
  if (last === undefined) return null;
  const { top, bottom } = last.getBoundingClientRect();
  if (bottom < headOf(galley) || top > innerHeight) return null;
  const range = document.createRange();
  range.selectNodeContents(last);
  const span = text.spanOf(range);
  return span === null || span === "too-long" ? null : span.end;
}

/** The offset of the first line that is wholly below the bars. Chunks far from it are not laid out for this. */
function firstOffsetOnScreen(galley: HTMLElement, text: ShownText): number {
  const head = headOf(galley);
  const index = text.firstIndex(
    (element) => (element.closest(".chunk") ?? element).getBoundingClientRect().bottom > head,
  );
  for (let at = index; ; at += 1) {
    const words = text.at(at);
    if (words === undefined) return text.at(index)?.start ?? 0;
    const { top, bottom } = words.element.getBoundingClientRect();
    if (bottom <= head) continue;
    if (top >= head) return words.start;
    return offsetAtLine(text, words, head);
  }
}

/** The offset inside a span where the first line below `y` begins, found by halving. */
function offsetAtLine(text: ShownText, span: Span, y: number): number {
  let low = span.start;
  let high = span.end;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = text.rangeOf({ start: middle, end: middle + 1 })?.getBoundingClientRect().top ?? y;
    if (top >= y) high = middle;
    else low = middle + 1;
  }
  return low;
}
