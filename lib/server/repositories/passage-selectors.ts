import "server-only";
import type { PassageSelector } from "#lib/domain/report.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { beginningOf, countedAlike } from "#lib/server/repositories/passage-context.ts";

/** Code points on each side. */
const around = 32;

type Piece = {
  readonly id: string;
  readonly confidential: boolean;
  readonly captureId: string | null;
  readonly passageStart: number | null;
  readonly passageEnd: number | null;
};
type Place = { readonly evidenceId: string; readonly captureId: string; readonly start: number; readonly end: number };

/**
 * Where passages stand in the texts of their captures, in code points, by evidence; what was not selected in a copy and
 * what is confidential is not in it. Spans are kept in UTF-16 code units, which the database does not count: in a text
 * with signs beyond the basic plane they are counted here, in its beginning.
 */
export async function passageSelectors(
  tx: Tx,
  deskId: string,
  evidence: readonly Piece[],
): Promise<ReadonlyMap<string, PassageSelector>> {
  const byCapture = Map.groupBy(evidence.flatMap(placeOf), (place) => place.captureId);
  if (byCapture.size === 0) return new Map();
  const counted = await countedAlike(tx, deskId, [...byCapture.keys()]);
  const places = [...byCapture.values()].flat();
  const found = new Map(
    await alikeSelectors(
      tx,
      deskId,
      places.filter((place) => counted.get(place.captureId) === true),
    ),
  );
  for (const [captureId, inIt] of byCapture) {
    if (counted.get(captureId) !== false) continue;
    const characters = Math.max(...inIt.map((place) => place.end)) + around;
    const text = await beginningOf(tx, deskId, { captureId, characters });
    for (const [id, selector] of selectorsIn(text, inIt)) found.set(id, selector);
  }
  return found;
}

function placeOf({ id, confidential, captureId, passageStart: start, passageEnd: end }: Piece): Place[] {
  if (confidential || captureId === null || start === null || end === null) return [];
  return [{ evidenceId: id, captureId, start, end }];
}

/** In texts whose characters are UTF-16 code units, so that only the words around are read. */
async function alikeSelectors(tx: Tx, deskId: string, places: readonly Place[]): Promise<[string, PassageSelector][]> {
  if (places.length === 0) return [];
  const rows = await tx.$queryRaw<(PassageSelector & { id: string })[]>`
    SELECT p.id, p.s AS start, p.e AS "end",
      substring(c.text FROM greatest(p.s - ${around}::int, 0) + 1 FOR least(p.s, ${around}::int)) AS prefix,
      substring(c.text FROM p.e + 1 FOR ${around}::int) AS suffix
    FROM unnest(${places.map((place) => place.evidenceId)}::uuid[], ${places.map((place) => place.captureId)}::uuid[],
      ${places.map((place) => place.start)}::int[], ${places.map((place) => place.end)}::int[]) AS p(id, capture, s, e)
    JOIN "Capture" c ON c."deskId" = ${deskId}::uuid AND c.id = p.capture`;
  return rows.map(({ id, ...selector }) => [id, selector]);
}

/** `text` reaches at least `around` code points past every place, or to its own end; it is walked once. */
function selectorsIn(text: string, places: readonly Place[]): [string, PassageSelector][] {
  const ends = [...new Set(places.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b);
  const points = new Map<number, number>();
  let [units, count] = [0, 0];
  for (const end of ends) {
    const stretch = text.slice(units, end);
    count += stretch.length - (stretch.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
    units = end;
    points.set(end, count);
  }
  return places.map(({ evidenceId, start, end }) => [
    evidenceId,
    {
      start: points.get(start) ?? 0,
      end: points.get(end) ?? 0,
      // Twice as many units hold at least as many code points, and one more may be half of one.
      prefix: [...text.slice(Math.max(0, start - 2 * around - 1), start)].slice(-around).join(""),
      suffix: [...text.slice(end, end + 2 * around)].slice(0, around).join(""),
    },
  ]);
}
