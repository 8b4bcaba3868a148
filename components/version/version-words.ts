import type { ComparisonCounts } from "#lib/domain/comparison.ts";
import type { PlacementCounts } from "#lib/domain/version-views.ts";

type Part = { readonly count: number; readonly one: string; readonly many: string };

/** "3 paragraphs changed, 1 added, 2 moved, 41 unchanged." */
export function blocksSentence({ changed, added, removed, moved, same }: ComparisonCounts): string {
  const parts = [
    { count: changed, one: "changed", many: "changed" },
    { count: added, one: "added", many: "added" },
    { count: removed, one: "removed", many: "removed" },
    { count: moved, one: "moved", many: "moved" },
    { count: same, one: "unchanged", many: "unchanged" },
  ];
  return sentenceOf(parts, { one: "paragraph", many: "paragraphs" });
}

/** What freezing would make of the claims: "12 claims keep their words, 2 move with their passage, 3 need placing: 2 changed, 1 gone." */
export function becomeSentence(claims: PlacementCounts): string {
  const { exact, moved } = claims;
  const toPlace = toPlaceOf(claims);
  const why = whyToPlace(claims);
  const parts = [
    { count: exact, one: "keeps its words", many: "keep their words" },
    { count: moved, one: "moves with its passage", many: "move with their passage" },
    { count: toPlace, one: `needs placing: ${why}`, many: `need placing: ${why}` },
  ];
  return sentenceOf(parts, { one: "claim", many: "claims" });
}

/** "2 verdicts go stale, because their words or their paragraph changed."; empty where none does. */
export function lapseSentence(lapsing: number): string {
  if (lapsing === 0) return "";
  return lapsing === 1
    ? "1 verdict goes stale, because its words or its paragraph changed."
    : `${counted.format(lapsing)} verdicts go stale, because their words or their paragraph changed.`;
}

/** Why claims need placing: in words where they all have one reason, else counted, so that it adds up. */
function whyToPlace({ changed, ambiguous, lost }: PlacementCounts): string {
  const reasons = [
    { count: changed, short: "changed", long: "changed" },
    { count: ambiguous, short: "in several places", long: "fit several places" },
    { count: lost, short: "gone", long: "are gone" },
  ].filter(({ count }) => count > 0);
  const [only] = reasons;
  if (only !== undefined && reasons.length === 1) return `${only.count === 1 ? "its" : "their"} words ${only.long}`;
  return reasons.map(({ count, short }) => `${counted.format(count)} ${short}`).join(", ");
}

/** What became of the claims, whoever has placed them since: "12 claims keep their words, 1 stands on other words." */
export function becameSentence({ exact, moved, changed, ambiguous, lost }: PlacementCounts): string {
  const parts = [
    { count: exact, one: "keeps its words", many: "keep their words" },
    { count: moved, one: "moved with its passage", many: "moved with their passage" },
    { count: changed, one: "stands on other words", many: "stand on other words" },
    { count: ambiguous, one: "fits several places", many: "fit several places" },
    { count: lost, one: "is gone", many: "are gone" },
  ];
  return sentenceOf(parts, { one: "claim", many: "claims" });
}

/** How many claims somebody has to place once this version is frozen. */
export function toPlaceOf({ changed, ambiguous, lost }: PlacementCounts): number {
  return changed + ambiguous + lost;
}

/** The first part that there is names what is counted; no parts, no sentence. */
function sentenceOf(parts: readonly Part[], noun: { readonly one: string; readonly many: string }): string {
  const said = parts
    .filter(({ count }) => count > 0)
    .map(({ count, one, many }, index) => {
      const things = index > 0 ? "" : ` ${count === 1 ? noun.one : noun.many}`;
      return `${counted.format(count)}${things} ${count === 1 ? one : many}`;
    });
  return said.length === 0 ? "" : `${said.join(", ")}.`;
}

const counted = new Intl.NumberFormat("en-GB");

/** "1,184 words". */
export function wordsOf(words: number): string {
  return words === 1 ? "1 word" : `${counted.format(words)} words`;
}

/** "12 paragraphs". */
export function paragraphsOf(blocks: number): string {
  return blocks === 1 ? "1 paragraph" : `${counted.format(blocks)} paragraphs`;
}
