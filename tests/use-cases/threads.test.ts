import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { moreMessages } from "#lib/server/queries/more-messages.ts";
import { beginThread } from "#lib/server/use-cases/begin-thread.ts";
import { removeEvidence } from "#lib/server/use-cases/remove-evidence.ts";
import { removeMessage } from "#lib/server/use-cases/remove-message.ts";
import { reopenThread } from "#lib/server/use-cases/reopen-thread.ts";
import { replyInThread } from "#lib/server/use-cases/reply-in-thread.ts";
import { resolveThread } from "#lib/server/use-cases/resolve-thread.ts";
import { restoreMessage } from "#lib/server/use-cases/restore-message.ts";
import { good, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { gateOf, setGate } from "#tests/support/gates.ts";
import { begin, firstWords, reply, threadInput, threadsAs } from "#tests/support/threads.ts";

let fresh: Fresh;
let desk: TestDesk;
let made: { claimId: string; evidenceId: string; revisionId: string };
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());
beforeEach(async () => {
  desk = await makeDesk(fresh.db);
  made = await proposedClaim(desk);
});

const reason = "Before: the accounts say so on page 4.";

describe("a discussion", () => {
  test("hangs on the claim, a piece of evidence, its passage or one revision, and on nothing else", async () => {
    const { claimId, evidenceId, revisionId } = made;
    const writer = desk.as("second-checker");
    await begin(writer, { claimId });
    await begin(writer, { claimId, anchor: "evidence", anchorId: evidenceId });
    await begin(writer, { claimId, anchor: "passage", anchorId: evidenceId });
    await begin(writer, { claimId, anchor: "verdict", anchorId: revisionId });
    const threads = await threadsAs(desk.as("viewer"), claimId);
    expect(threads.map(({ anchor }) => anchor)).toEqual(["verdict", "passage", "evidence", "claim"]);
    expect(threads[0]?.messages).toMatchObject([{ text: firstWords, author: { name: "second-checker" } }]);

    const wrong = [
      { claimId, anchorId: evidenceId },
      { claimId, anchor: "evidence", anchorId: revisionId },
      { claimId, anchor: "verdict", anchorId: evidenceId },
      { claimId, anchor: "passage", anchorId: uuidv7() },
    ] as const;
    for (const hung of wrong) expect(refusal(await beginThread(writer, threadInput(hung)))).toBe("not-found");
    const { evidence } = good(await claimPage(writer, claimId));
    good(await removeEvidence(writer, { id: evidenceId, rowVersion: evidence[0]?.rowVersion ?? 0 }));
    const gone = threadInput({ claimId, anchor: "evidence", anchorId: evidenceId });
    expect(refusal(await beginThread(writer, gone))).toBe("evidence-removed");
    expect(await threadsAs(writer, claimId)).toHaveLength(4);
  });

  test("sent twice is one; other words under the same id are refused", async () => {
    const input = threadInput({ claimId: made.claimId });
    const twice = () => beginThread(desk.as("editor"), input);
    expect((await Promise.all([twice(), twice()])).map(refusal)).toEqual(["ok", "ok"]);
    expect(refusal(await beginThread(desk.as("editor"), { ...input, text: "Other words." }))).toBe("message-sent");
    expect(refusal(await beginThread(desk.as("second-editor"), input))).toBe("not-found");
    const answer = { id: uuidv7(), threadId: input.id, text: "Before.", mentions: [] };
    good(await replyInThread(desk.as("checker"), answer));
    good(await replyInThread(desk.as("checker"), answer));
    expect(refusal(await replyInThread(desk.as("checker"), { ...answer, text: "After." }))).toBe("message-sent");
    const [thread] = await threadsAs(desk.as("viewer"), made.claimId);
    expect(thread?.messages.map(({ text }) => text)).toEqual([firstWords, "Before."]);
  });

  test("is a checker's to write in and a viewer's to read", async () => {
    const { claimId } = made;
    const id = await begin(desk.as("checker"), { claimId });
    const viewer = desk.as("viewer");
    const message = (await threadsAs(viewer, claimId))[0]?.messages[0]?.id ?? "";
    expect(refusal(await beginThread(viewer, threadInput({ claimId })))).toBe("forbidden");
    expect(refusal(await replyInThread(viewer, { id: uuidv7(), threadId: id, text: "x", mentions: [] }))).toBe(
      "forbidden",
    );
    expect(refusal(await resolveThread(viewer, { id, rowVersion: 1, reason }))).toBe("forbidden");
    expect(refusal(await reopenThread(viewer, { id, rowVersion: 1 }))).toBe("forbidden");
    expect(refusal(await removeMessage(viewer, { id: message }))).toBe("forbidden");
    expect(await threadsAs(viewer, claimId)).toHaveLength(1);
  });

  test("is resolved with a reason, by whom, and reopened; the gate counts the open ones", async () => {
    const { claimId } = made;
    await setGate(desk, "threads", { approve: "require" });
    expect((await gateOf(desk, claimId, "threads"))?.outcome).toBe("met");
    const id = await begin(desk.as("second-checker"), { claimId });
    expect(await gateOf(desk, claimId, "threads")).toMatchObject({ outcome: "in-the-way", count: "1 open" });
    good(await resolveThread(desk.as("checker"), { id, rowVersion: 1, reason }));
    expect((await gateOf(desk, claimId, "threads"))?.outcome).toBe("met");
    const [resolved] = await threadsAs(desk.as("viewer"), claimId);
    expect(resolved?.resolved).toMatchObject({ by: { name: "checker" }, reason });
    const late = { id: uuidv7(), threadId: id, text: "One more thing.", mentions: [] };
    expect(refusal(await replyInThread(desk.as("checker"), late))).toBe("thread-resolved");
    expect(refusal(await reopenThread(desk.as("checker"), { id, rowVersion: 1 }))).toBe("conflict");
    good(await reopenThread(desk.as("editor"), { id, rowVersion: 2 }));
    good(await replyInThread(desk.as("checker"), late));
    expect((await threadsAs(desk.as("viewer"), claimId))[0]?.resolved).toBeNull();
    expect(await gateOf(desk, claimId, "threads")).toMatchObject({ count: "1 open" });
  });

  test("of two who resolve at once, one does; and no reply lands in what was resolved", async () => {
    const { claimId } = made;
    const id = await begin(desk.as("checker"), { claimId });
    const end = (who: string) => resolveThread(desk.as(who), { id, rowVersion: 1, reason: `${who} says so.` });
    const both = await Promise.all([end("editor"), end("second-editor")]);
    expect(both.map(refusal).sort()).toEqual(["ok", "thread-resolved"]);
    for (let round = 0; round < 10; round += 1) {
      const one = await begin(desk.as("checker"), { claimId });
      const answer = { id: uuidv7(), threadId: one, text: "Wait.", mentions: [] };
      const raced = await Promise.all([
        resolveThread(desk.as("editor"), { id: one, rowVersion: 1, reason }),
        replyInThread(desk.as("second-checker"), answer),
      ]);
      const stored = await fresh.db.message.count({ where: { deskId: desk.deskId, threadId: one } });
      expect(refusal(raced[0])).toBe("ok");
      expect(stored).toBe(refusal(raced[1]) === "ok" ? 2 : 1);
    }
  });

  test("one's own message can be taken away and brought back, and an editor takes away anybody's", async () => {
    const { claimId } = made;
    const threadId = await begin(desk.as("checker"), { claimId });
    const id = (await threadsAs(desk.as("viewer"), claimId))[0]?.messages[0]?.id ?? "";
    expect(refusal(await removeMessage(desk.as("second-checker"), { id }))).toBe("forbidden");
    const taking = await Promise.all([
      removeMessage(desk.as("editor"), { id }),
      removeMessage(desk.as("checker"), { id }),
    ]);
    expect(taking.map(refusal)).toEqual(["ok", "ok"]);
    const removed = (await threadsAs(desk.as("viewer"), claimId))[0]?.messages;
    expect(removed).toMatchObject([{ id, text: "", isRemoved: true, mentions: [] }]);
    good(await restoreMessage(desk.as("checker"), { id }));
    const [thread] = await threadsAs(desk.as("viewer"), claimId);
    expect(thread).toMatchObject({ id: threadId, messages: [{ text: firstWords, isRemoved: false }] });
    expect(
      await fresh.sql(`UPDATE "Message" SET text = 'Never said.' WHERE "deskId" = $1 AND id = $2`, [desk.deskId, id]),
    ).not.toBe("ok");
  });

  test("stands in the record without its words", async () => {
    const { claimId } = made;
    const id = await begin(desk.as("checker"), { claimId });
    const answer = await reply(desk.as("editor"), id);
    good(await removeMessage(desk.as("editor"), { id: answer }));
    good(await restoreMessage(desk.as("editor"), { id: answer }));
    good(await resolveThread(desk.as("editor"), { id, rowVersion: 1, reason }));
    good(await reopenThread(desk.as("editor"), { id, rowVersion: 2 }));
    const entries = await fresh.db.auditEntry.findMany({
      where: { deskId: desk.deskId, action: { startsWith: "thread." } },
      orderBy: { seq: "asc" },
      include: { detail: true },
    });
    expect(entries.map(({ action }) => action)).toEqual(
      ["begin", "reply", "remove", "restore", "resolve", "reopen"].map((verb) => `thread.${verb}`),
    );
    expect(new Set(entries.map(({ detail }) => detail?.details))).toEqual(new Set(['{"anchor":"claim"}']));
  });
});

describe("a long discussion", () => {
  test("of 10,000 messages shows the last 200 and finds the others", async () => {
    const { claimId } = made;
    const threadId = await begin(desk.as("checker"), { claimId }, { text: "سؤال 👩🏽‍🚀\n\nثانية" });
    const { deskId } = desk;
    const authorId = desk.as("checker").actor.memberId;
    const from = Date.now() + 1000;
    const rows = Array.from({ length: 9_999 }, (_, place) => place);
    await fresh.db.message.createMany({
      data: rows.map((place) => ({
        deskId,
        id: uuidv7(),
        threadId,
        authorId,
        text: `Message ${place}`,
        createdAt: new Date(from + Math.floor(place / 3)),
      })),
    });
    const [thread] = await threadsAs(desk.as("viewer"), claimId);
    expect(thread?.earlier).toBe(9_800);
    expect(thread?.messages).toHaveLength(200);
    const seen = new Set(thread?.messages.map(({ id }) => id));
    let before = thread?.messages[0]?.id ?? "";
    let left = thread?.earlier ?? 0;
    let first = "";
    while (left > 0) {
      const more = good(await moreMessages(desk.as("viewer"), { threadId, before }));
      expect(more.messages).toHaveLength(200);
      for (const { id } of more.messages) seen.add(id);
      left = more.earlier;
      before = more.messages[0]?.id ?? "";
      first = more.messages[0]?.text ?? "";
    }
    expect(seen.size).toBe(10_000);
    expect(first).toBe("سؤال 👩🏽‍🚀\n\nثانية");
  });

  test("of long messages is not sent whole", async () => {
    const { claimId } = made;
    const threadId = await begin(desk.as("checker"), { claimId });
    for (let round = 0; round < 15; round += 1) await reply(desk.as("editor"), threadId, { text: "é".repeat(10_000) });
    const [thread] = await threadsAs(desk.as("viewer"), claimId);
    expect(thread).toMatchObject({ earlier: 6 });
    expect(thread?.messages).toHaveLength(10);
  });
});
