"use client";

import { Button } from "#components/ui/button.tsx";
import { SelectField, TextArea, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { MomentField } from "#components/ui/moment-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import { type ReplyView, replyChannels, replyChannelWords } from "#lib/domain/reply.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  /** What is corrected; null for a new request. */
  request: ReplyView | null;
  action: FormAction;
  onDone: () => void;
};

/** Puts a request for a reply on record, or corrects one. Stet sends nothing: the person does, in their own way. */
export function RequestForm({ claim, request, action, onDone }: Props) {
  const own =
    request === null
      ? { hidden: { claimId: claim.id }, makesId: true }
      : { hidden: { id: request.id, rowVersion: String(request.rowVersion) } };
  const label = request === null ? "Ask for a reply" : "Correct the request";
  return (
    <Form {...own} action={action} label={label} className="stack" onSaved={onDone}>
      <div className="two">
        <TextField
          name="askedOf"
          label="Who was asked"
          defaultValue={request?.askedOf ?? claim.fields.claimant}
          maxLength={500}
        />
        <TextField
          name="contact"
          label="Reached at"
          hint="Stays inside the desk."
          defaultValue={request?.contact}
          maxLength={500}
        />
      </div>
      <SelectField name="channel" label="How" defaultValue={request?.channel ?? "email"}>
        {replyChannels.map((channel) => (
          <option key={channel} value={channel}>
            {replyChannelWords[channel]}
          </option>
        ))}
      </SelectField>
      <TextArea
        name="text"
        label="What they were asked"
        hint="As it was sent. Stet puts it on record; you send it."
        defaultValue={request?.text}
        maxLength={20_000}
        rows={5}
      />
      <div className="two">
        <MomentField name="askedAt" label="Sent" hint="Empty for now." value={request?.askedAt ?? null} />
        <MomentField
          name="deadline"
          label="Answer by"
          hint="You are reminded a day before."
          value={request?.deadline ?? null}
        />
      </div>
      <div className="acts">
        <SubmitButton variant="plain">{request === null ? "Put on record" : "Save request"}</SubmitButton>
        <Button variant="bare" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
