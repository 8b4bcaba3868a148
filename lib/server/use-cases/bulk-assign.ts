import "server-only";
import type { AuditEvent } from "#lib/domain/audit.ts";
import type { Priority } from "#lib/domain/claim.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, refused } from "#lib/domain/failure.ts";
import type { BulkAnswer, BulkPlan } from "#lib/domain/plan.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import { mayPlan } from "#lib/policy/may-plan.ts";
import type { BulkAssign } from "#lib/schemas/plan.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { lockClaims, type StoredClaim } from "#lib/server/repositories/claims.ts";
import { lockAssignees, type Plan, savePlans } from "#lib/server/repositories/plans.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { tellOfWork } from "#lib/server/use-cases/tell-claim.ts";

type Wanted = { readonly assigneeId: string | null; readonly dueAt: Date | null; readonly priority: Priority };

/**
 * Says of many claims who works on them, by when and how urgent they are, in one transaction. Each is answered for by
 * itself: one that somebody assigned anew meanwhile, or that this person may not assign, is passed over and told. Those
 * that are as wanted already count as done, so that the same request sent twice does the same.
 */
export function bulkAssign(context: Context, input: BulkAssign): Promise<Outcome<BulkAnswer>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction<BulkAnswer>(db, async (tx) => {
    if (!can(actor, "claim.take", actor)) return forbidden();
    const wanted = new Map(
      input.claims.map(({ id, planVersion, set }) => [id, { planVersion, set: { ...input.set, ...set } }]),
    );
    const locked = await lockClaims(tx, deskId, { ids: [...wanted.keys()] });
    const claims = new Map(locked.map((claim) => [claim.id, claim]));
    const blind = await blindClaims(tx, actor);
    const people = [...wanted.values()].flatMap(({ set }) => set.assigneeId ?? []);
    const names = await lockAssignees(tx, deskId, people);
    if (people.some((id) => !names.has(id))) return refused("member-gone");

    const plans: Plan[] = [];
    const events: AuditEvent[] = [];
    const results = [...wanted].map(([id, { planVersion, set }]): BulkAnswer["results"][number] => {
      const claim = claims.get(id);
      if (claim === undefined) return { id, outcome: "not-found" };
      // Before its versions are looked at: they count what was judged.
      if (blind.has(id)) return { id, outcome: "forbidden" };
      const before = planOf(claim);
      const plan = { ...before, ...defined(set) };
      if (!mayPlan(actor, claim, plan)) return { id, outcome: "forbidden" };
      if (claim.state === "withdrawn") return { id, outcome: "withdrawn" };
      const done = { id, outcome: "done" as const, before: shown(before) };
      if (isSame(before, plan)) return { ...done, planVersion: claim.planVersion };
      if (planVersion < claim.planVersion || planVersion > claim.rowVersion) return { id, outcome: "changed" };
      const state = claim.state === "open" && plan.assigneeId !== null ? "progress" : claim.state;
      plans.push({ id, ...plan, state });
      events.push(assignment(claim, plan, names));
      return { ...done, planVersion: claim.rowVersion + 1 };
    });
    if (plans.length > 0) {
      await savePlans(tx, deskId, plans, now);
      await appendAudits(tx, { deskId, actorId: memberId, now }, events);
      await tellOfWork(
        tx,
        context,
        plans.flatMap(({ id, assigneeId }) => newWork(claims.get(id), assigneeId)),
      );
    }
    return ok({ id: deskId, results });
  });
}

/** What is somebody's only now, for them to be told. */
function newWork(claim: StoredClaim | undefined, assigneeId: string | null) {
  if (claim === undefined || assigneeId === null || assigneeId === claim.assigneeId) return [];
  return [{ claimId: claim.id, rowVersion: claim.rowVersion, assigneeId }];
}

const planOf = ({ assigneeId, dueAt, priority }: StoredClaim): Wanted => ({ assigneeId, dueAt, priority });

function defined(set: BulkAssign["set"]): Partial<Wanted> {
  return {
    ...(set.assigneeId === undefined ? {} : { assigneeId: set.assigneeId }),
    ...(set.dueAt === undefined ? {} : { dueAt: set.dueAt }),
    ...(set.priority === undefined ? {} : { priority: set.priority }),
  };
}

function isSame(a: Wanted, b: Wanted): boolean {
  return a.assigneeId === b.assigneeId && a.dueAt?.getTime() === b.dueAt?.getTime() && a.priority === b.priority;
}

function shown({ assigneeId, dueAt, priority }: Wanted): BulkPlan {
  return { assigneeId: assigneeId ?? "", dueAt: dueAt?.toISOString() ?? "", priority };
}

function assignment(claim: StoredClaim, plan: Wanted, names: ReadonlyMap<string, string>): AuditEvent {
  const assignee = plan.assigneeId === null ? null : (names.get(plan.assigneeId) ?? null);
  const isAnew = plan.assigneeId !== claim.assigneeId;
  return {
    action: "claim.assign",
    subjectId: claim.id,
    articleId: claim.articleId,
    claimId: claim.id,
    details: {
      assignee: isAnew ? assignee : null,
      dueAt: plan.dueAt?.toISOString() ?? null,
      priority: plan.priority,
    },
  };
}
