import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimDiscussion } from "#lib/server/queries/claim-discussion.ts";
import { claimThreads } from "#lib/server/queries/claim-threads.ts";
import { moreMessages } from "#lib/server/queries/more-messages.ts";
import { beginThread } from "#lib/server/use-cases/begin-thread.ts";
import { removeMessage } from "#lib/server/use-cases/remove-message.ts";
import { reopenThread } from "#lib/server/use-cases/reopen-thread.ts";
import { replyInThread } from "#lib/server/use-cases/reply-in-thread.ts";
import { resolveThread } from "#lib/server/use-cases/resolve-thread.ts";
import { restoreMessage } from "#lib/server/use-cases/restore-message.ts";
import { makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { begin, threadInput, threadsAs } from "#tests/support/threads.ts";

let fresh: Fresh;
let desk: TestDesk;
let other: TestDesk;
let theirs: { claimId: string; evidenceId: string; revisionId: string };
let own: { claimId: string };
let thread: { id: string; messageId: string };

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  other = await makeDesk(fresh.db);
  theirs = await proposedClaim(desk);
  own = await proposedClaim(other);
  const id = await begin(desk.as("checker"), theirs);
  thread = { id, messageId: (await threadsAs(desk.as("viewer"), theirs.claimId))[0]?.messages[0]?.id ?? "" };
});
afterAll(() => fresh.close());

describe("the discussions of another desk", () => {
  test("are not there, to read or to write in", async () => {
    const intruder = other.as("admin");
    const { claimId, evidenceId, revisionId } = theirs;
    const { id, messageId } = thread;
    expect(await claimThreads(intruder, claimId)).toEqual([]);
    const known = (await claimDiscussion(intruder, claimId)).people.map((person) => person.id);
    expect(known).not.toContain(desk.as("checker").actor.memberId);
    expect(refusal(await moreMessages(intruder, { threadId: id, before: messageId }))).toBe("not-found");
    expect(refusal(await beginThread(intruder, threadInput({ claimId })))).toBe("not-found");
    const foreign = [
      { anchor: "claim", anchorId: claimId },
      { anchor: "evidence", anchorId: evidenceId },
      { anchor: "passage", anchorId: evidenceId },
      { anchor: "verdict", anchorId: revisionId },
    ] as const;
    for (const anchor of foreign) {
      const input = threadInput({ claimId: own.claimId, ...anchor });
      expect(refusal(await beginThread(intruder, input))).toBe("not-found");
    }
    const answer = { id: uuidv7(), threadId: id, text: "x", mentions: [] };
    expect(refusal(await replyInThread(intruder, answer))).toBe("not-found");
    expect(refusal(await resolveThread(intruder, { id, rowVersion: 1, reason: "x" }))).toBe("not-found");
    expect(refusal(await reopenThread(intruder, { id, rowVersion: 1 }))).toBe("not-found");
    expect(refusal(await removeMessage(intruder, { id: messageId }))).toBe("not-found");
    expect(refusal(await restoreMessage(intruder, { id: messageId }))).toBe("not-found");
    expect(await fresh.db.message.count()).toBe(1);
    expect(await fresh.db.thread.count()).toBe(1);
  });

  test("a row cannot name another desk's claim, thread or member, through SQL", async () => {
    const memberId = desk.as("checker").actor.memberId;
    const insertThread = `INSERT INTO "Thread" ("deskId", id, "claimId", anchor, "anchorId", "createdById", "createdAt")
      VALUES ($1, $2, $3, 'claim', $3, $4, now())`;
    const insertMessage = `INSERT INTO "Message" ("deskId", id, "threadId", "authorId", text, "createdAt")
      VALUES ($1, $2, $3, $4, 'x', now())`;
    const { memberId: intruder } = other.as("admin").actor;
    expect(await fresh.sql(insertThread, [other.deskId, uuidv7(), theirs.claimId, intruder])).toBe("23503");
    expect(await fresh.sql(insertThread, [other.deskId, uuidv7(), own.claimId, memberId])).toBe("23503");
    expect(await fresh.sql(insertMessage, [other.deskId, uuidv7(), thread.id, intruder])).toBe("23503");
    expect(await fresh.sql(insertMessage, [desk.deskId, uuidv7(), thread.id, intruder])).toBe("23503");
  });
});
