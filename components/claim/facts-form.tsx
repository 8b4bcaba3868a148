"use client";

import { draftKeyOf } from "#components/claim/claim-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { DateField, TextArea, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  action: FormAction;
  onSaved: () => void;
  /** Absent while the statement is empty: there is nothing to go back to. */
  onCancel: (() => void) | null;
};

/** The statement in the checker's own words, and who said it when and where. */
export function FactsForm({ claim, action, onSaved, onCancel }: Props) {
  const { statement, claimant, saidOn, saidIn } = claim.fields;
  return (
    <Form
      action={action}
      label="Claim"
      className="stack mt-4"
      hidden={{ id: claim.id, rowVersion: String(claim.rowVersion) }}
      initial={claim.drafts.claim}
      draftKey={draftKeyOf("claim", claim.id)}
      onSaved={onSaved}
    >
      <TextArea
        name="statement"
        label="Statement"
        hint="In your own words: one thing that can be true or false."
        defaultValue={statement}
        maxLength={2000}
        rows={3}
      />
      <TextField name="claimant" label="Claimant" defaultValue={claimant} maxLength={500} />
      <div className="two">
        <DateField kind="partial" name="saidOn" label="Said on" defaultValue={saidOn} />
        <TextField name="saidIn" label="Said in" defaultValue={saidIn} maxLength={500} />
      </div>
      <div className="acts">
        <SubmitButton variant="plain">Save claim</SubmitButton>
        {onCancel !== null && (
          <Button variant="bare" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </Form>
  );
}
