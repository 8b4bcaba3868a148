"use server";

import type { Outcome } from "#lib/domain/failure.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import type { EarlierMessages } from "#lib/domain/thread.ts";
import * as thread from "#lib/schemas/thread.ts";
import { actionContext, runAction } from "#lib/server/action.ts";
import type { Context } from "#lib/server/context.ts";
import { moreMessages } from "#lib/server/queries/more-messages.ts";
import { beginThread } from "#lib/server/use-cases/begin-thread.ts";
import { forgetDraft } from "#lib/server/use-cases/keep-draft.ts";
import { removeMessage } from "#lib/server/use-cases/remove-message.ts";
import { reopenThread } from "#lib/server/use-cases/reopen-thread.ts";
import { replyInThread } from "#lib/server/use-cases/reply-in-thread.ts";
import { resolveThread } from "#lib/server/use-cases/resolve-thread.ts";
import { restoreMessage } from "#lib/server/use-cases/restore-message.ts";

export async function begin(_: FormState, form: FormData): Promise<FormState> {
  const work = forgetting(form, beginThread);
  return runAction({ schema: thread.beginThread, form, work, saved: "Your message is there." });
}

export async function reply(_: FormState, form: FormData): Promise<FormState> {
  const work = forgetting(form, replyInThread);
  return runAction({ schema: thread.replyInThread, form, work, saved: "Your reply is there." });
}

export async function resolve(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: thread.resolveThread, form, work: resolveThread, saved: "The discussion is resolved." });
}

export async function reopen(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: thread.reopenThread, form, work: reopenThread, saved: "The discussion is open again." });
}

export async function remove(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: thread.messageAt, form, work: removeMessage, saved: "The message was taken away." });
}

export async function restore(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: thread.messageAt, form, work: restoreMessage, saved: "The message is back." });
}

export async function more(threadId: string, before: string): Promise<EarlierMessages | null> {
  const context = await actionContext();
  const input = thread.earlierMessages.safeParse({ threadId, before });
  if (context === null || !input.success) return null;
  const found = await moreMessages(context, input.data);
  return found.ok ? found.value : null;
}

/** Drafts have their own place for each thing that is discussed; the form says which. They are the writer's alone. */
function forgetting<Input, Done>(form: unknown, work: (context: Context, input: Input) => Promise<Outcome<Done>>) {
  const key = form instanceof FormData ? form.get("draftKey") : null;
  return async (context: Context, input: Input) => {
    const done = await work(context, input);
    if (done.ok && typeof key === "string") await forgetDraft(context, { key });
    return done;
  };
}
