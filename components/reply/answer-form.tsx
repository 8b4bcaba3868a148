"use client";

import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { MomentField } from "#components/ui/moment-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ReplyView } from "#lib/domain/reply.ts";

type Props = { request: ReplyView; action: FormAction; onDone: () => void };

/** What they answered, and when; an answer that was recorded is corrected in the same form. */
export function AnswerForm({ request, action, onDone }: Props) {
  return (
    <Form
      action={action}
      label="Record the answer"
      className="stack"
      hidden={{ id: request.id, rowVersion: String(request.rowVersion) }}
      onSaved={onDone}
    >
      <TextArea
        name="answer"
        label="What they answered"
        hint="Word for word. “No comment” is an answer too."
        defaultValue={request.answer ?? ""}
        maxLength={20_000}
        rows={5}
      />
      <MomentField name="answeredAt" label="Answered" hint="Empty for now." value={request.answeredAt} />
      <div className="acts">
        <SubmitButton variant="plain">Save answer</SubmitButton>
        <Button variant="bare" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}

/** Ends a request that was a mistake. */
export function WithdrawRequest({ request, action, onDone }: Props) {
  return (
    <Form
      action={action}
      label="Withdraw the request"
      className="stack"
      hidden={{ id: request.id, rowVersion: String(request.rowVersion) }}
      onSaved={onDone}
    >
      <TextArea name="reason" label="Why it is withdrawn" maxLength={1000} rows={2} />
      <div className="acts">
        <SubmitButton variant="plain">Withdraw request</SubmitButton>
        <Button variant="bare" onClick={onDone}>
          Keep it
        </Button>
      </div>
    </Form>
  );
}
