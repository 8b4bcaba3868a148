import "server-only";
import { invalid, notFound, type Outcome } from "#lib/domain/failure.ts";
import { notBefore } from "#lib/domain/not-before.ts";
import { ok } from "#lib/domain/result.ts";
import type { AnswerWording } from "#lib/schemas/edition.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { revisionById } from "#lib/server/repositories/verdicts.ts";
import { insertWordingAnswer, lastAnsweredAt, wordingAnswerById } from "#lib/server/repositories/wording-answers.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";

/**
 * Records what the writer said of the wording that a revision suggests; the newest answer counts. It changes nothing that
 * the verdict rests on. The same request sent twice is one answer.
 */
export function answerWording({ actor, db, now }: Context, input: AnswerWording): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  const { id, claimId, revisionId, outcome, note } = input;
  return inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "wording.answer", claimId });
    if (!loaded.ok) return loaded;
    const sent = await wordingAnswerById(tx, deskId, id);
    if (sent !== null) {
      const isSame = sent.claimId === claimId && sent.answeredById === memberId && sent.outcome === outcome;
      return isSame && sent.note === note ? ok({ id }) : notFound();
    }
    const revision = await revisionById(tx, deskId, revisionId);
    if (revision === null || revision.claimId !== claimId) return notFound();
    if (revision.suggestedWording === "") return invalid({ outcome: "This revision suggests no other words." });
    const answeredAt = notBefore(now, await lastAnsweredAt(tx, deskId, revisionId));
    const answer = { deskId, id, claimId, revisionId, outcome, note, answeredById: memberId, answeredAt };
    await insertWordingAnswer(tx, answer);
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "wording.answer",
        subjectId: id,
        articleId: loaded.value.articleId,
        claimId,
        details: { revision: revision.number, outcome, note },
      },
    );
    return ok({ id });
  });
}
