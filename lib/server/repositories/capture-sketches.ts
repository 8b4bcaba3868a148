import "server-only";
import { sketchedCharacters, sketchOf, type TextSketch } from "#lib/domain/text-sketch.ts";
import type { Tx } from "#lib/server/db/client.ts";

/** A capture never changes, so its sketch is kept: half a kilobyte each. */
const kept = new Map<string, TextSketch>();
const mostKept = 5000;
/** So many are read for one page; the rest have theirs when it is looked at again. */
const readAtOnce = 10;

/** Sketches of the texts of captures, by capture; of those not sketched before at most ten at once. */
export async function captureSketches(
  tx: Tx,
  deskId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TextSketch>> {
  const keyOf = (id: string) => `${deskId} ${id}`;
  const missing = [...new Set(ids)].filter((id) => !kept.has(keyOf(id))).slice(0, readAtOnce);
  const rows =
    missing.length === 0
      ? []
      : await tx.$queryRaw<{ id: string; text: string }[]>`
          SELECT id, left(text, ${sketchedCharacters}::int) AS text FROM "Capture"
          WHERE "deskId" = ${deskId}::uuid AND id = ANY(${missing}::uuid[])`;
  if (kept.size > mostKept) kept.clear();
  for (const { id, text } of rows) kept.set(keyOf(id), sketchOf(text));
  return new Map(
    ids.flatMap((id): [string, TextSketch][] => {
      const sketch = kept.get(keyOf(id));
      return sketch === undefined ? [] : [[id, sketch]];
    }),
  );
}
