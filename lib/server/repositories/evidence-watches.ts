import "server-only";
import type { EvidenceWatch } from "#lib/domain/evidence-views.ts";
import { passageStates, watchStates } from "#lib/domain/watch.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { rootOf } from "#lib/server/repositories/passages.ts";

type Piece = {
  readonly id: string;
  readonly source: { readonly id: string; readonly mergedIntoId: string | null };
  readonly captureId: string | null;
};

/** More addresses of the sources on one page than these are not told of. */
const mostWatches = 500;

/**
 * What watching found at the sources of evidence, by evidence: at the address where its passage was looked for, else
 * at that of its copy, else at one of its source.
 */
export async function watchesOf(
  tx: Tx,
  deskId: string,
  pieces: readonly Piece[],
): Promise<ReadonlyMap<string, EvidenceWatch>> {
  const roots = [...new Set(pieces.map((piece) => rootOf(piece.source)))];
  const [states, watches] = [
    await tx.passageState.findMany({ where: { deskId, evidenceId: { in: pieces.map((piece) => piece.id) } } }),
    await tx.watch.findMany({
      where: { deskId, stoppedAt: null, source: { OR: [{ id: { in: roots } }, { mergedIntoId: { in: roots } }] } },
      orderBy: { stateSince: "desc" },
      take: mostWatches,
      include: { source: { select: { id: true, mergedIntoId: true } } },
    }),
  ];
  const stateOf = new Map(states.map((state) => [state.evidenceId, state]));
  const found = pieces.map((piece): [string, EvidenceWatch] | null => {
    const passage = stateOf.get(piece.id);
    const own = watches.filter((watch) => rootOf(watch.source) === rootOf(piece.source));
    const watch =
      own.find(({ id }) => id === passage?.watchId) ?? own.find((one) => one.captureId === piece.captureId) ?? own[0];
    const state = watchStates.find((known) => known === watch?.state);
    if (watch === undefined || state === undefined) return null;
    return [
      piece.id,
      {
        state,
        passage: passageStates.find((known) => known === passage?.state) ?? null,
        now: passage?.now ?? "",
        checkedAt: watch.checkedAt?.toISOString() ?? null,
      },
    ];
  });
  return new Map(found.filter((entry) => entry !== null));
}
