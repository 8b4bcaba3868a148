"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ClaimView } from "#lib/domain/views.ts";

/** Ends work on a claim, with a reason; it can be restored. */
export function WithdrawForm({ claim, action }: { claim: ClaimView; action: FormAction }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Opener name="withdraw" className="textbtn mt-4" onClick={() => setOpen(true)}>
        Withdraw this claim
      </Opener>
    );
  }
  return (
    <Opened name="withdraw">
      <Form
        action={action}
        label="Withdraw this claim"
        className="stack mt-4"
        hidden={{ claimId: claim.id, rowVersion: String(claim.rowVersion) }}
      >
        <TextArea
          name="reason"
          label="Why it is withdrawn"
          hint="It leaves the queue and the report says that it was withdrawn. It can be restored."
          maxLength={1000}
          rows={2}
        />
        <div className="acts">
          <SubmitButton variant="plain">Withdraw claim</SubmitButton>
          <Button variant="bare" onClick={() => setOpen(false)}>
            Keep it
          </Button>
        </div>
      </Form>
    </Opened>
  );
}

/** Why a claim was withdrawn, and the way back. */
export function Withdrawn({ claim, action }: { claim: ClaimView; action: FormAction | null }) {
  return (
    <section className="sec" aria-label="Withdrawn">
      <h2>Withdrawn</h2>
      <p dir="auto" className="serif">
        {claim.withdrawnReason ?? "No reason was given."}
      </p>
      {action !== null && (
        <Opened name="restore">
          <Form
            action={action}
            label="Restore this claim"
            hidden={{ claimId: claim.id, rowVersion: String(claim.rowVersion) }}
          >
            <div className="acts">
              <SubmitButton variant="plain">Restore claim</SubmitButton>
              <span className="why">
                It comes back in progress, with its evidence; an earlier verdict has to be proposed again.
              </span>
            </div>
          </Form>
        </Opened>
      )}
    </section>
  );
}
