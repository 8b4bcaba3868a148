import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, openHub } from "#lib/server/live/hub.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { revokeSession } from "#lib/server/repositories/sessions.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { runSql } from "#tests/support/cluster.ts";
import { good, makeArticle, makeClaim, makeDesk, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { allOf, follow, isHello, openSession } from "#tests/support/live.ts";

let fresh: Fresh;
let hub: Hub;
let second: Hub;
let desk: TestDesk;
let claim: { id: string; articleId: string };

const secret = "the same in all processes";
const isChange = ({ event }: { event: string }) => event === "change";

beforeAll(async () => {
  fresh = await freshDatabase();
  const options = { db: fresh.db, address: fresh.appUrl, secret, beat: 400 };
  hub = openHub(options);
  second = openHub(options);
  desk = await makeDesk(fresh.db);
  const checker = desk.as("checker");
  claim = await makeClaim(checker, await makeArticle(checker), "two boats");
});
afterAll(async () => {
  await hub.close();
  await second.close();
  await fresh.close();
});

/** A change of the claim's plan by the editor; what the stream tells of it. */
async function change() {
  const { rowVersion } = good(await claimPage(desk.as("editor"), claim.id));
  const plan = { assigneeId: null, dueAt: null, priority: "high" as const };
  good(await assignClaim(desk.as("editor"), { claimId: claim.id, rowVersion, ...plan }));
}

/** Entries of the record and nothing else. */
async function note(count: number): Promise<void> {
  const { deskId, memberId } = desk.as("editor").actor;
  const event = { action: "claim.edit", subjectId: claim.id, articleId: claim.articleId, claimId: claim.id } as const;
  const events = Array.from({ length: count }, () => ({ ...event, details: {} }));
  await appendAudits(fresh.db, { deskId, actorId: memberId, now: new Date() }, events);
}

describe("the stream of a desk", () => {
  test("tells a change by its ids, in every process, at once", async () => {
    const streams = await Promise.all([follow(hub, desk.as("viewer")), follow(second, desk.as("checker"))]);
    for (const stream of streams) await stream.until(isHello);
    const began = performance.now();
    await change();
    for (const stream of streams) {
      const { data } = await stream.until(isChange);
      const actorId = desk.as("editor").actor.memberId;
      expect(data).toEqual({ topic: "claim", articleId: claim.articleId, claimId: claim.id, actorId });
    }
    expect(performance.now() - began).toBeLessThan(2_000);
    for (const stream of streams) stream.leave();
  });

  test("goes on after a break from the last event, with another process, and misses nothing", async () => {
    const stream = await follow(hub, desk.as("viewer"));
    await stream.until(isHello);
    await change();
    const { id } = await stream.until(isChange);
    stream.leave();
    await note(3);
    const again = await follow(second, desk.as("viewer"), { cursor: id });
    await again.until(isHello);
    expect(again.heard.filter(isChange)).toHaveLength(3);
    await note(1);
    await expect.poll(() => again.heard.filter(isChange).length).toBe(4);
    again.leave();
  });

  test("says to read everything anew when too much was missed or the place is not known", async () => {
    const stream = await follow(hub, desk.as("viewer"));
    const { id } = await stream.until(isHello);
    stream.leave();
    await note(501);
    for (const cursor of [id, "made-up", Buffer.alloc(36).toString("base64url"), "x".repeat(100_000)]) {
      const again = await follow(hub, desk.as("viewer"), { cursor });
      await again.until(isHello);
      expect(again.heard.map((one) => one.event)).toEqual(["reset", "hello", "presence"]);
      again.leave();
    }
    const others = await follow(hub, desk.as("checker"), { cursor: id });
    await others.until(({ event }) => event === "reset");
    others.leave();
  });

  test("tells one reset instead of thousands of changes at once", async () => {
    const stream = await follow(hub, desk.as("viewer"));
    await stream.until(isHello);
    await note(2_000);
    await stream.until(({ event }) => event === "reset");
    expect(stream.heard.filter(isChange)).toEqual([]);
    stream.leave();
  });

  test("makes up for a connection that was cut", async () => {
    const stream = await follow(hub, desk.as("viewer"));
    await stream.until(isHello);
    await runSql(
      fresh.ownerUrl,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'stet live' AND datname = current_database()`,
    );
    await note(1);
    await stream.until(isChange);
    await sleep(1_000);
    await note(1);
    await expect.poll(() => stream.heard.filter(isChange).length).toBe(2);
    stream.leave();
  });

  test("needs one connection a process, however many listen", async () => {
    const streams = await Promise.all(
      ["viewer", "checker", "editor", "admin"].flatMap((name) =>
        Array.from({ length: 10 }, () => follow(hub, desk.as(name))),
      ),
    );
    await Promise.all(streams.map((stream) => stream.until(isHello)));
    const [row] = await fresh.db.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pg_stat_activity WHERE application_name = 'stet live' AND datname = current_database()`;
    expect(row?.count).toBe(2n);
    for (const stream of streams) stream.leave();
  });
});

describe("who may hear", () => {
  const isEnd = ({ event }: { event: string }) => event === "end";

  test("a session that is ended hears nothing of the next change, and its stream ends", async () => {
    const sessionId = await openSession(desk.as("viewer"));
    const stream = await follow(hub, desk.as("viewer"), { sessionId });
    const bystander = await follow(hub, desk.as("checker"));
    await stream.until(isHello);
    await bystander.until(isHello);
    await revokeSession(fresh.db, { id: sessionId }, new Date());
    await change();
    await bystander.until(isChange);
    expect((await stream.until(isEnd)).data).toEqual({ reason: "session" });
    expect(stream.heard.filter(isChange)).toEqual([]);
    await expect.poll(stream.isOver).toBe(true);
    bystander.leave();
  });

  test("it ends by itself too, without any change, and at the hour the session ends by the database's clock", async () => {
    const sessions = [await openSession(desk.as("viewer")), await openSession(desk.as("viewer"))];
    const streams = await Promise.all(sessions.map((sessionId) => follow(hub, desk.as("viewer"), { sessionId })));
    for (const stream of streams) await stream.until(isHello);
    const [revoked = "", expired = ""] = sessions;
    await revokeSession(fresh.db, { id: revoked }, new Date());
    await fresh.db.session.update({ where: { id: expired }, data: { expiresAt: new Date(Date.now() - 1) } });
    for (const stream of streams) await stream.until(isEnd);
  });

  test("a member who is taken off the desk, or put outside, in the middle of it", async () => {
    for (const data of [{ leftAt: new Date() }, { outside: true }]) {
      const own = await makeDesk(fresh.db);
      const { deskId, memberId } = own.as("viewer").actor;
      const stream = await follow(hub, own.as("viewer"));
      await stream.until(isHello);
      await fresh.db.member.update({ where: { deskId_id: { deskId, id: memberId } }, data });
      await makeArticle(own.as("checker"));
      await stream.until(isEnd);
      expect(stream.heard.filter(isChange)).toEqual([]);
    }
  });

  test("nobody hears of another desk", async () => {
    const other = await makeDesk(fresh.db);
    const stream = await follow(hub, other.as("admin"));
    await stream.until(isHello);
    await change();
    await makeArticle(other.as("checker"));
    await stream.until(isChange);
    expect(stream.heard.filter(isChange).some(({ data }) => data.articleId === claim.articleId)).toBe(false);
    const { deskId } = desk;
    const { memberId } = other.as("admin").actor;
    const sessionId = await openSession(other.as("admin"));
    const foreign = hub.join({ sessionId, deskId, memberId, cursor: null });
    const [first] = await allOf(foreign.body);
    expect(new TextDecoder().decode(first)).not.toContain("hello");
    stream.leave();
  });
});
