"use client";

import { useCallback, useState } from "react";
import { CopiedLink } from "#components/ui/copied-link.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FieldErrors } from "#lib/domain/failure.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import { roles, roleWords } from "#lib/domain/role.ts";

type InviteAnswer =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly sentence: string; readonly fields?: FieldErrors };

/** Makes a link that lets one person in, once (`id` is made by the form). The link is in the answer and nowhere else. */
export type Invite = (form: { id: string; email: string; role: string }) => Promise<InviteAnswer>;

/** A link for one person and one role, shown once: nobody can look it up again. */
export function InviteForm({ invite }: { invite: Invite }) {
  const [made, setMade] = useState<{ readonly email: string; readonly link: string } | null>(null);
  const action = useCallback(
    async (_: FormState, form: FormData): Promise<FormState> => {
      const read = (name: string) => String(form.get(name) ?? "");
      const typed = { id: read("id"), email: read("email"), role: read("role") };
      const answer = await invite(typed);
      if (answer.ok) {
        setMade({ email: typed.email, link: answer.url });
        return { kind: "saved", id: typed.id, sentence: "The link is made.", at: new Date().toISOString() };
      }
      return answer.fields === undefined
        ? { kind: "refused", sentence: answer.sentence, typed }
        : { kind: "invalid", fields: answer.fields, typed };
    },
    [invite],
  );
  return (
    <>
      <Form action={action} label="Invite a colleague" className="inrow" makesId afterSave="clear">
        <TextField name="email" label="Mail address" type="email" dir="ltr" autoComplete="off" maxLength={254} />
        <SelectField name="role" label="Role" defaultValue="checker">
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleWords[role]}
            </option>
          ))}
        </SelectField>
        <SubmitButton variant="plain">Make a link</SubmitButton>
      </Form>
      {made !== null && <OneLink email={made.email} link={made.link} />}
    </>
  );
}

function OneLink({ email, link }: { email: string; link: string }) {
  return (
    <div className="mt-4">
      <p>
        Give this link to <bdi>{email}</bdi>. It works once, within 72 hours, and is not shown again.
      </p>
      <CopiedLink key={link} label="Invitation link" link={link} />
    </div>
  );
}
