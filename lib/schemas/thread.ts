import { z } from "zod";
import { messageLimits, threadAnchors } from "#lib/domain/thread.ts";
import { identifier, listOfIds, requiredText, rowVersion } from "#lib/schemas/text.ts";

const mentions = listOfIds(1000)
  .transform((list) => [...new Set(list)])
  .default([]);

/** Said at the words, which is where the names stand. */
const fewNames = {
  path: ["text"],
  message: `Name ${messageLimits.mentions} people at most in one message.`,
};
const namesFew = (sent: { readonly mentions: readonly string[] }) => sent.mentions.length <= messageLimits.mentions;

const text = requiredText(messageLimits.length, "Write a message first.");

/** A new thread with its first message; `id` names the thread, `messageId` the message, by the same id if it is left out. */
export const beginThread = z
  .object({
    id: identifier,
    messageId: identifier.optional(),
    claimId: identifier,
    anchor: z.enum(threadAnchors, "Choose what to discuss."),
    anchorId: identifier,
    text,
    mentions,
  })
  .refine(namesFew, fewNames)
  .transform((sent) => ({ ...sent, messageId: sent.messageId ?? sent.id }));
export type BeginThread = z.output<typeof beginThread>;

/** One more message in a thread; `id` names the message. */
export const replyInThread = z
  .object({ id: identifier, threadId: identifier, text, mentions })
  .refine(namesFew, fewNames);
export type ReplyInThread = z.output<typeof replyInThread>;

export const resolveThread = z.object({
  id: identifier,
  rowVersion,
  reason: requiredText(1000, "Say what came of it."),
});
export type ResolveThread = z.output<typeof resolveThread>;

export const reopenThread = z.object({ id: identifier, rowVersion });
export type ReopenThread = z.output<typeof reopenThread>;

/** Through the API: what a thread is to be. */
export const changeThread = z.discriminatedUnion("resolved", [
  resolveThread.extend({ resolved: z.literal(true) }),
  reopenThread.extend({ resolved: z.literal(false) }),
]);
export type ChangeThread = z.output<typeof changeThread>;

export const messageAt = z.object({ id: identifier });
export type MessageAt = z.output<typeof messageAt>;

export const changeMessage = messageAt.extend({ removed: z.boolean() });
export type ChangeMessage = z.output<typeof changeMessage>;

/** The messages of a thread before one of them. */
export const earlierMessages = z.object({ threadId: identifier, before: identifier });
