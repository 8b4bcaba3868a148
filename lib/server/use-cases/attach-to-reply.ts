import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { invalid, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { AttachToReply } from "#lib/schemas/reply.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { claimById } from "#lib/server/repositories/claims.ts";
import {
  attachmentById,
  attachmentCount,
  insertAttachment,
  replyRequestById,
} from "#lib/server/repositories/replies.ts";
import { keepBytes } from "#lib/server/use-cases/keep-bytes.ts";
import { heldRequest } from "#lib/server/use-cases/reply-request.ts";

const most = 50;

/**
 * Keeps a file that came with a request or its answer, byte for byte in the blob store. The same file sent twice under
 * one id is kept once.
 */
export async function attachToReply(context: Context, input: AttachToReply): Promise<Outcome<{ id: string }>> {
  const { actor, blobs, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, requestId, bytes, contentType: mediaType } = input;
  // Asked before the bytes are kept, and again under the lock.
  const request = await replyRequestById(db, deskId, requestId);
  const allowed = permit(actor, "reply.ask", request === null ? null : await claimById(db, deskId, request.claimId));
  if (!allowed.ok) return allowed;
  const put = await keepBytes(blobs, bytes);
  if (!put.ok) return put;
  const sha256 = put.value;
  return await inTransaction(db, async (tx) => {
    const held = await heldRequest(tx, context, requestId);
    if (!held.ok) return held;
    const { claim, request: stored } = held.value;
    const sent = await attachmentById(tx, deskId, id);
    if (sent !== null) return sent.requestId === requestId && sent.sha256 === sha256 ? ok({ id }) : notFound();
    if (stored.withdrawnAt !== null) return refused("reply-closed");
    if ((await attachmentCount(tx, deskId, requestId)) >= most)
      return invalid({ file: `A request holds ${most} files. Put what is left into one archive.` });

    const fileName = input.fileName || "attachment";
    const kept = { sha256, fileName, mediaType, byteLength: bytes.byteLength, addedById: memberId, addedAt: now };
    await insertAttachment(tx, { deskId, id, requestId, ...kept });
    const details = { askedOf: stored.askedOf, file: fileName, digest: sha256 };
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "reply.attach", subjectId: id, articleId: claim.articleId, claimId: claim.id, details },
    );
    return ok({ id });
  });
}
