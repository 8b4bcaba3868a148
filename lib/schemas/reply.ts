import { z } from "zod";
import { replyChannels } from "#lib/domain/reply.ts";
import { moment } from "#lib/schemas/moment.ts";
import { identifier, requiredText, rowVersion, writtenText } from "#lib/schemas/text.ts";

const requestFields = z.object({
  askedOf: requiredText(500, "Say who was asked."),
  contact: writtenText(500).default(""),
  channel: z.enum(replyChannels, "Choose how they were asked."),
  text: requiredText(20_000, "Write what they were asked, as it was sent."),
  /** Empty for now. */
  askedAt: moment.default(null),
  deadline: moment.default(null),
});

function checkDeadline(context: {
  readonly value: z.output<typeof requestFields>;
  readonly issues: z.core.$ZodRawIssue[];
}): void {
  const { askedAt, deadline } = context.value;
  if (askedAt === null || deadline === null || deadline > askedAt) return;
  const message = "The deadline has to come after the request was sent.";
  context.issues.push({ code: "custom", path: ["deadline"], message, input: context.value });
}

/** Right of reply: who was asked, how, what, and by when they may answer. `id` names the request. */
export const askForReply = requestFields.extend({ id: identifier, claimId: identifier }).check(checkDeadline);
export type AskForReply = z.output<typeof askForReply>;

export const changeReplyRequest = requestFields.extend({ id: identifier, rowVersion }).check(checkDeadline);
export type ChangeReplyRequest = z.output<typeof changeReplyRequest>;

export const recordReply = z.object({
  id: identifier,
  rowVersion,
  answer: requiredText(20_000, "Write what they answered, in their words."),
  /** Empty for now. */
  answeredAt: moment.default(null),
});
export type RecordReply = z.output<typeof recordReply>;

export const withdrawReplyRequest = z.object({
  id: identifier,
  rowVersion,
  reason: requiredText(1000, "Say why the request is withdrawn."),
});
export type WithdrawReplyRequest = z.output<typeof withdrawReplyRequest>;

/** A file that came with a request or its answer. `id` names the attachment. */
export const attachToReply = z.object({
  id: identifier,
  requestId: identifier,
  bytes: z.instanceof(Uint8Array, { error: "Choose a file." }).refine((bytes) => bytes.byteLength > 0, {
    error: "This file is empty. Choose another one.",
  }),
  fileName: writtenText(300).default(""),
  contentType: z.string().max(200).default(""),
});
export type AttachToReply = z.output<typeof attachToReply>;
