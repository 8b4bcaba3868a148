import { lanesOf, outermostFirst } from "#lib/domain/fragments.ts";
import { type Sheet, shownSpan } from "#lib/domain/sheet.ts";
import type { Span } from "#lib/domain/span.ts";
import { indexSpans } from "#lib/domain/span-index.ts";
import type { ClaimMarkView } from "#lib/domain/views.ts";

/** A claim as its words are drawn: `whole` is the part of it that is on the page, from the first letter to the last. */
export type DrawnClaim = Span & {
  readonly id: string;
  readonly claim: ClaimMarkView;
  readonly lane: number;
  readonly whole: Span;
};

/** What is drawn on a unit of the text: the claims that touch it, and notes for those that begin in it. */
export type UnitClaims = {
  readonly marks: readonly DrawnClaim[];
  readonly notes: readonly ClaimMarkView[];
  /** The open claim, where it is one of these. */
  readonly open: string | null;
};

/** The claims in the order of the text, as they are drawn. Those of which nothing is on the page are left out. */
function drawClaims(sheet: Sheet, claims: readonly ClaimMarkView[]): DrawnClaim[] {
  const lanes = lanesOf(claims);
  return [...claims].sort(outermostFirst).flatMap((claim) => {
    const whole = shownSpan(sheet, claim);
    const { id, start, end } = claim;
    return whole === null ? [] : [{ id, start, end, claim, lane: lanes.get(id) ?? 0, whole }];
  });
}

/**
 * What is drawn on each unit of the sheet. A unit on which nothing differs from `before` keeps its very value; in the
 * others no claim is open.
 */
export function drawUnits(
  sheet: Sheet,
  claims: readonly ClaimMarkView[],
  before: readonly UnitClaims[] = [],
): UnitClaims[] {
  const drawn = indexSpans(drawClaims(sheet, claims));
  return sheet.units.map((unit, index) => {
    const marks = drawn.touching(unit);
    const notes = marks.filter(({ whole }) => whole.start >= unit.start).map(({ claim }) => claim);
    const old = before[index];
    if (old !== undefined && isSame(old.marks, marks)) return old;
    return marks.length === 0 ? noClaims : { marks, notes, open: null };
  });
}

export const noClaims: UnitClaims = { marks: [], notes: [], open: null };

function isSame(old: readonly DrawnClaim[], marks: readonly DrawnClaim[]): boolean {
  return (
    old.length === marks.length &&
    marks.every(({ claim, lane }, index) => claim === old[index]?.claim && lane === old[index]?.lane)
  );
}

/** The claims as they are now, each the very value it was before where nothing about it differs. */
export function keepSame(before: readonly ClaimMarkView[], claims: readonly ClaimMarkView[]): ClaimMarkView[] {
  const known = new Map(before.map((claim) => [claim.id, claim]));
  return claims.map((claim) => {
    const old = known.get(claim.id);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(claim) ? old : claim;
  });
}
