import "server-only";
import type { Prisma, Tx } from "#lib/server/db/client.ts";

type DraftKey = { deskId: string; memberId: string; key: string };

/** Keeps what a person is typing; the newest words win, for a draft has one writer. */
export async function keepDraft(tx: Tx, draft: DraftKey & { fields: Prisma.InputJsonValue; now: Date }): Promise<void> {
  const { deskId, memberId, key, fields, now } = draft;
  await tx.draft.upsert({
    where: { deskId_memberId_key: { deskId, memberId, key } },
    create: { deskId, memberId, key, fields, updatedAt: now },
    update: { fields, updatedAt: now },
  });
}

export async function draftAt(tx: Tx, { deskId, memberId, key }: DraftKey) {
  return await tx.draft.findUnique({ where: { deskId_memberId_key: { deskId, memberId, key } } });
}

export async function draftsOf(tx: Tx, options: { deskId: string; memberId: string; keys: readonly string[] }) {
  const { deskId, memberId, keys } = options;
  return await tx.draft.findMany({ where: { deskId, memberId, key: { in: [...keys] } } });
}

export async function dropDraft(tx: Tx, { deskId, memberId, key }: DraftKey): Promise<void> {
  await tx.draft.deleteMany({ where: { deskId, memberId, key } });
}
