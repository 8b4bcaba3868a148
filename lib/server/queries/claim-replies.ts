import "server-only";
import type { ReplyView } from "#lib/domain/reply.ts";
import { replyChannel, replyStanding } from "#lib/domain/reply.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { replyRequestsOf } from "#lib/server/repositories/replies.ts";

/** Whom the desk asked about a claim and what they answered, in the order of asking; the first 200. */
export async function claimReplies(
  db: Tx,
  { deskId, claimId, now }: { readonly deskId: string; readonly claimId: string; readonly now: Date },
): Promise<ReplyView[]> {
  const rows = await replyRequestsOf(db, deskId, claimId);
  return rows.map((row) => ({
    id: row.id,
    askedOf: row.askedOf,
    contact: row.contact,
    channel: replyChannel(row.channel),
    text: row.text,
    askedAt: row.askedAt.toISOString(),
    askedBy: row.askedBy,
    deadline: row.deadline?.toISOString() ?? null,
    answer: row.answer,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    standing: replyStanding(row, now),
    withdrawnReason: row.withdrawnReason,
    attachments: row.attachments.map(({ id, fileName, mediaType, byteLength, sha256 }) => ({
      id,
      fileName,
      mediaType,
      byteLength,
      sha256,
    })),
    rowVersion: row.rowVersion,
  }));
}
