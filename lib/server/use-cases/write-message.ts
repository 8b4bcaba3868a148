import "server-only";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { insertMessage } from "#lib/server/repositories/messages.ts";
import { tell } from "#lib/server/repositories/notices.ts";
import { peopleOfThread } from "#lib/server/repositories/threads.ts";

type Message = {
  readonly id: string;
  readonly threadId: string;
  readonly claimId: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly isFirst: boolean;
};

/**
 * Saves a message of a held thread and tells whom it names and whom it concerns, each once and never its writer. Whoever
 * has still to judge the claim for themselves finds the notice when their verdict is in: lists and mail hold it back.
 */
export async function writeMessage(tx: Tx, { actor, now }: Context, message: Message): Promise<void> {
  const { deskId, memberId } = actor;
  const { id, threadId, claimId, text, mentions, isFirst } = message;
  await insertMessage(tx, { deskId, id, threadId, authorId: memberId, text, mentions: [...mentions], createdAt: now });
  const told = (people: readonly string[], kind: "mention" | "thread-reply") =>
    people
      .filter((person) => person !== memberId)
      .map((person) => ({ deskId, memberId: person, kind, key: `${kind}:${id}`, claimId, details: {}, at: now }));
  const concerned = await peopleOfThread(tx, { deskId, claimId, threadId }, { isFirst });
  const others = concerned.filter((person) => !mentions.includes(person));
  await tell(tx, [...told(mentions, "mention"), ...told(others, "thread-reply")]);
}

/** Whether what was sent under an id before is the same message. */
export function isSameMessage(
  stored: { readonly text: string; readonly mentions: readonly string[] },
  sent: { readonly text: string; readonly mentions: readonly string[] },
): boolean {
  return stored.text === sent.text && [...stored.mentions].sort().join() === [...sent.mentions].sort().join();
}
