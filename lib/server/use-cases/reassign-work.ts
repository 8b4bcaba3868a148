import "server-only";
import type { AuditEvent } from "#lib/domain/audit.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { ReassignWork } from "#lib/schemas/plan.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { memberById } from "#lib/server/repositories/members.ts";
import { giveWork, lockAssignees, lockOpenWork } from "#lib/server/repositories/plans.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { tellOfWork } from "#lib/server/use-cases/tell-claim.ts";

/** How many claims were given, and those of them that can be taken back, with the plan version that they have since. */
type Handed = {
  readonly claims: number;
  readonly given: readonly { readonly id: string; readonly planVersion: number }[];
};

/** `id` is the member's whose work it was, `from` their name; `to` is whose it is now, null for nobody's. */
type Reassigned = Handed & { readonly id: string; readonly from: string; readonly to: string | null };

/** Long enough for somebody who had thousands of claims. */
const patience = { seconds: 60 };

/** Gives all open work of one member to another, or to nobody. What they did stays under their name. */
export function reassignWork(context: Context, { memberId, to }: ReassignWork): Promise<Outcome<Reassigned>> {
  const { actor, db } = context;
  return inTransaction<Reassigned>(
    db,
    async (tx) => {
      const loaded = permit(actor, "work.reassign", await memberById(tx, actor.deskId, memberId));
      if (!loaded.ok) return loaded;
      const name = await takerName(tx, actor.deskId, to);
      if (to !== null && name === null) return refused("member-gone");
      const from = loaded.value;
      const handed = to === memberId ? nothing : await handOver(tx, context, { from, to, name });
      return ok({ id: memberId, from: from.name, to: name, ...handed });
    },
    patience,
  );
}

/** The name of whoever takes the work over, held on the desk until the transaction ends; null when they cannot. */
export async function takerName(tx: Tx, deskId: string, to: string | null): Promise<string | null> {
  return to === null ? null : ((await lockAssignees(tx, deskId, [to])).get(to) ?? null);
}

type HandOver = {
  readonly from: { readonly id: string; readonly name: string };
  readonly to: string | null;
  readonly name: string | null;
};

const nothing: Handed = { claims: 0, given: [] };

/**
 * Hands the open work over, within a transaction: one entry about the member, one in each claim's history, and whoever
 * takes it is told.
 */
export async function handOver(tx: Tx, context: Context, { from, to, name }: HandOver): Promise<Handed> {
  const { actor, now } = context;
  const { deskId, memberId } = actor;
  const blind = await blindClaims(tx, actor);
  const work = await lockOpenWork(tx, deskId, { memberId: from.id, blind });
  if (work.length === 0) return nothing;
  await giveWork(tx, deskId, { ids: work.map((claim) => claim.id), assigneeId: to }, now);
  const whole: AuditEvent = {
    action: "work.reassign",
    subjectId: from.id,
    details: { member: from.name, assignee: name, claims: work.length },
  };
  const each = work.map(
    ({ id, articleId, dueAt, priority }): AuditEvent => ({
      action: "claim.assign",
      subjectId: id,
      articleId,
      claimId: id,
      details: { assignee: name, dueAt: dueAt?.toISOString() ?? null, priority, from: from.name },
    }),
  );
  await appendAudits(tx, { deskId, actorId: memberId, now }, [whole, ...each]);
  if (to !== null) {
    await tellOfWork(
      tx,
      context,
      work.map(({ id, rowVersion }) => ({ claimId: id, rowVersion, assigneeId: to })),
    );
  }
  // The version of what they are blind for counts what was judged.
  const sighted = work.filter(({ id }) => !blind.has(id));
  return { claims: work.length, given: sighted.map(({ id, rowVersion }) => ({ id, planVersion: rowVersion + 1 })) };
}
