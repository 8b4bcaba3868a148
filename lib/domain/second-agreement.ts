import { type Agreement, agreementOf } from "#lib/domain/agreement.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import { nominalTable, ordinalTable } from "#lib/domain/rating-table.ts";
import type { Adjudication } from "#lib/domain/second.ts";

/** One verdict of a pair. `value` is null off the scale; `position` is its step, the same in revisions of one scale. */
export type Judged = { readonly label: string; readonly position: number; readonly value: number | null };

/** A second verdict beside the one that it was asked on. `isSentence`: given without ratings, so that only people compare. */
export type JudgedPair = {
  readonly revisionId: string;
  /** ISO 8601, when the second one was given. */
  readonly at: string;
  readonly first: Judged;
  readonly second: Judged;
  readonly isSentence: boolean;
  readonly agrees: boolean;
};

export type Disagreement = {
  readonly id: string;
  readonly claimId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly number: number;
  readonly statement: string;
  readonly at: string;
  readonly first: { readonly by: MemberView; readonly label: string };
  readonly second: { readonly by: MemberView; readonly label: string };
  readonly outcome: Adjudication | null;
};

/** `month` as `YYYY-MM`; `alpha` is Krippendorff's, nominal, null where it is undefined. */
type Month = {
  readonly month: string;
  readonly pairs: number;
  readonly agreeing: number;
  readonly alpha: number | null;
};

/** How far first and second verdicts of a desk agree. `share` is null where there is no pair. */
export type SecondAgreement = {
  readonly pairs: number;
  readonly agreeing: number;
  readonly share: number | null;
  readonly metrics: readonly Agreement[];
  readonly months: readonly Month[];
};

/**
 * Cohen's kappa looks at each pair; the others at each first verdict with all the second ones on it. Fleiss' kappa is left
 * out where no verdict has several. Ratings off the scale have no order and are missing from the ordinal measure.
 */
export function secondAgreement(pairs: readonly JudgedPair[]): SecondAgreement {
  const { raters, items, rated } = itemsOf(pairs);
  const values = items.map((item) => item.map(({ value }) => value));
  const two = rated.map(({ first, second }) => [String(first.position), String(second.position)]);
  const nominal = stepTable(raters, items);
  const agreeing = pairs.filter((pair) => pair.agrees).length;
  return {
    pairs: pairs.length,
    agreeing,
    share: pairs.length === 0 ? null : agreeing / pairs.length,
    metrics: [
      agreementOf("cohen", nominalTable(2, two)),
      ...(raters > 2 ? [agreementOf("fleiss", nominal)] : []),
      agreementOf("krippendorff-nominal", nominal),
      agreementOf("krippendorff-ordinal", ordinalTable(raters, values)),
    ],
    months: monthsOf(pairs),
  };
}

/** Each first verdict with all the second ones on it; verdicts without a rating are left out. */
function itemsOf(pairs: readonly JudgedPair[]) {
  const rated = pairs.filter((pair) => !pair.isSentence);
  const groups = [...Map.groupBy(rated, (pair) => pair.revisionId).values()];
  const items = groups.map((group) => [
    ...group.slice(0, 1).map((pair) => pair.first),
    ...group.map((pair) => pair.second),
  ]);
  return { rated, items, raters: Math.max(2, ...items.map((item) => item.length)) };
}

function stepTable(raters: number, items: readonly (readonly Judged[])[]) {
  return nominalTable(
    raters,
    items.map((item) => item.map(({ position }) => String(position))),
  );
}

function alphaOf(pairs: readonly JudgedPair[]): number | null {
  const { raters, items } = itemsOf(pairs);
  return agreementOf("krippendorff-nominal", stepTable(raters, items)).value;
}

function monthsOf(pairs: readonly JudgedPair[]): Month[] {
  return [...Map.groupBy(pairs, (pair) => pair.at.slice(0, 7))]
    .map(([month, given]) => ({
      month,
      pairs: given.length,
      agreeing: given.filter((pair) => pair.agrees).length,
      alpha: alphaOf(given),
    }))
    .sort((one, other) => (one.month < other.month ? -1 : 1));
}

export type AgreementPage = SecondAgreement & {
  /** Days, both of them included. */
  readonly from: string;
  readonly to: string;
  /** There are more pairs in the range than are counted: the latest ones are. */
  readonly isCut: boolean;
  readonly open: readonly Disagreement[];
  readonly settled: readonly Disagreement[];
};
