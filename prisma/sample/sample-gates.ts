import "server-only";
import { uuidv7 } from "uuidv7";
import { defaultPolicy, type GatePolicy } from "#lib/domain/gate.ts";
import { gatesPage } from "#lib/server/queries/gates-page.ts";
import { changeGates } from "#lib/server/use-cases/change-gates.ts";
import { overrideGate } from "#lib/server/use-cases/override-gate.ts";
import type { Cast } from "#prisma/sample/cast.ts";
import { done } from "#prisma/sample/cast.ts";
import type { SampleStep } from "#prisma/sample/shape.ts";

type Overriding = {
  readonly claimId: string;
  readonly revisionId: string | null;
  readonly step: SampleStep & { readonly do: "override" };
};

/**
 * Overrides the gate of independent origins for the revision under review. Only a gate in the way can be overridden, so
 * the administrator requires two origins for that long and then has the gates as they were.
 */
export async function overrideOrigins(cast: Cast, { claimId, revisionId, step }: Overriding): Promise<void> {
  const { origins } = defaultPolicy.modes;
  await setGates(cast, {
    ...defaultPolicy,
    modes: { ...defaultPolicy.modes, origins: { ...origins, approve: "require" } },
  });
  const { reason } = step;
  const override = { id: uuidv7(), claimId, gate: "origins", stage: "approve", revisionId, reason } as const;
  done(await overrideGate(cast(step.by), override));
  await setGates(cast, defaultPolicy);
}

async function setGates(cast: Cast, policy: GatePolicy): Promise<void> {
  const context = cast("sunniva");
  const { rowVersion, approvalsNeeded } = done(await gatesPage(context));
  done(await changeGates(context, { ...policy, rowVersion, approvalsNeeded }));
}
