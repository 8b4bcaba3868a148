import "server-only";
import type { SourceKind } from "#lib/domain/evidence.ts";
import type { Tx } from "#lib/server/db/client.ts";

export type SourceFields = {
  kind: SourceKind;
  title: string;
  publication: string;
  author: string;
  publishedOn: string;
  address: string;
};

export async function insertSource(
  tx: Tx,
  source: SourceFields & { deskId: string; id: string; createdById: string; now: Date },
): Promise<void> {
  const { now, ...row } = source;
  await tx.source.create({ data: { ...row, createdAt: now, updatedAt: now } });
}

export async function sourceById(tx: Tx, deskId: string, id: string) {
  return await tx.source.findUnique({ where: { deskId_id: { deskId, id } } });
}

/** Sources whose title, publication, author or address contains the words; the latest changed first. */
export async function findSources(tx: Tx, deskId: string, options: { words: string; take: number }) {
  const contains = { contains: options.words, mode: "insensitive" } as const;
  return await tx.source.findMany({
    where: {
      deskId,
      ...(options.words === ""
        ? {}
        : { OR: [{ title: contains }, { publication: contains }, { author: contains }, { address: contains }] }),
    },
    orderBy: { updatedAt: "desc" },
    take: options.take,
    include: { _count: { select: { evidence: { where: { removedAt: null } } } } },
  });
}
