import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, forbidden, notFound } from "#lib/domain/failure.ts";
import { quorumAsFields, quorumAsked } from "#lib/domain/quorum.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { ChangeDesk } from "#lib/schemas/account.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { deskById, quorumOf, saveDesk } from "#lib/server/repositories/desks.ts";

/** Names the desk, and says how many of how many voters let a verdict stand and whether checkers may review each other. */
export function changeDesk({ actor, db, now }: Context, input: ChangeDesk): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    if (!can(actor, "desk.manage", actor)) return forbidden();
    const desk = await deskById(tx, deskId);
    if (desk === null) return notFound();
    const { name } = input;
    const quorum = quorumAsked(input, quorumOf(desk));
    const checkersMayReview = input.checkersMayReview === "yes";
    const saved = await saveDesk(tx, { id: deskId, rowVersion: input.rowVersion }, { name, quorum, checkersMayReview });
    if (!saved) {
      // Read again: who saved first did so after this transaction had read the desk.
      const theirs = (await deskById(tx, deskId)) ?? desk;
      const current = { name: theirs.name, checkersMayReview: theirs.checkersMayReview ? "yes" : "" };
      return conflict({ ...current, ...quorumAsFields(quorumOf(theirs)), rowVersion: String(theirs.rowVersion) });
    }
    const details = { name, ...quorumAsFields(quorum), checkersMayReview: input.checkersMayReview };
    await appendAudit(tx, { deskId, actorId: memberId, now }, { action: "desk.change", subjectId: deskId, details });
    return ok({ id: deskId });
  });
}
