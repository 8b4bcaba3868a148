"use client";

import { Pick } from "#components/evidence/pick.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

/** An editor who gave neither verdict says which one carries, and why. */
export function SettleForm({ id, action }: { id: string; action: FormAction }) {
  return (
    <Form action={action} label="Settle the two verdicts" className="stack mt-4" hidden={{ id }}>
      <Pick
        name="outcome"
        label="Which one carries"
        options={[
          { value: "first", label: "The first" },
          { value: "second", label: "The second" },
          { value: "other", label: "Neither" },
        ]}
      />
      <TextArea name="words" label="Why" maxLength={20_000} rows={3} />
      <div className="acts">
        <SubmitButton variant="plain">Settle</SubmitButton>
        <span className="why">It changes no verdict: a new revision is proposed and reviewed like any other.</span>
      </div>
    </Form>
  );
}
