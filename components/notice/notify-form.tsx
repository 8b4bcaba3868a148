"use client";

import Link from "next/link";
import { SelectField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import { noticeKinds, noticeKindWords } from "#lib/domain/notice.ts";
import { type MailChoices, mailChoice, mailChoices, mailChoiceWords } from "#lib/domain/notify.ts";

type Props = {
  choices: MailChoices;
  /** Whether this installation sends mail. */
  hasMail: boolean;
  /** A field for each kind of notice. */
  action: FormAction;
};

/** How one hears of each kind of event. The whole `main` of a page. */
export function NotifyForm({ choices, hasMail, action }: Props) {
  return (
    <main className="wrap narrow" id="main">
      <div className="phead">
        <h1>Notices by mail</h1>
        <div className="end">
          <Link className="link" href="/notices" prefetch={false}>
            All notices
          </Link>
        </div>
      </div>
      <p className="soft">
        Everything stands under Notices. Choose what is sent by mail besides; the digest goes out once a day, in the
        morning.
      </p>
      {!hasMail && (
        <p className="soft">
          No mail server is set up here yet, so nothing is sent. Your choices are kept for when there is one.
        </p>
      )}
      <Form action={action} label="Notices by mail" onSaved={() => showToast("Your choices are saved.")}>
        <div className="stack">
          {noticeKinds.map((kind) => (
            <SelectField key={kind} name={kind} label={noticeKindWords[kind]} defaultValue={mailChoice(choices, kind)}>
              {mailChoices.map((choice) => (
                <option key={choice} value={choice}>
                  {mailChoiceWords[choice]}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
        <div className="acts">
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
    </main>
  );
}
