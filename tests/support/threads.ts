import { uuidv7 } from "uuidv7";
import type { ThreadAnchor, ThreadView } from "#lib/domain/thread.ts";
import type { Context } from "#lib/server/context.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { beginThread } from "#lib/server/use-cases/begin-thread.ts";
import { replyInThread } from "#lib/server/use-cases/reply-in-thread.ts";
import { good } from "#tests/support/desk.ts";

type Hung = { readonly claimId: string; readonly anchor?: ThreadAnchor; readonly anchorId?: string };
type Said = { readonly text?: string; readonly mentions?: string[] };

export const firstWords = "Is this the loss before or after the grant?";

/** A request to begin a thread, on the claim unless it says otherwise. */
export function threadInput({ claimId, anchor = "claim", anchorId = claimId }: Hung, said: Said = {}) {
  const { text = firstWords, mentions = [] } = said;
  return { id: uuidv7(), messageId: uuidv7(), claimId, anchor, anchorId, text, mentions };
}

/** The id of a thread that somebody began. */
export async function begin(context: Context, hung: Hung, said?: Said): Promise<string> {
  return good(await beginThread(context, threadInput(hung, said))).id;
}

/** The id of a message that somebody wrote in a thread. */
export async function reply(context: Context, threadId: string, { text = "After.", mentions = [] }: Said = {}) {
  return good(await replyInThread(context, { id: uuidv7(), threadId, text, mentions })).id;
}

/** A claim's threads as somebody reads them. */
export async function threadsAs(context: Context, claimId: string): Promise<readonly ThreadView[]> {
  return good(await claimPage(context, claimId)).threads;
}
