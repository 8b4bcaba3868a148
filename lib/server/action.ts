import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Failure, FieldErrors, Outcome } from "#lib/domain/failure.ts";
import { failureSentence } from "#lib/domain/failure.ts";
import type { Answer, FormState, Typed } from "#lib/domain/form-state.ts";
import type { AnonymousContext, Context } from "#lib/server/context.ts";
import { refresh } from "#lib/server/refresh.ts";
import { foreignOriginSentence, isSameOrigin } from "#lib/server/request-gate.ts";
import { anonymousContext, signedIn } from "#lib/server/session.ts";
import { forgetDraft } from "#lib/server/use-cases/keep-draft.ts";

type FormWork<Input, Done extends { readonly id: string }> = {
  readonly schema: z.ZodType<Input>;
  readonly form: FormData;
  readonly work: (context: Context, input: Input) => Promise<Outcome<Done>>;
  /** What the person reads when it is done. */
  readonly saved: string | ((done: Done) => string);
  /** The form whose draft is done with then. */
  readonly draft?: "claim" | "evidence" | "verdict" | "review" | "second";
};

const signInAgain = "You were signed out. Sign in again in another tab, then send this once more; your words are kept.";

/** The road of a form: gate, session, parse, use-case, and back as something to show. Nothing that was typed is lost. */
export async function runAction<Input, Done extends { readonly id: string }>({
  schema,
  form,
  work,
  saved,
  draft,
}: FormWork<Input, Done>): Promise<FormState> {
  const typed = typedOf(form);
  if (!isSameOrigin(await headers())) return { kind: "refused", sentence: foreignOriginSentence, typed };
  const session = await signedIn();
  if (session === null) return { kind: "refused", sentence: signInAgain, typed };
  const input = schema.safeParse(typed);
  if (!input.success) return { kind: "invalid", fields: fieldErrors(input.error), typed };
  const outcome = await work(session.context, input.data);
  if (!outcome.ok) return stateOf(outcome.error, typed);
  if (draft !== undefined) await forgetDraft(session.context, { key: `${draft}:${typed.claimId ?? typed.id}` });
  refresh();
  const sentence = typeof saved === "string" ? saved : saved(outcome.value);
  return { kind: "saved", id: outcome.value.id, sentence, at: session.context.now.toISOString() };
}

type PublicWork<Input> = Pick<FormWork<Input, { id: string }>, "schema" | "form"> & {
  readonly saved: string;
  readonly work: (context: AnonymousContext, input: Input) => Promise<Outcome<{ readonly email: string }>>;
};

/** The road of a form before anybody is signed in. A refused form does not give a password back to the page. */
export async function runPublicAction<Input>({ schema, form, work, saved }: PublicWork<Input>): Promise<FormState> {
  const { password, ...typed } = typedOf(form);
  if (!isSameOrigin(await headers())) return { kind: "refused", sentence: foreignOriginSentence, typed };
  const input = schema.safeParse({ ...typed, password });
  if (!input.success) return { kind: "invalid", fields: fieldErrors(input.error), typed };
  const context = anonymousContext();
  const outcome = await work(context, input.data);
  return outcome.ok
    ? { kind: "saved", id: outcome.value.email, sentence: saved, at: context.now.toISOString() }
    : stateOf(outcome.error, typed);
}

type CallWork<Input, Results> = {
  readonly schema: z.ZodType<Input>;
  /** As the page sent it. */
  readonly request: unknown;
  readonly work: (context: Context, input: Input) => Promise<Outcome<{ readonly results: Results }>>;
  readonly signedOut?: string;
};

/** The road of a call that answers with its results: gate, session, parse, use-case, and back. */
export async function runCall<Input, Results>({
  schema,
  request,
  work,
  signedOut = "You were signed out. Sign in again.",
}: CallWork<Input, Results>): Promise<Answer<Results>> {
  const context = await actionContext();
  if (context === null) return { ok: false, sentence: signedOut };
  const input = schema.safeParse(request);
  if (!input.success)
    return { ok: false, sentence: input.error.issues[0]?.message ?? "Reload the page and try again." };
  const outcome = await work(context, input.data);
  if (!outcome.ok) return { ok: false, sentence: failureSentence(outcome.error) };
  refresh();
  return { ok: true, results: outcome.value.results };
}

/** The road of a call that is no form (marking, searching): null when the request is foreign or nobody is signed in. */
export async function actionContext(): Promise<Context | null> {
  if (!isSameOrigin(await headers())) return null;
  return (await signedIn())?.context ?? null;
}

/** The text fields of a form by name, well-formed. */
export function typedOf(form: unknown): Typed {
  const typed: Record<string, string> = {};
  if (!(form instanceof FormData)) return typed;
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) typed[name] = value.toWellFormed();
  }
  return typed;
}

/** A failure as a form shows it, with what was typed. */
export function stateOf(failure: Failure, typed: Typed): FormState {
  switch (failure.kind) {
    case "invalid":
      return { kind: "invalid", fields: failure.fields, typed };
    case "conflict":
      return { kind: "conflict", current: failure.current, typed };
    case "refused":
    case "forbidden":
    case "not-found":
      return { kind: "refused", sentence: failureSentence(failure), typed };
  }
}

/** The first sentence for each field. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? "");
    fields[name] ??= issue.message;
  }
  return fields;
}
