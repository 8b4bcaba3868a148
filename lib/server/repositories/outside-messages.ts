import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type By = { readonly deskId: string; readonly claimId: string; readonly authorId: string };

/** What one person wrote in the discussions of a claim, oldest first, at most 100; without what was taken away. */
export async function messagesBy(tx: Tx, { deskId, claimId, authorId }: By) {
  return await tx.message.findMany({
    where: { deskId, authorId, removedAt: null, thread: { claimId } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 100,
    select: { id: true, text: true, createdAt: true },
  });
}
