import "server-only";
import type { EvidenceView, EvidenceWatch, KeptCopy } from "#lib/domain/evidence-views.ts";
import { independentOrigins } from "#lib/domain/origins.ts";
import { sameWords } from "#lib/domain/same-words.ts";
import { sketchOf } from "#lib/domain/text-sketch.ts";
import { loadRecompute, type Recompute } from "#lib/formats/calculations/recompute.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { sourceView } from "#lib/server/queries/claim-parts.ts";
import { captureSketches } from "#lib/server/repositories/capture-sketches.ts";
import type { StoredEvidence } from "#lib/server/repositories/evidence.ts";
import { watchesOf } from "#lib/server/repositories/evidence-watches.ts";
import { wordsAround } from "#lib/server/repositories/passage-context.ts";
import { rootOf } from "#lib/server/repositories/passages.ts";

/** A page shows so many pieces of evidence at first, and so many more at a time. */
export const shownAtOnce = 100;

/**
 * Pieces of a claim's evidence as its page shows them, with the words around each passage and what watching
 * found. `since` is when the verdict's latest revision was given; evidence touched later is new to its readers.
 */
export async function claimEvidence(
  db: Tx,
  pieces: readonly StoredEvidence[],
  since: Date | null,
): Promise<EvidenceView[]> {
  const [first] = pieces;
  if (first === undefined) return [];
  const { deskId } = first;
  const calculated = pieces.some((item) => item.calculation !== "");
  const [context, watches, alike, recompute] = await Promise.all([
    wordsAround(db, deskId, pieces.flatMap(placeOf)),
    watchesOf(db, deskId, pieces),
    alikePieces(db, deskId, pieces),
    calculated ? loadRecompute() : () => [],
  ]);
  return pieces.map((item) =>
    evidenceView(item, {
      since,
      recompute,
      context: context.get(item.id) ?? null,
      watch: watches.get(item.id) ?? null,
      sameWordsAs: alike.get(item.id) ?? null,
    }),
  );
}

function placeOf({ id, captureId, passageStart: start, passageEnd: end }: StoredEvidence) {
  return captureId === null || start === null || end === null ? [] : [{ evidenceId: id, captureId, start, end }];
}

/** Pieces that say the same in the same words, in their passages or in their copies, but count as several origins. */
async function alikePieces(db: Tx, deskId: string, pieces: readonly StoredEvidence[]) {
  const captures = await captureSketches(
    db,
    deskId,
    pieces.flatMap((item) => item.captureId ?? []),
  );
  const rooted = pieces.map(({ id, originId, source }) => ({ id, originId, sourceId: rootOf(source) }));
  const groups = new Map(independentOrigins(rooted).flatMap((ids, group) => ids.map((id) => [id, group] as const)));
  const found = sameWords(
    pieces.map(({ id, passage, captureId }) => ({
      id,
      group: groups.get(id) ?? -1,
      sketches: [sketchOf(passage), (captureId === null ? null : captures.get(captureId)) ?? new Uint32Array()],
    })),
  );
  const origins = new Map(pieces.map((item) => [item.id, item.originId]));
  // Two that somebody gave an origin each were looked at: they differ.
  const isOpen = ([id, earlier]: [string, string]) => !origins.get(id) || !origins.get(earlier);
  return new Map([...found].filter(isOpen));
}

type Known = {
  readonly since: Date | null;
  readonly recompute: Recompute;
  readonly context: EvidenceView["context"];
  readonly watch: EvidenceWatch | null;
  readonly sameWordsAs: string | null;
};

function evidenceView(item: StoredEvidence, { since, recompute, ...known }: Known): EvidenceView {
  const { id, stance, kind, passage, locator, note, accessedOn, confidential, publicAs, linkedBy, editedBy } = item;
  return {
    ...{ id, stance, kind, passage, locator, note, accessedOn, confidential, publicAs, linkedBy, editedBy },
    ...known,
    source: sourceView(item.source.mergedInto ?? item.source),
    originLabel: item.origin?.label ?? null,
    calculation: recompute(item.calculation),
    capture: keptCopy(item),
    updatedAt: item.updatedAt.toISOString(),
    rowVersion: item.rowVersion,
    isNew: since !== null && item.updatedAt > since,
  };
}

function keptCopy({ capture, passageStart: start, passageEnd: end }: StoredEvidence): KeptCopy | null {
  if (capture === null) return null;
  const { id, sha256, obtainedAt } = capture;
  const span = start === null || end === null ? null : { start, end };
  return { id, sha256, obtainedAt: obtainedAt.toISOString(), span };
}
