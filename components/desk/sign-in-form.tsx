"use client";

import { useCallback } from "react";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/domain/form-state.ts";

type Answer = { readonly ok: true } | { readonly ok: false; readonly sentence: string };
type Props = { signIn: (form: { email: string; password: string }) => Promise<Answer> };

/** Address and password, the whole `main` of a page. A whole page load follows, so that nothing of an earlier visit stays in memory. */
export function SignInForm({ signIn }: Props) {
  const action = useCallback(
    async (_: FormState, form: FormData): Promise<FormState> => {
      const email = String(form.get("email") ?? "");
      const answer = await signIn({ email, password: String(form.get("password") ?? "") });
      if (!answer.ok) return { kind: "refused", sentence: answer.sentence, typed: { email } };
      return { kind: "saved", id: "", sentence: "You are signed in.", at: new Date().toISOString() };
    },
    [signIn],
  );
  return (
    <main className="door" id="main">
      <h1>Sign in</h1>
      <Form action={action} label="Sign in" className="mt-4" onSaved={() => window.location.assign("/articles")}>
        <div className="stack">
          <TextField name="email" label="Mail address" type="email" autoComplete="username" dir="ltr" maxLength={254} />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            dir="ltr"
            maxLength={1024}
          />
        </div>
        <div className="acts">
          <SubmitButton>Sign in</SubmitButton>
        </div>
      </Form>
      <p className="aside mt-6">No account yet? An administrator of your desk sends you a link.</p>
    </main>
  );
}
