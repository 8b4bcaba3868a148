import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, openHub } from "#lib/server/live/hub.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { relateClaims } from "#lib/server/use-cases/relate-claims.ts";
import { shareVerdict } from "#lib/server/use-cases/share-verdict.ts";
import { tellPresence } from "#lib/server/use-cases/tell-presence.ts";
import { addEvidence, decide, good, makeClaim, makeDesk, proposedClaim, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { follow, isHello } from "#tests/support/live.ts";
import { askedSecond } from "#tests/support/seconds.ts";

let fresh: Fresh;
let hub: Hub;
let desk: TestDesk;
let claim: Awaited<ReturnType<typeof proposedClaim>>;

beforeAll(async () => {
  fresh = await freshDatabase();
  hub = openHub({ db: fresh.db, address: fresh.appUrl, secret: "secret" });
  desk = await makeDesk(fresh.db);
  claim = await proposedClaim(desk);
  const { deskId } = desk;
  const memberId = desk.as("second-checker").actor.memberId;
  const askedById = desk.as("editor").actor.memberId;
  const { claimId, revisionId } = claim;
  const asked = { deskId, id: uuidv7(), claimId, revisionId, memberId, askedById, askedAt: new Date() };
  await fresh.db.secondVerdict.create({ data: asked });
});
afterAll(async () => {
  await hub.close();
  await fresh.close();
});

/** What the record says of a colleague's comment on the verdict, which stands whatever becomes of the evidence. */
async function comment(): Promise<void> {
  const { deskId, memberId } = desk.as("editor").actor;
  const about = { subjectId: claim.revisionId, articleId: claim.article.id, claimId: claim.claimId, details: {} };
  await appendAudit(fresh.db, { deskId, actorId: memberId, now: new Date() }, { action: "review.comment", ...about });
}

describe("whoever owes a blind second verdict", () => {
  const topics = (heard: readonly { event: string; data: Record<string, unknown> }[]) =>
    heard.filter(({ event }) => event === "change").map(({ data }) => data.topic);

  test("hears of the evidence, and nothing of anybody's decision: no event, and no gap that a number would show", async () => {
    const blind = await follow(hub, desk.as("second-checker"));
    const seeing = await follow(hub, desk.as("viewer"));
    await blind.until(isHello);
    await seeing.until(isHello);
    await comment();
    await addEvidence(desk.as("editor"), claim.claimId, "Another page of it");
    await seeing.until(({ data }) => data.topic === "evidence");
    const { id } = await blind.until(({ data }) => data.topic === "evidence");
    expect(topics(seeing.heard)).toContain("verdict");
    expect(topics(blind.heard)).not.toContain("verdict");
    const changes = blind.heard.filter(({ event }) => event === "change");
    for (const { data } of changes) expect(Object.keys(data)).toEqual(["topic", "articleId", "claimId", "actorId"]);
    expect(Buffer.from(id, "base64url")).toHaveLength(36);
    blind.leave();
    seeing.leave();
  });

  test("nor does a replay tell", async () => {
    const before = await follow(hub, desk.as("second-checker"));
    const { id } = await before.until(isHello);
    before.leave();
    await comment();
    await comment();
    await addEvidence(desk.as("editor"), claim.claimId, "A third page");
    const after = await follow(hub, desk.as("second-checker"), { cursor: id });
    await after.until(({ event }) => event === "presence");
    expect(topics(after.heard)).toContain("evidence");
    expect(topics(after.heard)).not.toContain("verdict");
    after.leave();
  });

  test("nor who has the claim open, while others see it", async () => {
    const blind = await follow(hub, desk.as("second-checker"));
    const seeing = await follow(hub, desk.as("viewer"));
    good(await tellPresence(desk.as("editor"), page()));
    const hasAny = ({ event, data }: { event: string; data: Record<string, unknown> }) =>
      event === "presence" && JSON.stringify(data).includes(desk.as("editor").actor.memberId);
    const claimIds = ({ data }: { data: Record<string, unknown> }) => JSON.stringify(data).includes(claim.claimId);
    expect(claimIds(await seeing.until(hasAny))).toBe(true);
    expect(claimIds(await blind.until(hasAny))).toBe(false);
    blind.leave();
    seeing.leave();
  });

  const page = () => ({ id: uuidv7(), articleId: null, claimId: claim.claimId, gone: false });

  test("from the moment that they are asked, in the middle of a stream, also of what shares the verdict", async () => {
    const own = await makeDesk(fresh.db);
    const made = await proposedClaim(own);
    const other = (await makeClaim(own.as("checker"), made.article, "carried 212 passengers")).id;
    good(await relateClaims(own.as("checker"), { id: uuidv7(), claimId: other, otherId: made.claimId }));
    const { rowVersion } = good(await claimPage(own.as("checker"), other));
    good(await shareVerdict(own.as("checker"), { id: uuidv7(), claimId: other, rowVersion }));
    const stream = await follow(hub, own.as("admin"));
    await stream.until(isHello);
    good(await decide(own.as("editor"), other, "comment"));
    await stream.until(({ data }) => data.topic === "verdict");
    const before = topics(stream.heard).filter((topic) => topic === "verdict").length;
    await askedSecond(own, made.claimId, "admin");
    good(await decide(own.as("editor"), other, "approve"));
    good(await decide(own.as("editor"), made.claimId, "return"));
    await addEvidence(own.as("editor"), other, "Another page of it");
    await stream.until(({ data }) => data.topic === "evidence" && data.claimId === other);
    expect(topics(stream.heard).filter((topic) => topic === "verdict")).toHaveLength(before);
    stream.leave();
  });

  test("once it is given or called off, everything is told again", async () => {
    const stream = await follow(hub, desk.as("second-checker"));
    await stream.until(isHello);
    await fresh.db.secondVerdict.updateMany({ where: { deskId: desk.deskId }, data: { cancelledAt: new Date() } });
    await comment();
    await stream.until(({ data }) => data.topic === "verdict");
    stream.leave();
  });
});
