import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { Actor } from "#lib/domain/role.ts";
import type { Action, Subject } from "#lib/policy/can.ts";
import { can } from "#lib/policy/can.ts";

/**
 * The loaded row if the actor may do this to it; `forbidden` if they may only see it; `not-found` if it is not there
 * or not their desk's, which look the same from outside.
 */
export function permit<Row extends Subject>(actor: Actor, action: Action, row: Row | null): Outcome<Row> {
  if (row === null || row.deskId !== actor.deskId) return notFound();
  if (actor.outside !== undefined && row.id !== actor.outside.claimId) return notFound();
  return can(actor, action, row) ? ok(row) : forbidden();
}
