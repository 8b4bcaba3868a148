import { typographicFold } from "#lib/domain/fold.ts";

type Piece = {
  readonly id: string;
  readonly sourceId: string;
  readonly source: { readonly mergedIntoId: string | null };
  readonly passage: string;
  readonly locator: string;
  readonly originId: string | null;
};

/** Pieces that go back to one origin: by id, those that are there already and those that are copied. */
type Group = { readonly originId: string; readonly there: readonly string[]; readonly copied: readonly string[] };
export type CopyPlan<P> = { readonly copies: readonly P[]; readonly groups: readonly Group[] };

/**
 * Which of another claim's pieces a claim does not have yet, and which of them share an origin, with each other or with
 * what is there. A piece is there when the same source is cited with the same words under the fold; without words, with
 * the same place in the source.
 */
export function planCopies<P extends Piece>(there: readonly Piece[], pieces: readonly P[]): CopyPlan<P> {
  const known = new Map(there.map((piece) => [keyOf(piece), piece.id]));
  const copies = pieces.filter((piece) => !known.has(keyOf(piece)));
  const isCopied = new Set(copies.map((piece) => piece.id));
  const groups = [...Map.groupBy(pieces, (piece) => piece.originId)].flatMap(([originId, members]): Group[] => {
    const copied = members.filter((piece) => isCopied.has(piece.id)).map((piece) => piece.id);
    const had = members.flatMap((piece) => known.get(keyOf(piece)) ?? []);
    return originId === null || copied.length === 0 || members.length < 2 ? [] : [{ originId, there: had, copied }];
  });
  return { copies, groups };
}

/** The evidence of a claim as it will be after the copies are made, for the gates: same ids, origins joined. */
export function afterCopies<P extends Piece>(there: readonly P[], { copies, groups }: CopyPlan<P>): P[] {
  const joined = new Map<string, string>();
  for (const group of groups) {
    const had = there.find((piece) => piece.originId !== null && group.there.includes(piece.id))?.originId;
    for (const id of group.copied) joined.set(id, had ?? group.originId);
    if (had === undefined) for (const id of group.there) joined.set(id, group.originId);
  }
  return [...there, ...copies].map((piece) => ({ ...piece, originId: joined.get(piece.id) ?? piece.originId }));
}

function keyOf({ sourceId, source, passage, locator }: Piece): string {
  const words = typographicFold(passage);
  return `${source.mergedIntoId ?? sourceId} ${words === "" ? `at ${typographicFold(locator)}` : `“${words}`}`;
}
