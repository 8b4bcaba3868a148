import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type Place = { readonly evidenceId: string; readonly captureId: string; readonly start: number; readonly end: number };
type Around = { readonly before: string; readonly after: string };

/** UTF-16 code units on each side. */
const shown = 300;
/** Of texts with signs beyond the basic plane at most so many characters are read for one page. */
const mostRead = 5_000_000;

/**
 * The words around passages in the texts of their captures, at most 300 UTF-16 code units on each side, by evidence. The
 * database counts characters and spans count UTF-16 code units: they agree in texts without signs beyond the basic plane,
 * of which only the stretches are read; of the others the text is read as far as needed, and past five million
 * characters no more.
 */
export async function wordsAround(
  tx: Tx,
  deskId: string,
  places: readonly Place[],
): Promise<ReadonlyMap<string, Around>> {
  const byCapture = Map.groupBy(places, (place) => place.captureId);
  const counted = await countedAlike(tx, deskId, [...byCapture.keys()]);
  const alike = places.filter((place) => counted.get(place.captureId) === true);
  const around = new Map(await stretchesOf(tx, deskId, alike));
  let read = 0;
  for (const [captureId, inIt] of byCapture) {
    if (counted.get(captureId) !== false) continue;
    const needed = Math.max(...inIt.map((place) => place.end)) + shown;
    read += needed;
    if (read > mostRead) break;
    const text = await beginningOf(tx, deskId, { captureId, characters: needed });
    for (const place of inIt) around.set(place.evidenceId, aroundIn(text, place));
  }
  return around;
}

/** By capture, whether its characters are UTF-16 code units: no byte of its UTF-8 form begins a longer one. */
export async function countedAlike(
  tx: Tx,
  deskId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; alike: boolean }[]>`
    SELECT c.id, octet_length(c.text) = length(c.text) OR NOT EXISTS (
      SELECT 1 FROM unnest(ARRAY['\\xf0', '\\xf1', '\\xf2', '\\xf3', '\\xf4']::bytea[]) AS lead
      WHERE position(lead IN convert_to(c.text, 'UTF8')) > 0) AS alike
    FROM "Capture" c WHERE c."deskId" = ${deskId}::uuid AND c.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.alike]));
}

async function stretchesOf(tx: Tx, deskId: string, places: readonly Place[]): Promise<[string, Around][]> {
  if (places.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string; before: string; after: string }[]>`
    SELECT p.id, substring(c.text FROM greatest(p.s - ${shown}::int, 0) + 1 FOR least(p.s, ${shown}::int)) AS before,
      substring(c.text FROM p.e + 1 FOR ${shown}::int) AS after
    FROM unnest(${places.map((place) => place.evidenceId)}::uuid[], ${places.map((place) => place.captureId)}::uuid[],
      ${places.map((place) => place.start)}::int[], ${places.map((place) => place.end)}::int[]) AS p(id, capture, s, e)
    JOIN "Capture" c ON c."deskId" = ${deskId}::uuid AND c.id = p.capture`;
  return rows.map(({ id, before, after }) => [id, { before, after }]);
}

/** The first so many characters of a capture's text, as the database counts them. */
export async function beginningOf(
  tx: Tx,
  deskId: string,
  of: { captureId: string; characters: number },
): Promise<string> {
  const [row] = await tx.$queryRaw<{ text: string }[]>`
    SELECT left(text, ${of.characters}::int) AS text FROM "Capture"
    WHERE "deskId" = ${deskId}::uuid AND id = ${of.captureId}::uuid`;
  return row?.text ?? "";
}

/** Never half of a surrogate pair. */
function aroundIn(text: string, { start, end }: Place): Around {
  return {
    before: text.slice(Math.max(0, start - shown), start).replace(/^[\uDC00-\uDFFF]/, ""),
    after: text.slice(end, end + shown).replace(/[\uD800-\uDBFF]$/, ""),
  };
}
