import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import type { GatePolicy } from "#lib/domain/gate.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import { gatePolicyOf } from "#lib/schemas/gates.ts";
import type { Context } from "#lib/server/context.ts";
import { deskById } from "#lib/server/repositories/desks.ts";

type GatesPage = GatePolicy & {
  readonly approvalsNeeded: number;
  readonly voters: number;
  readonly printDissent: boolean;
  readonly rowVersion: number;
};

/** What the desk asks before a verdict is proposed, approved or published, for administrators. */
export async function gatesPage({ actor, db }: Context): Promise<Outcome<GatesPage>> {
  if (!can(actor, "desk.manage", actor)) return forbidden();
  const desk = await deskById(db, actor.deskId);
  if (desk === null) return notFound();
  const { approvalsNeeded, voters, printDissent, rowVersion } = desk;
  return ok({ ...gatePolicyOf(desk.gates), approvalsNeeded, voters, printDissent, rowVersion });
}
