import "server-only";
import type { PassageState, WatchState } from "#lib/domain/watch.ts";
import { passageStates, watchStates } from "#lib/domain/watch.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { wordsAround } from "#lib/server/repositories/passage-context.ts";

export type StoredWatch = {
  readonly deskId: string;
  readonly id: string;
  readonly sourceId: string;
  readonly captureId: string;
  readonly address: string;
  readonly host: string;
  readonly state: WatchState;
  readonly stateSince: Date;
  readonly movedTo: string;
  readonly problem: string;
  readonly failures: number;
  readonly checkedAt: Date | null;
  readonly nextAt: Date;
  readonly stoppedAt: Date | null;
  readonly rowVersion: number;
};

type Key = { readonly deskId: string; readonly id: string };

export async function watchById(tx: Tx, key: Key): Promise<StoredWatch | null> {
  const row = await tx.watch.findUnique({ where: { deskId_id: key } });
  return row === null ? null : watchOf(row);
}

/** As `watchById`, and nobody else changes it until the transaction ends. */
export async function lockWatch(tx: Tx, key: Key): Promise<StoredWatch | null> {
  await tx.$queryRaw`SELECT 1 FROM "Watch" WHERE "deskId" = ${key.deskId}::uuid AND id = ${key.id}::uuid FOR UPDATE`;
  return await watchById(tx, key);
}

/** The watches of these sources (a source and those merged into it), by address; two hundred at most. */
export async function watchesOfSources(tx: Tx, deskId: string, sourceIds: readonly string[]): Promise<StoredWatch[]> {
  const where = { deskId, sourceId: { in: [...sourceIds] } };
  return (await tx.watch.findMany({ where, orderBy: [{ address: "asc" }, { id: "asc" }], take: 200 })).map(watchOf);
}

/** A source's title, its own id and those of the sources that were merged into it; null when the desk has no such source. */
export async function watchedSource(
  tx: Tx,
  deskId: string,
  id: string,
): Promise<{ readonly title: string; readonly ids: readonly string[] } | null> {
  const where = { deskId, OR: [{ id }, { mergedIntoId: id }] };
  const rows = await tx.source.findMany({ where, select: { id: true, title: true, address: true } });
  const own = rows.find((row) => row.id === id);
  return own === undefined ? null : { title: own.title || own.address, ids: rows.map((row) => row.id) };
}

/** Compares and sets; whether the row was still at `rowVersion`. */
export async function saveWatch(
  tx: Tx,
  { deskId, id, rowVersion }: Pick<StoredWatch, "deskId" | "id" | "rowVersion">,
  change: Partial<
    Pick<
      StoredWatch,
      "state" | "stateSince" | "movedTo" | "problem" | "failures" | "checkedAt" | "nextAt" | "stoppedAt"
    >
  >,
): Promise<boolean> {
  const where = { deskId, id, rowVersion };
  const { count } = await tx.watch.updateMany({ where, data: { ...change, rowVersion: { increment: 1 } } });
  return count === 1;
}

/** The hosts, of all desks, that have addresses to look at; five thousand at most, the longest due first. */
export async function dueHosts(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx.watch.groupBy({
    by: ["host"],
    where: { stoppedAt: null, nextAt: { lte: now } },
    orderBy: { _min: { nextAt: "asc" } },
    take: 5000,
  });
  return rows.map(({ host }) => host);
}

/** The address of a host that has been due the longest, of whatever desk; null when none is. */
export async function nextDue(tx: Tx, host: string, now: Date): Promise<StoredWatch | null> {
  const where = { host, stoppedAt: null, nextAt: { lte: now } };
  const row = await tx.watch.findFirst({ where, orderBy: [{ nextAt: "asc" }, { id: "asc" }] });
  return row === null ? null : watchOf(row);
}

export type StoredOutcome = {
  readonly at: Date;
  readonly state: WatchState;
  readonly status: number | null;
  /** Where the answer came from. */
  readonly address: string;
  readonly sha256: string;
  readonly textDigest: string;
  readonly problem: string;
  readonly tookMs: number;
};

export async function insertOutcome(
  tx: Tx,
  outcome: StoredOutcome & Key & { readonly watchId: string },
): Promise<void> {
  await tx.watchOutcome.create({ data: outcome });
}

/** The last looks at an address, the latest first. */
export async function lastOutcomes(tx: Tx, { deskId, id }: Key, take: number): Promise<StoredOutcome[]> {
  const rows = await tx.watchOutcome.findMany({ where: { deskId, watchId: id }, orderBy: { at: "desc" }, take });
  return rows.map((row) => ({ ...row, state: watchStateOf(row.state) }));
}

/** The newest copy that was kept of a watched address, without its text. */
export async function newestCapture(tx: Tx, { deskId, sourceId, captureId, address }: StoredWatch) {
  const where = { deskId, OR: [{ id: captureId }, { sourceId, address }, { sourceId, requested: address }] };
  return await tx.capture.findFirst({
    where,
    orderBy: [{ obtainedAt: "desc" }, { id: "desc" }],
    select: { id: true, sha256: true, textDigest: true, address: true, mediaType: true, fileName: true },
  });
}

export async function textOfCapture(tx: Tx, { deskId, id }: Key): Promise<string> {
  return (await tx.capture.findUnique({ where: { deskId_id: { deskId, id } }, select: { text: true } }))?.text ?? "";
}

/** Evidence whose words stood in a copy of a watched address. */
export type WatchedEvidence = {
  readonly id: string;
  readonly claimId: string;
  readonly articleId: string;
  readonly passage: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly textDigest: string;
  readonly confidential: boolean;
  readonly sourceTitle: string;
  readonly state: PassageState | null;
  readonly now: string;
};

type WatchedRow = Omit<WatchedEvidence, "state" | "prefix" | "suffix"> & {
  readonly state: string | null;
  readonly captureId: string;
  readonly start: number | null;
  readonly end: number | null;
};

/** UTF-16 code units on each side of a passage by which it is looked for. */
const around = 60;

/** The evidence bound to copies of a watched address, of claims that were not withdrawn, with the words around its own. */
export async function evidenceOfWatch(tx: Tx, watch: StoredWatch): Promise<WatchedEvidence[]> {
  const { deskId, sourceId, captureId, address } = watch;
  const rows = await tx.$queryRaw<WatchedRow[]>`
    SELECT e.id, e."claimId", c."articleId", e.passage, k."textDigest", e.confidential, s.title AS "sourceTitle",
      e."captureId", e."passageStart" AS start, e."passageEnd" AS "end", p.state, coalesce(p.now, '') AS now
    FROM "Capture" k
    JOIN "Evidence" e ON e."deskId" = k."deskId" AND e."captureId" = k.id
    JOIN "Source" s ON s."deskId" = e."deskId" AND s.id = e."sourceId"
    JOIN "Claim" c ON c."deskId" = e."deskId" AND c.id = e."claimId"
    LEFT JOIN "PassageState" p ON p."deskId" = e."deskId" AND p."evidenceId" = e.id
    WHERE k."deskId" = ${deskId}::uuid AND e."removedAt" IS NULL AND c.state <> 'withdrawn'
      AND (k.id = ${captureId}::uuid
        OR (k."sourceId" = ${sourceId}::uuid AND (k.address = ${address} OR k.requested = ${address})))
    ORDER BY e.id`;
  const places = rows.flatMap(({ id: evidenceId, captureId: capture, start, end }) =>
    start === null || end === null ? [] : [{ evidenceId, captureId: capture, start, end }],
  );
  const words = places.length === 0 ? null : await wordsAround(tx, deskId, places);
  return rows.map(({ captureId: _, start: __, end: ___, ...row }) => ({
    ...row,
    prefix: words?.get(row.id)?.before.slice(-around) ?? "",
    suffix: words?.get(row.id)?.after.slice(0, around) ?? "",
    state: passageStates.find((known) => known === row.state) ?? null,
  }));
}

export async function savePassageState(
  tx: Tx,
  row: {
    readonly deskId: string;
    readonly evidenceId: string;
    readonly watchId: string;
    readonly state: PassageState;
    readonly now: string;
    readonly at: Date;
  },
): Promise<void> {
  const { deskId, evidenceId, ...rest } = row;
  await tx.passageState.upsert({ where: { deskId_evidenceId: { deskId, evidenceId } }, create: row, update: rest });
}

/** Who is told of what happens to these claims: whoever contributed to one and whoever it is assigned to, if still here. */
export async function peopleOfClaims(
  tx: Tx,
  deskId: string,
  claimIds: readonly string[],
): Promise<{ claimId: string; memberId: string }[]> {
  return await tx.$queryRaw`
    SELECT DISTINCT c.id AS "claimId", m.id AS "memberId"
    FROM "Claim" c
    JOIN "Member" m ON m."deskId" = c."deskId" AND m."leftAt" IS NULL AND (m.id = c."assigneeId"
      OR m.id IN (SELECT k."memberId" FROM contributors_of(c."deskId", c.id) k))
    WHERE c."deskId" = ${deskId}::uuid AND c.id = ANY(${[...claimIds]}::uuid[])`;
}

function watchOf(row: Omit<StoredWatch, "state"> & { readonly state: string }): StoredWatch {
  return { ...row, state: watchStateOf(row.state) };
}

function watchStateOf(text: string): WatchState {
  const state = watchStates.find((known) => known === text);
  if (state === undefined) throw new Error(`the database has a watch of the state ${text}`);
  return state;
}
