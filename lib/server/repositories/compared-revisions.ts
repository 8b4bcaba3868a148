import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

const author = { select: { id: true, name: true } } as const;

/** A revision of this claim with what it rests on; null for one that is another claim's. */
export async function comparedRevision(tx: Tx, deskId: string, at: { claimId: string; id: string }) {
  return await tx.verdictRevision.findFirst({
    where: { deskId, ...at },
    include: { rating: true, author, version: { select: { number: true } } },
  });
}

/** The revisions of a claim to choose from, newest first. */
export async function revisionLines(tx: Tx, deskId: string, claimId: string) {
  return await tx.verdictRevision.findMany({
    where: { deskId, claimId },
    orderBy: { number: "desc" },
    take: 200,
    select: {
      ...{ id: true, number: true, createdAt: true, sentence: true, author },
      rating: { select: { label: true, token: true } },
    },
  });
}

/** Titles of sources by id, merged ones included. */
export async function sourceTitles(tx: Tx, deskId: string, ids: readonly string[]): Promise<Record<string, string>> {
  const rows = await tx.source.findMany({ where: { deskId, id: { in: [...ids] } }, select: { id: true, title: true } });
  return Object.fromEntries(rows.map((row) => [row.id, row.title]));
}
