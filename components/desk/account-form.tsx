"use client";

import { NewPassword } from "#components/desk/new-password.tsx";
import { SessionList, type SessionView } from "#components/desk/session-list.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  name: string;
  email: string;
  hasPassword: boolean;
  sessions: readonly SessionView[];
  /** The session that shows the page. */
  thisSessionId: string;
  /** `current`, `password` */
  changePassword: FormAction;
  /** `id` */
  endSession: FormAction;
  /** no fields */
  endOtherSessions: FormAction;
};

/** One's password, and where one is signed in. The whole `main` of a page. */
export function AccountForm({ name, email, hasPassword, changePassword, ...rest }: Props) {
  return (
    <main className="wrap narrow" id="main">
      <div className="phead">
        <h1>Your account</h1>
        <span className="faint">
          <bdi>{name}</bdi>, <bdi>{email}</bdi>
        </span>
      </div>
      <section className="sec" aria-labelledby="password-head">
        <h2 id="password-head">{hasPassword ? "Change your password" : "Set a password"}</h2>
        <Form
          action={changePassword}
          label="Password"
          afterSave="clear"
          onSaved={() => showToast("The password is set. Your other sessions have ended.")}
        >
          <div className="stack">
            <input type="text" autoComplete="username" value={email} readOnly hidden />
            {hasPassword && (
              <TextField
                name="current"
                label="Present password"
                type="password"
                autoComplete="current-password"
                dir="ltr"
                maxLength={1024}
              />
            )}
            <NewPassword label="New password" />
          </div>
          <div className="acts">
            <SubmitButton>{hasPassword ? "Change password" : "Set password"}</SubmitButton>
            <span className="why">Every other session ends.</span>
          </div>
        </Form>
      </section>
      <SessionList
        sessions={rest.sessions}
        currentId={rest.thisSessionId}
        end={rest.endSession}
        endOthers={rest.endOtherSessions}
      />
    </main>
  );
}
