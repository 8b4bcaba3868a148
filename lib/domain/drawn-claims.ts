import { lanesOf, outermostFirst } from "#lib/domain/fragments.ts";
import { type Sheet, shownSpan, type Unit } from "#lib/domain/sheet.ts";
import type { Span } from "#lib/domain/span.ts";
import { indexSpans, type SpanIndex } from "#lib/domain/span-index.ts";
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

/** All that is drawn on a sheet: the claims in the order of the text, and what of them is on each of its units. */
export type Drawing = { readonly claims: readonly DrawnClaim[]; readonly units: readonly UnitClaims[] };

/**
 * Draws claims on a sheet; those of which nothing is on the page are left out. A unit on which nothing differs from
 * `before` keeps its very value; in the others no claim is open.
 */
export function drawClaims(sheet: Sheet, claims: readonly ClaimMarkView[], before?: Drawing): Drawing {
  const lanes = lanesOf(claims);
  const drawn = [...claims].sort(outermostFirst).flatMap((claim) => drawnOf(sheet, claim, lanes.get(claim.id) ?? 0));
  const index = indexSpans(drawn);
  return { claims: drawn, units: sheet.units.map((unit, at) => drawUnit(unit, { index, before: before?.units[at] })) };
}

/**
 * A drawing with one claim more, or with one in place of what was known of it. Only the claims that hang together with it
 * by overlapping are looked at, for no others can get another lane.
 */
export function drawOneMore(sheet: Sheet, before: Drawing, claim: ClaimMarkView): Drawing {
  const old = before.claims.find(({ id }) => id === claim.id);
  const others = before.claims.filter(({ id }) => id !== claim.id);
  const all = indexSpans([...others, ...drawnOf(sheet, claim, 0)]);
  const reach = reachOf(all, {
    start: Math.min(claim.start, old?.start ?? claim.start),
    end: Math.max(claim.end, old?.end ?? claim.end),
  });
  const lanes = lanesOf(all.touching(reach));
  const claims = all.inOrder.map((drawn) => {
    const lane = lanes.get(drawn.id) ?? drawn.lane;
    return lane === drawn.lane ? drawn : { ...drawn, lane };
  });
  const index = indexSpans(claims);
  const units = before.units.map((unit, at) => {
    const place = sheet.units[at];
    if (place === undefined || place.start >= reach.end || place.end <= reach.start) return unit;
    return drawUnit(place, { index, before: unit });
  });
  return { claims, units };
}

function drawnOf(sheet: Sheet, claim: ClaimMarkView, lane: number): DrawnClaim[] {
  const whole = shownSpan(sheet, claim);
  const { id, start, end } = claim;
  return whole === null ? [] : [{ id, start, end, claim, lane, whole }];
}

type OnUnit = { readonly index: SpanIndex<DrawnClaim>; readonly before: UnitClaims | undefined };

function drawUnit(unit: Unit, { index, before }: OnUnit): UnitClaims {
  const marks = index.touching(unit);
  if (before !== undefined && isSame(before.marks, marks)) return before;
  if (marks.length === 0) return noClaims;
  return { marks, notes: marks.filter(({ whole }) => whole.start >= unit.start).map(({ claim }) => claim), open: null };
}

/** The range of all spans that hang together with one by overlapping. */
function reachOf(index: SpanIndex<DrawnClaim>, span: Span): Span {
  let reach = span;
  for (;;) {
    let { start, end } = reach;
    for (const touched of index.touching(reach)) {
      start = Math.min(start, touched.start);
      end = Math.max(end, touched.end);
    }
    if (start === reach.start && end === reach.end) return reach;
    reach = { start, end };
  }
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
    return old !== undefined && isSameClaim(old, claim) ? old : claim;
  });
}

function isSameClaim(a: ClaimMarkView, b: ClaimMarkView): boolean {
  return (
    a.number === b.number &&
    a.start === b.start &&
    a.end === b.end &&
    a.state === b.state &&
    a.summary === b.summary &&
    a.asks === b.asks &&
    a.needsPlacing === b.needsPlacing &&
    a.rating?.label === b.rating?.label &&
    a.rating?.token === b.rating?.token
  );
}
