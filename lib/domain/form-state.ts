import type { FieldErrors } from "#lib/domain/failure.ts";

/** What the person typed, by field name, so that a refused form can show it again. */
export type Typed = Readonly<Record<string, string>>;

/** What a form shows after it was sent. Whatever happened, nothing that was typed is lost. */
export type FormState =
  | { readonly kind: "idle" }
  | { readonly kind: "saved"; readonly id: string; readonly sentence: string; readonly at: string }
  | { readonly kind: "invalid"; readonly fields: FieldErrors; readonly typed: Typed }
  | { readonly kind: "refused"; readonly sentence: string; readonly typed: Typed }
  | { readonly kind: "conflict"; readonly current: Typed; readonly typed: Typed };

export const idle: FormState = { kind: "idle" };

/** A server action as forms call it: the last state and the form's fields in, the next state out. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** What a form's action answers where the answer can be undone: what it shows, and the claims that it changed. */
export type Undoable<Claim> = { readonly state: FormState; readonly done: readonly Claim[] };

export type UndoableAction<Claim> = (state: FormState, form: FormData) => Promise<Undoable<Claim>>;

/** What a call that is no form answers: its results, or why there are none. */
export type Answer<Results> =
  | { readonly ok: true; readonly results: Results }
  | { readonly ok: false; readonly sentence: string };
