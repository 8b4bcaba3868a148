import type { ClaimToPrint } from "#lib/domain/edition-preview.ts";

type Shown = {
  readonly claims: readonly ClaimToPrint[];
  /** The plan's order as it is here, saved or not. */
  readonly order: readonly string[];
  /** How they stood on the screen before. */
  readonly last: readonly string[];
};

/**
 * The claims as the list shows them: those that are printed in the order of printing, and each that is not where it
 * stood before, so that a row does not run away from whoever unticks it; at the end when it was not on the screen.
 */
export function shownOrder({ claims, order, last }: Shown): readonly ClaimToPrint[] {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: ClaimToPrint) => places.get(id) ?? order.length;
  const hasPlace = (claim: ClaimToPrint) => claim.isPrinted || places.has(claim.id);
  const placed = claims.filter(hasPlace).toSorted((a, b) => placeOf(a) - placeOf(b));
  const loose = new Map(claims.filter((claim) => !hasPlace(claim)).map((claim) => [claim.id, claim]));
  if (loose.size === 0) return placed;
  const after = new Map<string, ClaimToPrint[]>();
  let before = "";
  for (const id of last) {
    const claim = loose.get(id);
    if (claim === undefined) {
      before = id;
      continue;
    }
    after.set(before, [...(after.get(before) ?? []), claim]);
    loose.delete(id);
  }
  const known = new Set(["", ...placed.map((claim) => claim.id)]);
  const lost = [...after].filter(([id]) => !known.has(id)).flatMap(([, followers]) => followers);
  return [
    ...(after.get("") ?? []),
    ...placed.flatMap((claim) => [claim, ...(after.get(claim.id) ?? [])]),
    ...lost,
    ...loose.values(),
  ];
}

type Move = {
  /** Every claim before the end of the list on the screen, in its order. */
  readonly ids: readonly string[];
  readonly order: readonly string[];
  /** Places from 0. */
  readonly from: number;
  readonly to: number;
};

/** The plan's order after a move. Only as much of it is laid down as has to be; what follows stays as the text has it. */
export function movedOrder({ ids, order, from, to }: Move): readonly string[] {
  const moved = ids.toSpliced(from, 1).toSpliced(to, 0, ...ids.slice(from, from + 1));
  const laid = moved.slice(0, Math.max(from, to) + 1);
  const isLaid = new Set(laid);
  return [...laid, ...order.filter((id) => !isLaid.has(id))];
}
