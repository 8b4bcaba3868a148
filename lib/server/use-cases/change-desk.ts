import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, forbidden, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { ChangeDesk } from "#lib/schemas/account.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { deskById, saveDesk } from "#lib/server/repositories/desks.ts";

/** Names the desk, and says how many approvals a verdict needs and whether checkers may review each other. */
export function changeDesk({ actor, db, now }: Context, input: ChangeDesk): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    if (!can(actor, "desk.manage", actor)) return forbidden();
    const desk = await deskById(tx, deskId);
    if (desk === null) return notFound();
    const { name, approvalsNeeded } = input;
    const checkersMayReview = input.checkersMayReview === "yes";
    const saved = await saveDesk(
      tx,
      { id: deskId, rowVersion: input.rowVersion },
      { name, approvalsNeeded, voters: approvalsNeeded, printDissent: desk.printDissent, checkersMayReview },
    );
    if (!saved) {
      const checkers = desk.checkersMayReview ? "yes" : "";
      const current = { name: desk.name, approvalsNeeded: String(desk.approvalsNeeded), checkersMayReview: checkers };
      return conflict({ ...current, rowVersion: String(desk.rowVersion) });
    }
    const details = { name, approvalsNeeded, checkersMayReview: input.checkersMayReview };
    await appendAudit(tx, { deskId, actorId: memberId, now }, { action: "desk.change", subjectId: deskId, details });
    return ok({ id: deskId });
  });
}
