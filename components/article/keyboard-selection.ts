import { joinShown, rangeOfSpan, type ShownWords, shownWords, spanOfRange } from "#components/article/dom-text.ts";
import { type Stretching, sentencesIn, stretchSpan, wordsIn } from "#components/article/sentences.ts";
import type { Span } from "#lib/domain/span.ts";

type Selected = {
  readonly galley: HTMLElement;
  readonly shown: readonly ShownWords[];
  readonly sentences: readonly Span[];
  readonly span: Span;
};

/** Selects the current sentence: the first one after `claimId` when that claim is on screen, else the first on screen. */
export function selectSentence(galley: HTMLElement, claimId: string | null): Selected | null {
  const shown = shownWords(galley);
  const sentences = sentencesIn(shown, galley.lang);
  const head = headOf(galley);
  const after = claimId === null ? null : endOfClaim(galley, claimId);
  const first =
    sentences.find((sentence) => after !== null && sentence.start >= after) ??
    sentences.find((sentence) => (rangeOfSpan(shown, sentence)?.getBoundingClientRect().top ?? -1) >= head);
  const span = first ?? sentences.at(-1);
  return span === undefined ? null : show({ galley, shown, sentences, span });
}

/** The sentence before or after the selected words. */
export function moveBySentence(selected: Selected, step: "next" | "previous"): Selected {
  const { sentences, span } = selected;
  const target =
    step === "next"
      ? sentences.find((sentence) => sentence.start > span.start)
      : sentences.findLast((sentence) => sentence.start < span.start);
  return show({ ...selected, span: target ?? span });
}

/** The selection longer or shorter by a word. */
export function stretchSelection(selected: Selected, how: Stretching): Selected {
  const words = wordsIn(selected.shown, selected.galley.lang);
  return show({ ...selected, span: stretchSpan(selected.span, how, words) });
}

export type { Selected };

export function wordsOf({ shown, span }: Selected): string {
  return joinShown(shown).slice(span.start, span.end).replace(/\s+/gu, " ");
}

/** Whether the words run from right to left where the selection begins. */
export function runsLeftwards({ shown, span }: Selected): boolean {
  const words = shown.find(({ end }) => end > span.start);
  return words !== undefined && getComputedStyle(words.element).direction === "rtl";
}

function show(selected: Selected): Selected {
  const range = rangeOfSpan(selected.shown, selected.span);
  const selection = document.getSelection();
  if (range === null || selection === null) return selected;
  selection.removeAllRanges();
  selection.addRange(range);
  bringIntoView(range, headOf(selected.galley));
  return selected;
}

function bringIntoView(range: Range, head: number): void {
  const { top, bottom } = range.getBoundingClientRect();
  const sheet = document.querySelector(".panel");
  const covered =
    sheet !== null && getComputedStyle(sheet).position === "fixed" ? sheet.getBoundingClientRect().top : innerHeight;
  if (top < head) scrollBy({ top: top - head - 16 });
  else if (bottom > covered - 64) scrollBy({ top: Math.min(top - head - 16, bottom - covered + 64) });
}

function headOf(galley: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(galley).getPropertyValue("--head")) || 0;
}

function endOfClaim(galley: HTMLElement, claimId: string): number | null {
  const last = [...galley.querySelectorAll(".claim")].findLast(
    (mark) => mark instanceof HTMLElement && mark.dataset.claim === claimId,
  );
  if (last === undefined) return null;
  const { top, bottom } = last.getBoundingClientRect();
  if (bottom < headOf(galley) || top > innerHeight) return null;
  const range = document.createRange();
  range.selectNodeContents(last);
  return spanOfRange(galley, range)?.end ?? null;
}
