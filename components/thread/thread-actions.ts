import type { FormAction } from "#lib/domain/form-state.ts";
import type { EarlierMessages } from "#lib/domain/thread.ts";

/** What the discussions of a claim can ask the server to do. */
export type ThreadActions = {
  readonly begin: FormAction;
  readonly reply: FormAction;
  readonly resolve: FormAction;
  readonly reopen: FormAction;
  /** Field `id`: the message. */
  readonly remove: FormAction;
  readonly restore: FormAction;
  /** The messages of a thread before one of them; null when they were not read. */
  readonly more: (threadId: string, before: string) => Promise<EarlierMessages | null>;
};
