import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type NewAnswer = {
  readonly deskId: string;
  readonly id: string;
  readonly claimId: string;
  readonly revisionId: string;
  readonly outcome: "accepted" | "refused" | "other";
  readonly note: string;
  readonly answeredById: string;
  readonly answeredAt: Date;
};

/** The newest answer of a revision counts; none is ever changed. */
export async function insertWordingAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  await tx.wordingAnswer.create({ data: answer, select: { id: true } });
}

export async function wordingAnswerById(tx: Tx, deskId: string, id: string) {
  return await tx.wordingAnswer.findUnique({ where: { deskId_id: { deskId, id } } });
}

/** When a revision's suggestion was answered last; null before the first answer. */
export async function lastAnsweredAt(tx: Tx, deskId: string, revisionId: string): Promise<Date | null> {
  const last = await tx.wordingAnswer.aggregate({ where: { deskId, revisionId }, _max: { answeredAt: true } });
  return last._max.answeredAt;
}
