import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { AnswerFromOutside } from "#lib/schemas/outside.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { lockClaim } from "#lib/server/repositories/claims.ts";
import { messageById } from "#lib/server/repositories/messages.ts";
import { holdInvite } from "#lib/server/repositories/outside-invites.ts";
import { insertThread, saveThread, threadById } from "#lib/server/repositories/threads.ts";
import { writeMessage } from "#lib/server/use-cases/write-message.ts";

/**
 * What somebody from outside knows, as a message in a thread on the claim, which bears the id of their invitation. More
 * of it goes into the same thread, and opens it again. The same message sent twice is one; with other words it is refused.
 */
export function answerFromOutside(context: Context, input: AnswerFromOutside): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId, outside } = actor;
  return inTransaction(db, async (tx) => {
    if (outside === undefined) return forbidden();
    const { claimId } = outside;
    const { id, text } = input;
    const loaded = permit(actor, "claim.read", await lockClaim(tx, deskId, claimId));
    if (!loaded.ok) return loaded;
    const invite = await holdInvite(tx, { deskId, claimId, memberId }, { purposes: [outside.purpose], now });
    if (invite === null) return refused("invite-over");
    const sent = await messageById(tx, deskId, id);
    if (sent !== null) {
      if (sent.authorId !== memberId || sent.threadId !== invite.id) return notFound();
      return sent.text === text ? ok({ id }) : refused("message-sent");
    }
    if (loaded.value.state === "withdrawn") return refused("claim-withdrawn");

    const thread = await threadById(tx, deskId, invite.id);
    if (thread === null) {
      const anchor = { anchor: "claim", anchorId: claimId } as const;
      await insertThread(tx, { deskId, id: invite.id, claimId, ...anchor, createdById: memberId, createdAt: now });
    } else if (thread.resolvedAt !== null) {
      const open = { resolvedAt: null, resolvedById: null, resolvedReason: null };
      await saveThread(tx, { deskId, id: thread.id, rowVersion: thread.rowVersion }, open);
    }
    const message = { id, threadId: invite.id, claimId, text, mentions: [], isFirst: thread === null };
    await writeMessage(tx, context, message);
    const { articleId } = loaded.value;
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "outside.answer", subjectId: id, articleId, claimId, details: {} },
    );
    return ok({ id });
  });
}
