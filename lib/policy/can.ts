import type { Actor, Role } from "#lib/domain/role.ts";
import { isAtLeast } from "#lib/domain/role.ts";

/** Who may do what: the least role that may. "A contributor cannot review" is a rule of the domain, not a permission. */
const leastRole = {
  "desk.read": "viewer",
  "article.read": "viewer",
  "article.import": "checker",
  "article.edit": "checker",
  "article.version": "checker",
  "report.export": "viewer",
  "claim.read": "viewer",
  "claim.mark": "checker",
  "claim.place": "checker",
  "claim.edit": "checker",
  "claim.take": "checker",
  "claim.assign": "editor",
  "claim.withdraw": "checker",
  "evidence.link": "checker",
  "source.read": "viewer",
  "source.edit": "checker",
  "source.merge": "editor",
  "capture.read": "viewer",
  "capture.make": "checker",
  "watch.manage": "checker",
  "gate.override": "editor",
  "reply.ask": "checker",
  "notice.read": "viewer",
  "verdict.propose": "checker",
  "verdict.review": "editor",
  "verdict.stand": "editor",
  "second.ask": "editor",
  "second.give": "checker",
  "second.adjudicate": "editor",
  "agreement.read": "editor",
  "claim.split": "checker",
  "claim.merge": "checker",
  "claim.relate": "checker",
  "outside.invite": "editor",
  "thread.read": "viewer",
  "thread.write": "checker",
  "filter.keep": "viewer",
  "filter.share": "checker",
  "live.read": "viewer",
  "work.reassign": "editor",
  "wording.answer": "checker",
  "report.plan": "editor",
  "report.publish": "editor",
  "report.open": "editor",
  "report.share": "editor",
  "key.manage": "admin",
  "scale.manage": "admin",
  "member.read": "viewer",
  "member.manage": "admin",
  "desk.manage": "admin",
  "audit.read": "admin",
  "job.read": "admin",
  "job.retry": "admin",
} as const satisfies Readonly<Record<string, Role>>;

export type Action = keyof typeof leastRole;
export const actions = Object.keys(leastRole).filter(isAction);

/** A loaded row, or the desk itself. `checkersMayReview` is the desk's setting, where it bears on the action. */
export type Subject = { readonly deskId: string; readonly checkersMayReview?: boolean; readonly id?: string };

/** What somebody from outside may do, and only to the claim that they were asked about. */
const outsideActions: readonly Action[] = ["claim.read", "verdict.review"];

/** Whether the actor may do this to that, which has been loaded. Another desk's rows are never permitted. */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  if (subject.deskId !== actor.deskId) return false;
  if (actor.outside !== undefined) return subject.id === actor.outside.claimId && outsideActions.includes(action);
  if (action === "verdict.review" && subject.checkersMayReview === true) return isAtLeast(actor.role, "checker");
  return isAtLeast(actor.role, leastRole[action]);
}

function isAction(name: string): name is Action {
  return name in leastRole;
}
