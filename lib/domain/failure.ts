import type { Result } from "#lib/domain/result.ts";
import { err } from "#lib/domain/result.ts";
import { type Rule, ruleSentence } from "#lib/domain/rule.ts";

/** A sentence per field name; the empty name holds what concerns the whole form. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Everything a use-case may answer instead of doing its work. Nothing was written when it answers so. */
export type Failure =
  | { readonly kind: "invalid"; readonly fields: FieldErrors }
  | { readonly kind: "refused"; readonly rule: Rule; readonly detail?: string }
  | { readonly kind: "conflict"; readonly current: Readonly<Record<string, string>> }
  | { readonly kind: "forbidden" }
  | { readonly kind: "not-found" };

export type Outcome<T> = Result<T, Failure>;

export const notFound = () => err({ kind: "not-found" as const });
export const forbidden = () => err({ kind: "forbidden" as const });
export const refused = (rule: Rule, detail?: string) =>
  err({ kind: "refused" as const, rule, ...(detail === undefined ? {} : { detail }) });
export const invalid = (fields: FieldErrors) => err({ kind: "invalid" as const, fields });
/** `current` holds what stands in the database now, field by field, so that it can be shown beside the loser's text. */
export const conflict = (current: Readonly<Record<string, string>>) => err({ kind: "conflict" as const, current });

/** One sentence for a failure that concerns a whole request rather than a field. */
export function failureSentence(failure: Failure): string {
  switch (failure.kind) {
    case "invalid":
      return Object.values(failure.fields)[0] ?? "Something in this request is not as it should be.";
    case "refused":
      return failure.detail === undefined
        ? ruleSentence(failure.rule)
        : `${ruleSentence(failure.rule)} ${failure.detail}`;
    case "conflict":
      return "Somebody saved this before you. Look at their words beside yours, then save again.";
    case "forbidden":
      return "Your role on this desk does not allow this. An administrator can change it.";
    case "not-found":
      return "This is not on the desk, or no longer. Go back and look for it again.";
  }
}
