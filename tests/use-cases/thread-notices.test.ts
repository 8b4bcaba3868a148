import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimThreads } from "#lib/server/queries/claim-threads.ts";
import { moreMessages } from "#lib/server/queries/more-messages.ts";
import { noticesPage } from "#lib/server/queries/notices-page.ts";
import { beginThread } from "#lib/server/use-cases/begin-thread.ts";
import { replyInThread } from "#lib/server/use-cases/reply-in-thread.ts";
import { good, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { begin, reply, threadInput, threadsAs } from "#tests/support/threads.ts";

let fresh: Fresh;
let desk: TestDesk;
let claimId: string;
let revisionId: string;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());
beforeEach(async () => {
  desk = await makeDesk(fresh.db);
  ({ claimId, revisionId } = await proposedClaim(desk));
});

const memberOf = (who: string) => desk.as(who).actor.memberId;

/** Who was told what of, by name, without order. */
async function told(): Promise<string[]> {
  const kinds = ["mention", "thread-reply"];
  const rows = await fresh.db.notice.findMany({
    where: { deskId: desk.deskId, kind: { in: kinds } },
    include: { member: { select: { name: true } } },
  });
  expect(JSON.stringify(rows.map(({ details }) => details))).not.toContain("grant");
  return rows.map(({ kind, member }) => `${kind} ${member.name}`).sort();
}

const heard = async (who: Parameters<typeof noticesPage>[0]) =>
  good(await noticesPage(who, { after: null })).notices.map(({ kind }) => kind);

describe("who is told of a message", () => {
  test("of a first one: those it names, whoever the claim is assigned to and the verdict's author, never its writer", async () => {
    await fresh.db.claim.update({
      where: { deskId_id: { deskId: desk.deskId, id: claimId } },
      data: { assigneeId: memberOf("second-checker") },
    });
    const mentions = [memberOf("admin"), memberOf("editor")];
    await begin(desk.as("editor"), { claimId }, { mentions });
    expect(await told()).toEqual(["mention admin", "thread-reply checker", "thread-reply second-checker"]);
    const [thread] = await threadsAs(desk.as("viewer"), claimId);
    expect(thread?.messages[0]?.mentions.map(({ name }) => name).sort()).toEqual(["admin", "editor"]);
  });

  test("of a reply: those who wrote there, once, and those it names", async () => {
    const id = await begin(desk.as("checker"), { claimId });
    expect(await told()).toEqual([]);
    await reply(desk.as("editor"), id);
    await reply(desk.as("second-checker"), id, { mentions: [memberOf("editor"), memberOf("viewer")] });
    expect(await told()).toEqual(["mention editor", "mention viewer", "thread-reply checker", "thread-reply checker"]);
  });

  test("a member who left is neither told nor named; nor is a stranger", async () => {
    const id = await begin(desk.as("second-checker"), { claimId });
    await fresh.db.member.update({
      where: { deskId_id: { deskId: desk.deskId, id: memberOf("second-checker") } },
      data: { leftAt: new Date() },
    });
    await reply(desk.as("editor"), id);
    expect(await told()).toEqual(["thread-reply checker"]);
    const other = await makeDesk(fresh.db);
    for (const stranger of [memberOf("second-checker"), other.as("editor").actor.memberId, uuidv7()]) {
      const mentions = [memberOf("admin"), stranger];
      const answer = { id: uuidv7(), threadId: id, text: "Look.", mentions };
      expect(await replyInThread(desk.as("editor"), answer)).toMatchObject({
        error: { kind: "invalid", fields: { text: expect.stringContaining("not on the desk") } },
      });
      const input = threadInput({ claimId }, { mentions });
      expect(refusal(await beginThread(desk.as("editor"), input))).toBe("invalid");
    }
    expect(await told()).toEqual(["thread-reply checker"]);
  });
});

describe("whoever judges without sight of the first verdict", () => {
  test("reads, writes and hears nothing of the discussion until their own is in", async () => {
    const threadId = await begin(desk.as("checker"), { claimId });
    const blind = desk.as("second-editor");
    const { memberId } = blind.actor;
    const asked = { deskId: desk.deskId, id: uuidv7(), claimId, revisionId, memberId, askedById: memberOf("editor") };
    await fresh.db.secondVerdict.create({ data: { ...asked, askedAt: new Date() } });
    const said = await reply(desk.as("editor"), threadId, { mentions: [memberId] });
    expect(await claimThreads(blind, claimId)).toEqual([]);
    expect(refusal(await moreMessages(blind, { threadId, before: said }))).toBe("not-found");
    expect(refusal(await beginThread(blind, threadInput({ claimId })))).toBe("blind-second");
    const answer = { id: uuidv7(), threadId, text: "Aha.", mentions: [] };
    expect(refusal(await replyInThread(blind, answer))).toBe("blind-second");
    expect((await heard(blind)).filter((kind) => kind === "mention")).toEqual([]);
    await fresh.db.secondVerdict.updateMany({ where: { id: asked.id }, data: { cancelledAt: new Date() } });
    expect((await heard(blind)).filter((kind) => kind === "mention")).toEqual(["mention"]);
    expect(await claimThreads(blind, claimId)).toHaveLength(1);
    good(await replyInThread(blind, answer));
  });

  test("nor does somebody from outside find threads", async () => {
    await begin(desk.as("checker"), { claimId });
    const { actor, ...rest } = desk.as("editor");
    const guest = { ...rest, actor: { ...actor, outside: { claimId, purpose: "expert" as const } } };
    expect(await claimThreads(guest, claimId)).toEqual([]);
    expect(refusal(await beginThread(guest, threadInput({ claimId })))).toBe("forbidden");
  });
});
