import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "#lib/domain/failure.ts";
import type { Context } from "#lib/server/context.ts";
import { claimReplies } from "#lib/server/queries/claim-replies.ts";
import { replyAttachment } from "#lib/server/queries/reply-attachment.ts";
import { askForReply } from "#lib/server/use-cases/ask-for-reply.ts";
import { attachToReply } from "#lib/server/use-cases/attach-to-reply.ts";
import { changeReplyRequest } from "#lib/server/use-cases/change-reply-request.ts";
import { recordReply } from "#lib/server/use-cases/record-reply.ts";
import { withdrawReplyRequest } from "#lib/server/use-cases/withdraw-reply-request.ts";
import { good, makeArticle, makeClaim, makeDesk, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let intruder: Context;
let theirs: { claimId: string; requestId: string; fileId: string };

const words = {
  askedOf: "Board",
  contact: "",
  channel: "email" as const,
  text: "Which?",
  askedAt: null,
  deadline: null,
};
const bytes = new TextEncoder().encode("Two.");

beforeAll(async () => {
  fresh = await freshDatabase();
  const checker = (await makeDesk(fresh.db)).as("checker");
  const { id: claimId } = await makeClaim(checker, await makeArticle(checker), "two boats");
  const [requestId, fileId] = [uuidv7(), uuidv7()];
  good(await askForReply(checker, { ...words, id: requestId, claimId }));
  good(await attachToReply(checker, { id: fileId, requestId, bytes, fileName: "a.txt", contentType: "" }));
  theirs = { claimId, requestId, fileId };
  intruder = (await makeDesk(fresh.db)).as("admin");
});
afterAll(() => fresh.close());

describe("another desk's correspondence is not there", () => {
  const attempts: Record<string, () => Promise<Outcome<unknown>>> = {
    askForReply: () => askForReply(intruder, { ...words, id: uuidv7(), claimId: theirs.claimId }),
    "askForReply, under an id of theirs": () =>
      askForReply(intruder, { ...words, id: theirs.requestId, claimId: theirs.claimId }),
    changeReplyRequest: () => changeReplyRequest(intruder, { ...words, id: theirs.requestId, rowVersion: 1 }),
    recordReply: () => recordReply(intruder, { id: theirs.requestId, rowVersion: 1, answer: "No.", answeredAt: null }),
    withdrawReplyRequest: () => withdrawReplyRequest(intruder, { id: theirs.requestId, rowVersion: 1, reason: "No." }),
    attachToReply: () =>
      attachToReply(intruder, { id: uuidv7(), requestId: theirs.requestId, bytes, fileName: "", contentType: "" }),
    replyAttachment: () => replyAttachment(intruder, theirs.fileId),
  };

  test.each(Object.entries(attempts))("%s", async (_, attempt) => {
    expect(refusal(await attempt())).toBe("not-found");
  });

  test("and nothing of it was changed", async () => {
    const row = await fresh.db.replyRequest.findFirstOrThrow({ where: { id: theirs.requestId } });
    expect(row).toMatchObject({ rowVersion: 1, answer: null, withdrawnAt: null });
    const { deskId } = intruder.actor;
    expect(await claimReplies(fresh.db, { deskId, claimId: theirs.claimId, now: new Date() })).toEqual([]);
  });
});
