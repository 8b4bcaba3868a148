import type { Actor } from "#lib/domain/role.ts";
import { can, type Subject } from "#lib/policy/can.ts";

type Assigned = { readonly assigneeId: string | null };

/** Editors assign anybody's work; checkers take a free claim or give up their own. */
export function mayPlan(actor: Actor, claim: Subject & Assigned, plan: Assigned): boolean {
  if (can(actor, "claim.assign", claim)) return true;
  const own = ({ assigneeId }: Assigned) => assigneeId === null || assigneeId === actor.memberId;
  return can(actor, "claim.take", claim) && own(claim) && own(plan);
}
