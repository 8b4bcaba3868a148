import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { invalid, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { BeginThread } from "#lib/schemas/thread.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { evidenceById } from "#lib/server/repositories/evidence.ts";
import { messageById } from "#lib/server/repositories/messages.ts";
import { insertThread, threadById } from "#lib/server/repositories/threads.ts";
import { revisionById } from "#lib/server/repositories/verdicts.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { checkNamed } from "#lib/server/use-cases/held-thread.ts";
import { isSameMessage, writeMessage } from "#lib/server/use-cases/write-message.ts";

/**
 * Begins a discussion of a claim, of one piece of its evidence or the passage of one, or of one revision of its verdict,
 * with a first message. The same request sent twice begins one; with other words it is refused, for messages keep theirs.
 */
export function beginThread(context: Context, input: BeginThread): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, messageId, claimId, anchor, anchorId, text, mentions } = input;
  return inTransaction(db, async (tx) => {
    const held = await claimToChange(tx, actor, { action: "thread.write", claimId });
    if (!held.ok) return held;
    const claim = held.value;
    const sent = await threadById(tx, deskId, id);
    const first = await messageById(tx, deskId, messageId);
    if (sent !== null || first !== null) {
      if (sent?.createdById !== memberId || sent.claimId !== claimId || first?.threadId !== id) return notFound();
      const isSame = sent.anchor === anchor && sent.anchorId === anchorId && isSameMessage(first, input);
      return isSame ? ok({ id }) : refused("message-sent");
    }
    const anchored = await checkAnchor(tx, deskId, input);
    if (!anchored.ok) return anchored;
    const named = await checkNamed(tx, deskId, mentions);
    if (!named.ok) return named;

    await insertThread(tx, { deskId, id, claimId, anchor, anchorId, createdById: memberId, createdAt: now });
    await writeMessage(tx, context, { id: messageId, threadId: id, claimId, text, mentions, isFirst: true });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "thread.begin", subjectId: id, articleId: claim.articleId, claimId, details: { anchor } },
    );
    return ok({ id });
  });
}

/** That what the thread is to hang on belongs to the claim. */
async function checkAnchor(
  tx: Tx,
  deskId: string,
  { claimId, anchor, anchorId }: Pick<BeginThread, "claimId" | "anchor" | "anchorId">,
): Promise<Outcome<null>> {
  switch (anchor) {
    case "claim":
      return anchorId === claimId ? ok(null) : notFound();
    case "verdict":
      return (await revisionById(tx, deskId, anchorId))?.claimId === claimId ? ok(null) : notFound();
    case "evidence":
    case "passage": {
      const evidence = await evidenceById(tx, deskId, anchorId);
      if (evidence?.claimId !== claimId) return notFound();
      if (evidence.removedAt !== null) return refused("evidence-removed");
      return anchor === "passage" && evidence.passage === ""
        ? invalid({ anchorId: "This evidence names no passage. Discuss the evidence itself." })
        : ok(null);
    }
  }
}
