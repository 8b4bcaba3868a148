"use client";

import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  articleId: string;
  /** Of the edition that would say so. */
  number: number;
  withdraw: FormAction;
  onKeep: () => void;
  onSaved: () => void;
};

/** What is taken back and why, with what will happen then. */
export function WithdrawForm({ articleId, number, withdraw, onKeep, onSaved }: Props) {
  return (
    <Form
      action={withdraw}
      label="Withdraw the check"
      className="stack"
      hidden={{ articleId }}
      makesId
      draftKey={`withdraw:${articleId}`}
      onSaved={onSaved}
    >
      <p>
        This publishes edition {number}, which says that the check is taken back, in every format and in the feed.
        Earlier editions stay and point to it. The claims keep their state on the desk.
      </p>
      <TextArea name="what" label="What is taken back" maxLength={5000} rows={2} />
      <TextArea name="why" label="Why" maxLength={5000} rows={3} hint="Everybody who reads the report reads both." />
      <div className="acts">
        <SubmitButton>Withdraw the check</SubmitButton>
        <Button variant="bare" onClick={onKeep}>
          Keep it
        </Button>
      </div>
    </Form>
  );
}
