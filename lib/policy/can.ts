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
export type Subject = { readonly deskId: string; readonly checkersMayReview?: boolean };

/** Whether the actor may do this to that, which has been loaded. Another desk's rows are never permitted. */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  if (subject.deskId !== actor.deskId) return false;
  if (action === "verdict.review" && subject.checkersMayReview === true) return isAtLeast(actor.role, "checker");
  return isAtLeast(actor.role, leastRole[action]);
}

function isAction(name: string): name is Action {
  return name in leastRole;
}
