import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { AdjudicateSecond } from "#lib/schemas/second.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { saveAdjudication, secondById } from "#lib/server/repositories/second-verdicts.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";

/**
 * Settles two verdicts that disagree, by an editor who gave neither of them. It changes no verdict: whoever carries
 * the second one through proposes it like any other. Settled once; the same words sent twice are one.
 */
export function adjudicateSecond(
  { actor, db, now }: Context,
  input: AdjudicateSecond,
): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const asked = await secondById(tx, deskId, input.id);
    if (asked === null) return notFound();
    const loaded = await claimToChange(tx, actor, { action: "second.adjudicate", claimId: asked.claimId });
    if (!loaded.ok) return loaded;
    const second = await secondById(tx, deskId, input.id);
    if (second === null || second.givenAt === null) return refused("second-not-given");
    if (second.memberId === memberId || second.revision.authorId === memberId) return refused("adjudicator-not-apart");
    const { outcome, words } = input;
    if (second.outcome !== null) {
      const isSame = second.adjudicatedById === memberId && second.outcome === outcome && second.adjudication === words;
      return isSame ? ok({ id: second.id }) : refused("second-settled");
    }
    if (second.agrees === true) return refused("second-agrees");

    const settled = { outcome, adjudication: words, adjudicatedById: memberId };
    await saveAdjudication(tx, { deskId, id: second.id }, settled, now);
    const { id: claimId, articleId } = loaded.value;
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "second.adjudicate", subjectId: second.id, articleId, claimId, details: { outcome } },
    );
    return ok({ id: second.id });
  });
}
