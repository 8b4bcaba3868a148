import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReplyView } from "#lib/domain/reply.ts";
import type { ClaimView } from "#lib/domain/views.ts";
import type { Context } from "#lib/server/context.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { replyAttachment } from "#lib/server/queries/reply-attachment.ts";
import { askForReply } from "#lib/server/use-cases/ask-for-reply.ts";
import { attachToReply } from "#lib/server/use-cases/attach-to-reply.ts";
import { changeReplyRequest } from "#lib/server/use-cases/change-reply-request.ts";
import { recordReply } from "#lib/server/use-cases/record-reply.ts";
import { remindReplies } from "#lib/server/use-cases/remind-replies.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import { withdrawReplyRequest } from "#lib/server/use-cases/withdraw-reply-request.ts";
import { good, makeArticle, makeClaim, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let now = new Date("2026-06-12T09:00:00Z");
const hour = 3_600_000;
const later = (hours: number) => new Date(now.getTime() + hours * hour);

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db, () => now);
});
afterAll(() => fresh.close());

async function claimed(): Promise<{ checker: Context; claim: ClaimView }> {
  const checker = desk.as("checker");
  return { checker, claim: await makeClaim(checker, await makeArticle(checker), "two boats") };
}

const question = { askedOf: "Harbour Board", contact: "board@example.org", channel: "email" as const };
const words = { ...question, text: "You said that there are two boats. Which?" };

async function asked(claim: ClaimView, checker: Context, deadline: Date | null): Promise<ReplyView> {
  const id = uuidv7();
  good(await askForReply(checker, { ...words, id, claimId: claim.id, askedAt: null, deadline }));
  return await read(checker, claim.id, id);
}

async function read(context: Context, claimId: string, id: string): Promise<ReplyView> {
  const found = good(await claimPage(context, claimId)).replies.find((reply) => reply.id === id);
  if (found === undefined) throw new Error("The request is not on the claim's page.");
  return found;
}

const noticesOf = (name: string) =>
  fresh.db.notice.findMany({ where: { memberId: desk.as(name).actor.memberId }, orderBy: { at: "asc" } });

describe("a request for a reply", () => {
  test("is on the claim, in the history, and waits until its deadline has passed", async () => {
    const { checker, claim } = await claimed();
    const request = await asked(claim, checker, later(24));
    expect(request).toMatchObject({ ...words, standing: "waiting", answer: null, askedBy: { name: "checker" } });
    const { history } = good(await claimPage(checker, claim.id));
    expect(history.at(-1)?.sentence).toBe("asked for a reply: Harbour Board");
    now = later(25);
    expect((await read(desk.as("viewer"), claim.id, request.id)).standing).toBe("overdue");
  });

  test("sent twice is one; sent again with other words it is a change", async () => {
    const { checker, claim } = await claimed();
    const input = { ...words, id: uuidv7(), claimId: claim.id, askedAt: null, deadline: null };
    good(await askForReply(checker, input));
    good(await askForReply(checker, input));
    good(await askForReply(checker, { ...input, text: "Which boats?" }));
    const { replies } = good(await claimPage(checker, claim.id));
    expect(replies.map(({ text }) => text)).toEqual(["Which boats?"]);
    expect(refusal(await askForReply(desk.as("second-checker"), input))).toBe("not-found");
  });

  test("somebody else's change is not written over", async () => {
    const { checker, claim } = await claimed();
    const { id, rowVersion } = await asked(claim, checker, null);
    const change = { ...words, id, rowVersion, askedAt: null, deadline: later(48) };
    good(await changeReplyRequest(checker, change));
    const second = await changeReplyRequest(desk.as("editor"), { ...change, text: "Others." });
    expect(second).toMatchObject({ ok: false, error: { kind: "conflict", current: { text: words.text } } });
    const answer = await recordReply(desk.as("editor"), { id, rowVersion, answer: "Two.", answeredAt: null });
    expect(refusal(answer)).toBe("conflict");
    expect((await read(checker, claim.id, id)).answer).toBeNull();
  });

  test("a viewer asks nobody, and nobody asks about a withdrawn claim", async () => {
    const { checker, claim } = await claimed();
    const input = { ...words, id: uuidv7(), claimId: claim.id, askedAt: null, deadline: null };
    expect(refusal(await askForReply(desk.as("viewer"), input))).toBe("forbidden");
    good(await withdrawClaim(checker, { claimId: claim.id, rowVersion: claim.rowVersion, reason: "A slip." }));
    expect(refusal(await askForReply(checker, input))).toBe("claim-withdrawn");
  });

  test("withdrawn with a reason it stays on record and is closed", async () => {
    const { checker, claim } = await claimed();
    const { id, rowVersion } = await asked(claim, checker, later(1));
    good(await withdrawReplyRequest(checker, { id, rowVersion, reason: "The wrong board." }));
    const withdrawn = await read(checker, claim.id, id);
    expect(withdrawn).toMatchObject({ standing: "withdrawn", withdrawnReason: "The wrong board." });
    const answer = { id, rowVersion: withdrawn.rowVersion, answer: "Two.", answeredAt: null };
    expect(refusal(await recordReply(checker, answer))).toBe("reply-closed");
  });
});

describe("an answer", () => {
  test("in time is an answer; after the deadline it is late, and the claim's people are told once", async () => {
    const { checker, claim } = await claimed();
    const inTime = await asked(claim, checker, later(24));
    const late = await asked(claim, checker, later(2));
    now = later(3);
    good(await recordReply(checker, { id: inTime.id, rowVersion: 1, answer: "Two.", answeredAt: null }));
    good(await recordReply(desk.as("editor"), { id: late.id, rowVersion: 1, answer: "Three.", answeredAt: null }));
    expect((await read(checker, claim.id, inTime.id)).standing).toBe("answered");
    expect((await read(checker, claim.id, late.id)).standing).toBe("late");
    good(
      await recordReply(desk.as("editor"), { id: late.id, rowVersion: 2, answer: "Three boats.", answeredAt: null }),
    );
    const told = (await noticesOf("checker")).filter(
      ({ kind, claimId }) => kind === "reply-late" && claimId === claim.id,
    );
    expect(told).toHaveLength(1);
    expect((await noticesOf("editor")).filter(({ claimId }) => claimId === claim.id)).toHaveLength(0);
  });

  test("cannot come from the future, or from before the question", async () => {
    const { checker, claim } = await claimed();
    const { id } = await asked(claim, checker, null);
    for (const answeredAt of [later(5), later(-5)]) {
      const outcome = await recordReply(checker, { id, rowVersion: 1, answer: "Two.", answeredAt });
      expect(outcome).toMatchObject({ ok: false, error: { kind: "invalid" } });
    }
  });
});

describe("reminders", () => {
  test("a day before the deadline, and when it has passed; each once, and again for a new deadline", async () => {
    const { checker, claim } = await claimed();
    const { id } = await asked(claim, checker, later(30));
    const kinds = async () =>
      (await noticesOf("checker")).filter(({ claimId }) => claimId === claim.id).map(({ kind }) => kind);
    await remindReplies({ db: fresh.db, now });
    expect(await kinds()).toEqual([]);
    now = later(10);
    await remindReplies({ db: fresh.db, now });
    await remindReplies({ db: fresh.db, now });
    expect(await kinds()).toEqual(["reply-due"]);
    now = later(21);
    await remindReplies({ db: fresh.db, now });
    await remindReplies({ db: fresh.db, now });
    expect(await kinds()).toEqual(["reply-due", "reply-overdue"]);
    const { rowVersion } = await read(checker, claim.id, id);
    good(await changeReplyRequest(checker, { ...words, id, rowVersion, askedAt: null, deadline: later(12) }));
    await remindReplies({ db: fresh.db, now });
    expect(await kinds()).toEqual(["reply-due", "reply-overdue", "reply-due"]);
  });
});

describe("attached files", () => {
  const bytes = new TextEncoder().encode("Dear desk, two boats.");

  test("are kept byte for byte, once, and given to members alone", async () => {
    const { checker, claim } = await claimed();
    const request = await asked(claim, checker, null);
    const file = { id: uuidv7(), requestId: request.id, bytes, fileName: "letter.txt", contentType: "text/plain" };
    good(await attachToReply(checker, file));
    good(await attachToReply(checker, file));
    const [kept, ...others] = (await read(checker, claim.id, request.id)).attachments;
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ fileName: "letter.txt", byteLength: bytes.byteLength });
    const given = good(await replyAttachment(desk.as("viewer"), file.id));
    expect(given.bytes).toEqual(Buffer.from(bytes));
  });

  test("are not added to a request that was withdrawn", async () => {
    const { checker, claim } = await claimed();
    const request = await asked(claim, checker, null);
    good(await withdrawReplyRequest(checker, { id: request.id, rowVersion: 1, reason: "A slip." }));
    const file = { id: uuidv7(), requestId: request.id, bytes, fileName: "letter.txt", contentType: "text/plain" };
    expect(refusal(await attachToReply(checker, file))).toBe("reply-closed");
  });
});

test("whoever asked is reminded while they are on the desk, and not after they left", async () => {
  const { checker, claim } = await claimed();
  const asker = desk.as("second-checker");
  const left = { ...words, askedAt: null, claimId: claim.id };
  good(await askForReply(asker, { ...left, id: uuidv7(), deadline: later(5) }));
  good(await askForReply(checker, { ...left, id: uuidv7(), deadline: later(5) }));
  const told = async () => (await noticesOf("second-checker")).length;
  const before = await told();
  await fresh.db.member.updateMany({ where: { id: asker.actor.memberId }, data: { leftAt: now } });
  await remindReplies({ db: fresh.db, now });
  expect(await told()).toBe(before);
  await fresh.db.member.updateMany({ where: { id: asker.actor.memberId }, data: { leftAt: null } });
  await remindReplies({ db: fresh.db, now });
  expect(await told()).toBe(before + 1);
});

test("a deadline that has passed when the request is sent is none", async () => {
  const { checker, claim } = await claimed();
  const input = { ...words, claimId: claim.id, askedAt: null };
  expect(refusal(await askForReply(checker, { ...input, id: uuidv7(), deadline: later(-1) }))).toBe("invalid");
  const { id, rowVersion } = await asked(claim, checker, later(1));
  const change = { ...words, id, rowVersion, askedAt: null, deadline: later(-1) };
  expect(refusal(await changeReplyRequest(checker, change))).toBe("invalid");
});
