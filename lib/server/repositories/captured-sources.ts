import "server-only";
import { uuidv7 } from "uuidv7";
import type { Tx } from "#lib/server/db/client.ts";

export async function sourceRow(tx: Tx, deskId: string, id: string) {
  return await tx.source.findUnique({ where: { deskId_id: { deskId, id } } });
}

/** A source with those that were merged into it, or with the one that it was merged into and all of those. */
export async function sourceFamily(tx: Tx, source: { deskId: string; id: string; mergedIntoId: string | null }) {
  const { deskId } = source;
  const headId = source.mergedIntoId ?? source.id;
  const rows = await tx.source.findMany({
    where: { deskId, OR: [{ id: headId }, { mergedIntoId: headId }] },
    select: { id: true, address: true },
  });
  return { headId, ids: rows.map(({ id }) => id), addresses: rows.map(({ address }) => address) };
}

/** The addresses that captures of these sources were asked for at or came from. */
export async function capturedAddresses(tx: Tx, deskId: string, sourceIds: readonly string[]): Promise<string[]> {
  const rows = await tx.capture.findMany({
    where: { deskId, sourceId: { in: [...sourceIds] } },
    distinct: ["requested", "address"],
    take: 200,
    select: { requested: true, address: true },
  });
  return rows.flatMap(({ requested, address }) => [requested, address]);
}

/** Gives an address to a source that has none. */
export async function giveAddress(tx: Tx, key: { deskId: string; id: string }, to: { address: string; now: Date }) {
  await tx.$executeRaw`
    UPDATE "Source" SET address = ${to.address}, "searchText" = "searchText" || ' ' || lower(${to.address}),
      "updatedAt" = ${to.now}::timestamptz, "rowVersion" = "rowVersion" + 1
    WHERE "deskId" = ${key.deskId}::uuid AND id = ${key.id}::uuid AND address = ''`;
}

type Watched = {
  readonly deskId: string;
  readonly sourceId: string;
  readonly captureId: string;
  readonly address: string;
  readonly host: string;
  readonly now: Date;
  readonly nextAt: Date;
  /** Whether it is only noted, for somebody to start watching it. */
  readonly stopped: boolean;
};

/**
 * Watches an address from its newest copy on. Where it is watched already, the copy is what later looks are held
 * against; what was noticed about passages of older copies stays, and so does that somebody stopped watching.
 */
export async function watchCaptured(tx: Tx, watch: Watched): Promise<void> {
  const { deskId, sourceId, captureId, address, host, now, nextAt, stopped } = watch;
  await tx.$executeRaw`
    INSERT INTO "Watch" AS w ("deskId", id, "sourceId", "captureId", address, host, "stateSince", "nextAt", "stoppedAt")
    VALUES (${deskId}::uuid, ${uuidv7()}::uuid, ${sourceId}::uuid, ${captureId}::uuid, ${address}, ${host},
      ${now}::timestamptz, ${nextAt}::timestamptz, ${stopped ? now : null}::timestamptz)
    ON CONFLICT ("deskId", "sourceId", address) DO UPDATE SET
      "captureId" = EXCLUDED."captureId", "nextAt" = EXCLUDED."nextAt", failures = 0, problem = '', "movedTo" = '',
      state = CASE WHEN w.state = 'passage-changed' THEN w.state ELSE 'alive' END,
      "stateSince" = CASE WHEN w.state IN ('passage-changed', 'alive') THEN w."stateSince" ELSE EXCLUDED."stateSince" END,
      "rowVersion" = w."rowVersion" + 1`;
}

/** Notes why a new copy of a watched address could not be made. */
export async function noteWatchProblem(
  tx: Tx,
  deskId: string,
  of: { sourceIds: readonly string[]; address: string; problem: string },
): Promise<void> {
  await tx.watch.updateMany({
    where: { deskId, sourceId: { in: [...of.sourceIds] }, address: of.address },
    data: { problem: of.problem.slice(0, 1000), rowVersion: { increment: 1 } },
  });
}

/** Holds a source until the transaction ends, so that copies of it are kept one after the other. */
export async function lockSource(tx: Tx, deskId: string, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Source" WHERE "deskId" = ${deskId}::uuid AND id = ${id}::uuid FOR UPDATE`;
}
