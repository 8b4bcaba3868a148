import type { FormAction, FormState } from "#lib/domain/form-state.ts";

/** What a page can ask the server about people from outside. */
export type OutsideActions = {
  /** Fields `id`, `claimId`, `name`, `email`, `purpose`, `note`, `days`. `url` is the link, shown once. */
  readonly invite: (form: FormData) => Promise<{ readonly state: FormState; readonly url: string | null }>;
  /** Field `id`. */
  readonly revoke: FormAction;
};
