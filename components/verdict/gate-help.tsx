"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Check } from "#components/verdict/checks.ts";
import { leadTo, leadWords } from "#components/verdict/lead-to.ts";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { GateStage } from "#lib/domain/gate.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  check: Check;
  stage: GateStage;
  /** Whether the ways to meet the gate are on this page and the reader's to go. */
  leads: boolean;
  action: FormAction;
};

/** What can be done about a gate: the way to where it is met and, for whoever may, the form that overrides it. */
export function GateHelp({ claim, check, stage, leads, action }: Props) {
  const [overriding, setOverriding] = useState(false);
  const { gate } = check;
  if (gate === null) return null;
  const words = leads ? leadWords[gate] : null;
  const mayOverride = check.outcome === "in-the-way" && claim.gates.overrideBarredBy === null;
  const name = `override ${stage} ${gate}`;
  const close = () => setOverriding(false);
  if (words === null && !mayOverride) return null;
  return (
    <>
      <div className="factacts">
        {words !== null && (
          <button type="button" className="textbtn" onClick={() => leadTo(gate, check.pieces[0])}>
            {words}
          </button>
        )}
        {mayOverride && !overriding && (
          <Opener name={name} onClick={() => setOverriding(true)}>
            Override with a reason<span className="vh"> ({check.what})</span>
          </Opener>
        )}
      </div>
      {overriding && (
        <Opened name={name}>
          <Form
            action={action}
            className="override"
            label={`Override: ${check.what}`}
            hidden={{
              claimId: claim.id,
              gate,
              stage,
              revisionId: stage === "propose" ? "" : (claim.revisions[0]?.id ?? ""),
            }}
            makesId
            onSaved={() => {
              close();
              focusOnCheck(gate);
            }}
          >
            <TextArea
              name="reason"
              label="Why it may be passed"
              hint={`The report prints it with your name. It holds for ${forWords(claim, stage)} only.`}
              maxLength={2000}
              rows={2}
            />
            <div className="acts">
              <SubmitButton variant="plain">Override this gate</SubmitButton>
              <Button variant="bare" onClick={close}>
                Cancel
              </Button>
            </div>
          </Form>
        </Opened>
      )}
    </>
  );
}

function forWords(claim: ClaimView, stage: GateStage): string {
  const latest = claim.revisions[0]?.number ?? 0;
  return `revision ${stage === "propose" ? latest + 1 : latest}`;
}

/** The form that was in focus is gone by then; the line that it was about still stands. */
function focusOnCheck(gate: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-check="${gate}"] .what`)?.focus());
}
