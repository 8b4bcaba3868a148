"use client";

import { type ReactNode, useCallback } from "react";
import { NewPassword } from "#components/desk/new-password.tsx";
import { PlainPage } from "#components/desk/plain-page.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction, FormState } from "#lib/domain/form-state.ts";

type Answer = { readonly ok: true } | { readonly ok: false; readonly sentence: string };

/** The page of a sign-in link: one press uses it up, opening the page does not. */
export function LinkSignIn({ name, signIn }: { name: string; signIn: () => Promise<Answer> }) {
  const action = useCallback(async (): Promise<FormState> => {
    const answer = await signIn();
    if (!answer.ok) return { kind: "refused", sentence: answer.sentence, typed: {} };
    return { kind: "saved", id: "", sentence: "You are signed in.", at: new Date().toISOString() };
  }, [signIn]);
  return (
    <Door title="Welcome" sentence="This link signs you in once.">
      <Form action={action} label="Sign in" onSaved={() => window.location.assign("/articles")}>
        <SubmitButton>
          <span>
            Sign in as <bdi>{name}</bdi>
          </span>
        </SubmitButton>
      </Form>
    </Door>
  );
}

/** The page that sets up the first desk and its first administrator: `desk`, `name`, `email`, `password`. */
export function SetupForm({ token, action }: { token: string; action: FormAction }) {
  return (
    <Door title="Set up your desk" sentence="A desk is where a team works; you will be its administrator.">
      <Form action={action} label="Set up the desk" hidden={{ token }} onSaved={toArticles}>
        <div className="stack">
          <TextField name="desk" label="Name of the desk" maxLength={200} autoComplete="organization" />
          <YourName />
          <TextField name="email" label="Mail address" type="email" autoComplete="username" dir="ltr" maxLength={254} />
          <NewPassword label="Password" />
        </div>
        <div className="acts">
          <SubmitButton>Set up the desk</SubmitButton>
        </div>
      </Form>
    </Door>
  );
}

type Invited = {
  token: string;
  desk: string;
  email: string;
  /** Somebody has an account with this address: its present password joins the desk to it. */
  hasAccount: boolean;
  action: FormAction;
};

/** The page of an invitation: `name`, `password`. */
export function InvitationForm({ token, desk, email, hasAccount, action }: Invited) {
  return (
    <Door
      title={
        <>
          Join <bdi>{desk}</bdi>
        </>
      }
      sentence={
        hasAccount
          ? "You have an account with this address. Its password joins you to the desk."
          : "You were invited to this desk. Choose your name and a password."
      }
    >
      <Form action={action} label="Join the desk" hidden={{ token }} onSaved={toArticles}>
        <div className="stack">
          <TextField
            name="email"
            label="Mail address"
            type="email"
            autoComplete="username"
            dir="ltr"
            defaultValue={email}
            readOnly
          />
          <YourName />
          {hasAccount ? (
            <TextField
              name="password"
              label="Your password"
              type="password"
              autoComplete="current-password"
              dir="ltr"
              maxLength={1024}
            />
          ) : (
            <NewPassword label="Password" />
          )}
        </div>
        <div className="acts">
          <SubmitButton>Join the desk</SubmitButton>
        </div>
      </Form>
    </Door>
  );
}

/** What a link shows that was used, has run out, or never was one. */
export function SpentLink() {
  return (
    <PlainPage
      sentence="This link does nothing any more."
      next="It was used already, or its time has run out. Ask whoever gave it to you for a new one."
      link={{ href: "/sign-in", words: "To the sign-in page" }}
    />
  );
}

function YourName() {
  return (
    <TextField
      name="name"
      label="Your name"
      hint="As colleagues and reports should show it."
      maxLength={200}
      autoComplete="name"
    />
  );
}

function Door({ title, sentence, children }: { title: ReactNode; sentence: string; children: ReactNode }) {
  return (
    <main className="door" id="main">
      <h1>{title}</h1>
      <p>{sentence}</p>
      {children}
    </main>
  );
}

function toArticles(): void {
  window.location.assign("/articles");
}
