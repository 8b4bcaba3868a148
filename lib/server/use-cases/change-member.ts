import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { ChangeMember } from "#lib/schemas/account.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { memberById, saveMember } from "#lib/server/repositories/members.ts";

/** Changes a colleague's role, or ends their membership; their name stays on what they did. The last administrator stays. */
export function changeMember({ actor, db, now }: Context, input: ChangeMember): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  const { id, rowVersion, role } = input;
  return inTransaction(db, async (tx) => {
    const loaded = permit(actor, "member.manage", await memberById(tx, deskId, id));
    if (!loaded.ok) return loaded;
    const member = loaded.value;
    const leftAt = input.leaves === "yes" ? (member.leftAt ?? now) : null;
    if (!(await saveMember(tx, { deskId, id, rowVersion }, { role, leftAt }))) {
      const current = (await memberById(tx, deskId, id)) ?? member;
      return conflict({ role: current.role, rowVersion: String(current.rowVersion) });
    }
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "member.change", subjectId: id, details: { role, leftAt: leftAt?.toISOString() ?? null } },
    );
    return ok({ id });
  });
}
