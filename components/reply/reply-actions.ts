import type { FormAction } from "#lib/domain/form-state.ts";

/** What the reply section of a claim can ask the server to do. */
export type ReplyActions = {
  readonly ask: FormAction;
  readonly change: FormAction;
  readonly answer: FormAction;
  readonly withdraw: FormAction;
};
