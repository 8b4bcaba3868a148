"use client";

import { useCallback, useState } from "react";
import { Pick } from "#components/evidence/pick.tsx";
import type { OutsideActions } from "#components/outside/outside-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { CopiedLink } from "#components/ui/copied-link.tsx";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/domain/form-state.ts";
import type { OutsidePurpose } from "#lib/domain/outside.ts";

type Props = {
  claimId: string;
  purpose: OutsidePurpose;
  invite: OutsideActions["invite"];
  onDone: () => void;
};

/** Makes a link for one person to one claim. It is shown once, here. */
export function InviteOutsiderForm({ claimId, purpose, invite, onDone }: Props) {
  const [made, setMade] = useState<{ readonly name: string; readonly link: string } | null>(null);
  const action = useCallback(
    async (_: FormState, form: FormData): Promise<FormState> => {
      const { state, url } = await invite(form);
      if (url !== null) setMade({ name: String(form.get("name") ?? ""), link: url });
      return state;
    },
    [invite],
  );
  if (made !== null) return <OneLink {...made} onDone={onDone} />;
  return (
    <Form action={action} label="Ask somebody from outside" className="stack mt-4" hidden={{ claimId }} makesId>
      <div className="two">
        <TextField name="name" label="Name" autoComplete="off" maxLength={200} />
        <TextField name="email" label="Mail address" type="email" dir="ltr" autoComplete="off" maxLength={254} />
      </div>
      <Pick
        name="purpose"
        label="What you ask"
        defaultValue={purpose}
        options={[
          { value: "expert", label: "What they know" },
          { value: "review", label: "To review the verdict" },
        ]}
      />
      <TextArea name="note" label="A note to them" hint="They read it above the claim." maxLength={5000} rows={2} />
      <TextField
        name="days"
        label="Days until the link expires"
        type="number"
        inputMode="numeric"
        min={1}
        max={60}
        defaultValue={14}
      />
      <div className="acts">
        <SubmitButton variant="plain">Make the link</SubmitButton>
        <Button variant="bare" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}

function OneLink({ name, link, onDone }: { name: string; link: string; onDone: () => void }) {
  return (
    <div className="mt-4">
      <p>
        Give this link to <bdi>{name}</bdi>. Stet sends it to nobody. Whoever has it sees the claim, and it is not shown
        again.
      </p>
      <CopiedLink key={link} label="Link from outside" link={link} />
      <div className="acts">
        <Button variant="bare" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
