"use client";

import { Checklist } from "#components/verdict/checklist.tsx";
import { countWords, gateChecks, stageHeads } from "#components/verdict/checks.ts";
import { GateHelp } from "#components/verdict/gate-help.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; action: FormAction; leads: boolean };

/** The desk's gates at the stage that comes next for a claim, and who may override one that is in the way. */
export function GatesSection({ claim, action, leads }: Props) {
  const { stage } = claim.gates;
  const checks = gateChecks(claim.gates.checks);
  const isBarred = checks.some((check) => check.outcome === "in-the-way") && claim.gates.overrideBarredBy !== null;
  return (
    <section className="sec" aria-label={stageHeads[stage]}>
      <h2>
        {stageHeads[stage]} <small>{countWords(checks)}</small>
      </h2>
      <Checklist
        checks={checks}
        help={(check) => <GateHelp key={check.key} {...{ claim, check, stage, leads, action }} />}
      />
      {isBarred && <p className="aside mt-2">{claim.gates.overrideBarredBy}</p>}
    </section>
  );
}
