import type { SecondActions } from "#components/second/second-actions.ts";
import type { Actor } from "#lib/domain/role.ts";
import { can } from "#lib/policy/can.ts";
import { adjudicate, ask, cancel, give } from "./second-actions.ts";

/** What of second verdicts this person may do on their desk. */
export function secondsFor(actor: Actor): SecondActions {
  const mayAsk = can(actor, "second.ask", actor);
  return {
    ask: mayAsk ? ask : null,
    cancel: mayAsk ? cancel : null,
    give,
    adjudicate: can(actor, "second.adjudicate", actor) ? adjudicate : null,
  };
}
