import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, forbidden, notFound } from "#lib/domain/failure.ts";
import { type GatePolicy, gateStages, gates } from "#lib/domain/gate.ts";
import { quorumAsFields, quorumAsked } from "#lib/domain/quorum.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import { type ChangeGates, gatePolicyOf } from "#lib/schemas/gates.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { deskById, quorumOf, saveGates } from "#lib/server/repositories/desks.ts";

/** Says what the desk asks before a verdict is proposed, approved or published, and how many approvals it needs. */
export function changeGates({ actor, db, now }: Context, input: ChangeGates): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    if (!can(actor, "desk.manage", actor)) return forbidden();
    const desk = await deskById(tx, deskId);
    if (desk === null) return notFound();
    const { rowVersion, origins, modes } = input;
    const policy = { origins, modes };
    const [before, earlier] = [gatePolicyOf(desk.gates), quorumOf(desk)];
    const quorum = quorumAsked(input, earlier);
    const saved = await saveGates(tx, { id: deskId, rowVersion }, { policy, quorum });
    if (!saved) {
      // Read again: who saved first did so after this transaction had read the desk.
      const theirs = (await deskById(tx, deskId)) ?? desk;
      const fields = fieldsOf(gatePolicyOf(theirs.gates));
      return conflict({ ...fields, ...quorumAsFields(quorumOf(theirs)), rowVersion: String(theirs.rowVersion) });
    }
    const then = { ...fieldsOf(before), ...quorumAsFields(earlier) };
    const details = changes(then, { ...fieldsOf(policy), ...quorumAsFields(quorum) });
    await appendAudit(tx, { deskId, actorId: memberId, now }, { action: "desk.change", subjectId: deskId, details });
    return ok({ id: deskId });
  });
}

/** A policy by the names of its form's fields. */
function fieldsOf({ origins, modes }: GatePolicy): Record<string, string> {
  const cells = gates.flatMap((gate) => gateStages.map((stage) => [`${gate}-${stage}`, modes[gate][stage]] as const));
  return { origins: String(origins), ...Object.fromEntries(cells) };
}

/** What changed, as "before → after" under the name of each field. */
function changes(then: Record<string, string>, next: Record<string, string>): Record<string, string> {
  const changed = Object.entries(next).filter(([name, value]) => then[name] !== value);
  return Object.fromEntries(changed.map(([name, value]) => [name, `${then[name] ?? ""} → ${value}`]));
}
