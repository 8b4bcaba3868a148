"use server";

import type { FeedAnswer } from "#components/import/feed-answer.ts";
import { failureSentence } from "#lib/domain/failure.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import * as feed from "#lib/schemas/feed.ts";
import { actionContext, fieldErrors, runAction } from "#lib/server/action.ts";
import { refresh } from "#lib/server/refresh.ts";
import { lookAtFeed } from "#lib/server/use-cases/look-at-feed.ts";
import { noteLook } from "#lib/server/use-cases/note-look.ts";
import { readFeeds } from "#lib/server/use-cases/read-feeds.ts";
import { unwatchFeed, watchFeed } from "#lib/server/use-cases/watch-feed.ts";

export async function watch(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: feed.watchFeed, form, work: watchFeed, saved: "The desk watches this feed." });
}

export async function unwatch(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: feed.unwatchFeed, form, work: unwatchFeed, saved: "The feed is no longer watched." });
}

const signInAgain = "You were signed out. Sign in again, then look once more.";

/** What stands at an address, shown and not kept. */
export async function look(address: string): Promise<FeedAnswer> {
  const context = await actionContext();
  if (context === null) return { kind: "problem", sentence: signInAgain };
  const input = feed.lookAtFeed.safeParse({ address });
  if (!input.success) return { kind: "problem", sentence: fieldErrors(input.error).address ?? "" };
  const found = await lookAtFeed(context, input.data);
  return found.ok ? found.value : { kind: "problem", sentence: failureSentence(found.error) };
}

/** Reads one feed again, or those that are due when `id` is null. Answers a sentence when that was refused. */
export async function readAgain(id: string | null): Promise<string | null> {
  const context = await actionContext();
  const input = feed.readFeeds.safeParse(id === null ? {} : { id });
  if (context === null || !input.success) return signInAgain;
  const read = await readFeeds(context, input.data);
  refresh();
  return read.ok ? null : failureSentence(read.error);
}

/** Notes that the person has the list before them. */
export async function looked(): Promise<void> {
  const context = await actionContext();
  if (context !== null) await noteLook(context);
}
