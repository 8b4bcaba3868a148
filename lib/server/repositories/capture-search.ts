import "server-only";
import { type SearchPart, snippetOf } from "#lib/domain/full-text.ts";
import type { Tx } from "#lib/server/db/client.ts";

type Key = { readonly deskId: string; readonly id: string };

/** Makes the words of a capture findable. */
export async function insertSearchParts(tx: Tx, { deskId, id }: Key, parts: readonly SearchPart[]): Promise<void> {
  if (parts.length === 0) return;
  const starts = parts.map(({ start }) => start);
  const ends = parts.map(({ end }) => end);
  const vectors = parts.map(({ vector }) => vector);
  await tx.$executeRaw`
    INSERT INTO "CaptureText" ("deskId", "captureId", start, "end", search)
    SELECT ${deskId}::uuid, ${id}::uuid, part.start, part.stop, part.vector::tsvector
    FROM unnest(${starts}::int[], ${ends}::int[], ${vectors}::text[]) AS part(start, stop, vector)`;
}

type Asked = { readonly query: string; readonly words: string; readonly skip: number; readonly take: number };

/**
 * The captures that hold the words in one of their parts, the newest first, with a snippet of the first such part.
 * `query` is a tsquery as it is written.
 */
export async function findInCaptures(tx: Tx, deskId: string, { query, words, skip, take }: Asked) {
  // A text's characters count as one here and as two there beyond U+FFFF: a snippet may miss its words then.
  const rows = await tx.$queryRaw<{ id: string; start: number; slice: string }[]>`
    SELECT found.id, found.start, substring(c.text FROM found.start + 1 FOR found.stop - found.start) AS slice
    FROM (
      SELECT t."captureId" AS id, min(t.start) AS start, (array_agg(t."end" ORDER BY t.start))[1] AS stop
      FROM "CaptureText" t
      WHERE t."deskId" = ${deskId}::uuid AND t.search @@ ${query}::tsquery
      GROUP BY t."captureId"
    ) found
    JOIN "Capture" c ON c."deskId" = ${deskId}::uuid AND c.id = found.id
    ORDER BY c."obtainedAt" DESC, c.id DESC OFFSET ${skip} LIMIT ${take}`;
  return rows.map(({ id, start, slice }) => {
    const snippet = snippetOf(slice, words);
    return { id, snippet: { ...snippet, start: start + snippet.start } };
  });
}
