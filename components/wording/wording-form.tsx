"use client";

import { Pick } from "#components/evidence/pick.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import { type WordingRow, wordingOutcomeWords } from "#lib/domain/wording.ts";

const options = (["accepted", "refused", "other"] as const).map((value) => ({
  value,
  label: wordingOutcomeWords[value],
}));

type Props = { row: WordingRow; action: FormAction; onDone: () => void };

/** Records what the writer said of one suggestion; the newest record counts. */
export function WordingForm({ row: { claimId, revisionId, number }, action, onDone }: Props) {
  return (
    <Form
      action={action}
      label={`The writer’s answer on claim ${number}`}
      className="stack mt-4"
      hidden={{ claimId, revisionId }}
      makesId
      draftKey={`answer:${revisionId}`}
      onSaved={() => {
        showToast("The writer’s answer is recorded.");
        onDone();
      }}
    >
      <Pick name="outcome" label="What the writer said" options={options} />
      <TextArea
        name="note"
        label="Note"
        hint="With other words: the words that are printed. It stands in the report’s list of changes."
        maxLength={5000}
        rows={2}
      />
      <div className="acts mt-0">
        <SubmitButton variant="plain">Record the answer</SubmitButton>
        <Button variant="bare" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
