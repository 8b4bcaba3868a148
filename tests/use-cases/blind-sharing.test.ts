import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { presetOf } from "#lib/domain/queue-filter.ts";
import { type Hub, openHub } from "#lib/server/live/hub.ts";
import { agreementPage } from "#lib/server/queries/agreement-page.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimInvites } from "#lib/server/queries/claim-invites.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { claimRelations } from "#lib/server/queries/claim-relations.ts";
import { claimStory } from "#lib/server/queries/claim-story.ts";
import { claimThreads } from "#lib/server/queries/claim-threads.ts";
import { compareRevisions } from "#lib/server/queries/compare-revisions.ts";
import { queueBoard } from "#lib/server/queries/queue-board.ts";
import { reviewQueue } from "#lib/server/queries/review-queue.ts";
import { beginThread } from "#lib/server/use-cases/begin-thread.ts";
import { endRelation } from "#lib/server/use-cases/end-relation.ts";
import { relateClaims } from "#lib/server/use-cases/relate-claims.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { shareVerdict } from "#lib/server/use-cases/share-verdict.ts";
import { tellPresence } from "#lib/server/use-cases/tell-presence.ts";
import { marker } from "#tests/support/blind-worlds.ts";
import {
  addEvidence,
  decide,
  good,
  makeClaim,
  makeDesk,
  proposedClaim,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { follow, isHello } from "#tests/support/live.ts";
import { askedSecond } from "#tests/support/seconds.ts";

/** A verdict that two claims share, and an admin who was asked for a second one on the first of them alone. */
let fresh: Fresh;
let hub: Hub;
let desk: TestDesk;
let first: Awaited<ReturnType<typeof proposedClaim>>;
let otherId: string;
let relationId: string;
let revisionId: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  hub = openHub({ db: fresh.db, address: fresh.appUrl, secret: "secret" });
  desk = await makeDesk(fresh.db);
  first = await proposedClaim(desk);
  const checker = desk.as("checker");
  otherId = (await makeClaim(checker, first.article, "carried 212 passengers")).id;
  relationId = uuidv7();
  good(await relateClaims(checker, { id: relationId, claimId: otherId, otherId: first.claimId }));
  const { rowVersion } = good(await claimPage(checker, otherId));
  revisionId = good(await shareVerdict(checker, { id: uuidv7(), claimId: otherId, rowVersion })).id;
  await askedSecond(desk, first.claimId, "admin");
  good(await decide(desk.as("second-editor"), otherId, "return"));
  const words = { messageId: uuidv7(), text: marker, mentions: [] };
  const thread = { id: uuidv7(), claimId: otherId, anchor: "claim" as const, anchorId: otherId, quote: "" };
  good(await beginThread(desk.as("editor"), { ...thread, ...words }));
});
afterAll(async () => {
  await hub.close();
  await fresh.close();
});

const blind = () => desk.as("admin");

async function readsNothing() {
  const claim = good(await claimPage(blind(), otherId));
  expect(claim).toMatchObject({
    isBlind: true,
    state: "progress",
    revisions: [],
    threads: [],
    seconds: [],
    rowVersion: 1,
  });
  expect(refusal(await claimStory(blind(), { claimId: otherId, before: null }))).toBe("not-found");
  expect(refusal(await compareRevisions(blind(), { claimId: otherId, from: null, to: null }))).toBe("not-found");
  expect(await claimThreads(blind(), otherId)).toEqual([]);
  expect(await claimInvites(blind(), otherId)).toEqual([]);
  const vote = { id: uuidv7(), claimId: otherId, revisionId, decision: "approve" as const, comment: "" };
  expect(refusal(await reviewVerdict(blind(), vote))).toBe("blind-second");
  const mark = good(await articlePage(blind(), first.article.id)).claims.find((one) => one.id === otherId);
  expect(mark).toMatchObject({ state: "progress", rating: null, asks: null });
  const queue = await reviewQueue(blind(), { view: "everything", after: null });
  const row = queue.rows.find((one) => one.claimId === otherId);
  expect(row).toMatchObject({ state: "progress", rating: null, planVersion: 1, reviewer: { line: "Not asked" } });
  const read = {
    claim,
    queue,
    relations: await claimRelations(blind(), first.claimId),
    board: await queueBoard(blind(), presetOf("everything")),
    report: good(await articleReport(blind(), first.article.id)),
    agreement: good(await agreementPage(blind(), { from: "", to: "" })),
  };
  expect(JSON.stringify(read)).not.toMatch(/The accounts bear it out|Zwiebelturm|Said so|Returned once|votes/);
  expect(read.board.columns.flatMap(({ state, count }) => (count === 0 ? [] : [[state, count]]))).toEqual([
    ["progress", 2],
  ]);
}

describe("a claim that shares the verdict that somebody is blind for", () => {
  test("tells them nothing of it by any page", async () => {
    const seen = good(await claimPage(desk.as("viewer"), otherId));
    expect(seen).toMatchObject({ state: "returned", isBlind: false });
    await readsNothing();
  });

  test("nor over the stream: neither its decisions, nor who has it open, nor an event at that moment", async () => {
    const stream = await follow(hub, blind());
    const seeing = await follow(hub, desk.as("viewer"));
    await stream.until(isHello);
    await seeing.until(isHello);
    const page = { id: uuidv7(), articleId: null, claimId: otherId, gone: false };
    const around = { id: uuidv7(), articleId: first.article.id, claimId: null, gone: false };
    const holds = (id: string) => (one: { event: string; data: object }) =>
      one.event === "presence" && JSON.stringify(one.data).includes(id);
    good(await tellPresence(desk.as("editor"), around));
    await stream.until(holds(desk.as("editor").actor.memberId));
    const heard = stream.heard.length;
    good(await tellPresence(desk.as("editor"), page));
    await seeing.until(holds(otherId));
    good(await tellPresence(desk.as("editor"), { ...page, gone: true }));
    good(await decide(desk.as("editor"), first.claimId, "comment"));
    good(await decide(desk.as("editor"), first.claimId, "approve"));
    await addEvidence(desk.as("editor"), first.claimId, "Another page");
    await seeing.until(({ data }) => data.topic === "verdict");
    await stream.until(({ data }) => data.topic === "evidence");
    const since = stream.heard.slice(heard);
    expect(since.filter(({ event }) => event === "presence")).toEqual([]);
    expect(since.map(({ data }) => data.topic)).not.toContain("verdict");
    expect(JSON.stringify(since.filter(({ event }) => event === "presence"))).not.toContain(otherId);
    stream.leave();
    seeing.leave();
  });

  test("nor when the two are called the same no longer, for the words are as they were", async () => {
    good(await endRelation(desk.as("editor"), { id: relationId, claimId: otherId }));
    await readsNothing();
  });
});
