"use client";

import { signIn } from "next-auth/react";
import { InvitationForm, LinkSignIn, SetupForm } from "#components/desk/link-form.tsx";
import { SignInForm } from "#components/desk/sign-in-form.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Answer = { readonly ok: true } | { readonly ok: false; readonly sentence: string };

const unreachable = "The desk could not be reached. Check the connection and try again.";

/** next-auth answers a refused sign-in with the sentence that the server threw. */
async function signInBy(provider: "password" | "link", fields: Readonly<Record<string, string>>): Promise<Answer> {
  try {
    const result = await signIn(provider, { ...fields, redirect: false });
    if (result?.ok === true && result.error == null) return { ok: true };
    return { ok: false, sentence: result?.error ?? unreachable };
  } catch {
    return { ok: false, sentence: unreachable };
  }
}

/** Does what a link is for, then signs in with the password that was just set or proved. */
function thenSignIn(action: FormAction): FormAction {
  return async (state, form) => {
    const answer = await action(state, form);
    if (answer.kind !== "saved") return answer;
    const password = String(form.get("password") ?? "");
    const entered = await signInBy("password", { email: answer.id, password });
    return entered.ok ? answer : { kind: "refused", sentence: entered.sentence, typed: {} };
  };
}

export function PasswordDoor() {
  return <SignInForm signIn={(fields: { email: string; password: string }) => signInBy("password", fields)} />;
}

export function LinkDoor({ name, token }: { name: string; token: string }) {
  return <LinkSignIn name={name} signIn={() => signInBy("link", { token })} />;
}

export function SetupDoor({ token, action }: { token: string; action: FormAction }) {
  return <SetupForm token={token} action={thenSignIn(action)} />;
}

type Invited = { token: string; desk: string; email: string; hasAccount: boolean; action: FormAction };

export function InvitationDoor({ action, ...invited }: Invited) {
  return <InvitationForm {...invited} action={thenSignIn(action)} />;
}
