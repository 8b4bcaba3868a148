import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { ChangeMember } from "#lib/schemas/account.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { memberById, saveMember } from "#lib/server/repositories/members.ts";
import { lockOpenWork } from "#lib/server/repositories/plans.ts";
import { blindClaims, lockOpenSeconds } from "#lib/server/repositories/second-verdicts.ts";
import { endOpenSeconds } from "#lib/server/use-cases/end-open-seconds.ts";
import { handOver, takerName } from "#lib/server/use-cases/reassign-work.ts";

/**
 * Changes a colleague's role, or ends their membership: their name stays on what they did, and their open work becomes
 * that of `reassignTo`, or nobody's, and second verdicts that they owe are asked of nobody any more. The last administrator
 * stays.
 */
export function changeMember(context: Context, input: ChangeMember): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, rowVersion, role } = input;
  return inTransaction(db, async (tx) => {
    const row = await memberById(tx, deskId, id);
    const loaded = permit(actor, "member.manage", row?.outside === true ? null : row);
    if (!loaded.ok) return loaded;
    const member = loaded.value;
    const leaves = input.leaves === "yes";
    const leftAt = leaves ? (member.leftAt ?? now) : null;
    const to = leaves ? (input.reassignTo ?? null) : null;
    // The claims before the member, as everything that assigns them locks them.
    if (leaves) {
      await lockOpenWork(tx, deskId, { memberId: id, blind: await blindClaims(tx, actor) });
      await lockOpenSeconds(tx, deskId, id);
    }
    const name = await takerName(tx, deskId, to);
    if (to !== null && (name === null || to === id)) return refused("member-gone");
    if (!(await saveMember(tx, { deskId, id, rowVersion }, { role, leftAt }))) {
      const current = (await memberById(tx, deskId, id)) ?? member;
      return conflict({ role: current.role, rowVersion: String(current.rowVersion) });
    }
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "member.change", subjectId: id, details: { role, leftAt: leftAt?.toISOString() ?? null } },
    );
    if (leaves) {
      await handOver(tx, context, { from: member, to, name });
      await endOpenSeconds(tx, context, id);
    }
    return ok({ id });
  });
}
