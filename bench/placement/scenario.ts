import { plainSetting, type SetText, setText } from "./document.ts";
import { type DrawnQuote, drawQuotes } from "./draw-quotes.ts";
import { editDraft, noisySetting, touchDraft } from "./edit-draft.ts";
import { makeDraft } from "./make-draft.ts";
import { seeded } from "./random.ts";
import type { TextKind } from "./text-kind.ts";

/** `rate` of edits, or the noise of a re-import. */
export type Edit = { readonly name: string; readonly rate: number | "noise" };

export const edits: readonly Edit[] = [
  { name: "1 %", rate: 0.01 },
  { name: "5 %", rate: 0.05 },
  { name: "15 %", rate: 0.15 },
  { name: "noise", rate: "noise" },
];

/** An old text, the new one with its truth, and quotes of the old one. */
export type Scenario = {
  readonly edit: Edit;
  readonly seed: number;
  readonly older: string;
  readonly newer: SetText;
  readonly quotes: readonly DrawnQuote[];
};

export type Wanted = {
  readonly kind: TextKind;
  readonly seed: number;
  readonly words: number;
  readonly quotes: number;
};

/** The same text and the same quotes, edited in each of the ways. */
export function makeScenarios(wanted: Wanted, ways: readonly Edit[] = edits): Scenario[] {
  const { kind, seed } = wanted;
  const draft = makeDraft(kind, wanted.words, seeded(seed));
  const plain = plainSetting(kind.glue);
  const set = setText(draft, plain);
  const quotes = drawQuotes({ draft, set, random: seeded(seed + 1) }, wanted.quotes);
  return ways.map((edit, number): Scenario => {
    const random = seeded(seed * 31 + number);
    const newer =
      edit.rate === "noise"
        ? setText(touchDraft(draft, { kind, random }), noisySetting(kind.glue, random))
        : setText(editDraft(draft, { kind, random, rate: edit.rate }), plain);
    return { edit, seed, older: set.text, newer, quotes };
  });
}
