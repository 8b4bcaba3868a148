import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { claimsToRelate } from "#lib/server/queries/claims-to-relate.ts";
import { sameClaims } from "#lib/server/queries/same-claims.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { endRelation } from "#lib/server/use-cases/end-relation.ts";
import { mergeClaims } from "#lib/server/use-cases/merge-claims.ts";
import { relateClaims } from "#lib/server/use-cases/relate-claims.ts";
import { restoreClaim } from "#lib/server/use-cases/restore-claim.ts";
import { reviewPlaces } from "#lib/server/use-cases/review-places.ts";
import { shareVerdict } from "#lib/server/use-cases/share-verdict.ts";
import { splitClaim } from "#lib/server/use-cases/split-claim.ts";
import {
  addEvidence,
  decide,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  propose,
  proposedClaim,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { spanOf } from "#tests/support/three-claims.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const read = async (desk: TestDesk, claimId: string) => good(await claimPage(desk.as("admin"), claimId));

async function splitOf(desk: TestDesk, loss = "The service lost 1.9 million crowns last year") {
  const made = await proposedClaim(desk, undefined, loss);
  const { rowVersion } = await read(desk, made.claimId);
  const at = { claimId: made.claimId, rowVersion, versionId: made.article.version.id };
  const kept = { oldStart: null, oldEnd: null, oldStatement: "", copiedIds: [made.evidenceId], movedIds: [] };
  const input = { id: uuidv7(), ...at, ...spanOf(made.article, "last year"), statement: "It was last year.", ...kept };
  return { ...made, input };
}

describe("splitting", () => {
  test("makes the next claim with evidence and people of the old one; both histories tell it", async () => {
    const desk = await makeDesk(fresh.db);
    const { input, claimId } = await splitOf(desk);
    const dueAt = new Date("2031-04-05T12:00:00Z");
    const plan = { assigneeId: desk.as("checker").actor.memberId, dueAt, priority: "high" as const };
    good(await assignClaim(desk.as("editor"), { claimId, rowVersion: input.rowVersion, ...plan }));
    const made = good(await splitClaim(desk.as("editor"), input));
    expect(good(await splitClaim(desk.as("editor"), input))).toEqual(made);
    const [claim, old] = [await read(desk, made.id), await read(desk, claimId)];
    expect(claim).toMatchObject({ number: 2, state: "progress", quote: { quote: "last year" } });
    expect(claim.fields).toMatchObject({ statement: "It was last year.", claimant: "The article", saidIn: "in print" });
    expect(claim.evidence.map((piece) => piece.passage)).toEqual(old.evidence.map((piece) => piece.passage));
    expect(old.state).toBe("proposed");
    expect(claim).toMatchObject({ assignee: { name: "checker" }, priority: "high", dueAt: dueAt.toISOString() });
    expect(old.relations).toMatchObject([{ kind: "split", isLeading: true, claim: { id: made.id } }]);
    expect(claim.relations).toMatchObject([{ kind: "split", isLeading: false, claim: { id: claimId } }]);
    expect(claim.history.map((line) => line.sentence)).toContain("split the claim off claim 1");
    expect(old.history.map((line) => line.sentence)).toContain("split claim 2 off this one");
    await propose(desk.as("editor"), made.id);
    expect(refusal(await decide(desk.as("second-editor"), made.id, "comment"))).toBe("ok");
    expect(claim.contributors.map((person) => person.name).sort()).toEqual(["checker", "editor"]);
  });

  test("narrows the old claim, whose verdict goes stale by it", async () => {
    const desk = await makeDesk(fresh.db);
    const { input, claimId, article, evidenceId } = await splitOf(desk);
    const rest = spanOf(article, "lost 1.9 million crowns");
    const narrower = { oldStart: rest.start, oldEnd: rest.end, oldStatement: "It lost 1.9 million." };
    good(await splitClaim(desk.as("checker"), { ...input, ...narrower, copiedIds: [], movedIds: [evidenceId] }));
    const old = await read(desk, claimId);
    expect(old).toMatchObject({ state: "stale", quote: { quote: "lost 1.9 million crowns" }, evidence: [] });
    expect(old.fields.statement).toBe("It lost 1.9 million.");
  });

  test("refuses words of another claim, of nobody's text, and stale sight", async () => {
    const desk = await makeDesk(fresh.db);
    const { input, article, claimId } = await splitOf(desk);
    const checker = desk.as("checker");
    const [whole, outside] = [
      spanOf(article, "The service lost 1.9 million crowns last year"),
      { start: 0, end: 9999 },
    ];
    const other = spanOf(article, (await makeClaim(checker, article, "two boats")).quote.quote);
    expect(refusal(await splitClaim(checker, { ...input, ...whole }))).toBe("span-taken");
    expect(refusal(await splitClaim(checker, { ...input, ...other }))).toBe("span-taken");
    expect(refusal(await splitClaim(checker, { ...input, ...outside }))).toBe("span-outside");
    const wide = { oldStart: 0, oldEnd: whole.end };
    expect(refusal(await splitClaim(checker, { ...input, ...wide }))).toBe("span-outside");
    expect(refusal(await splitClaim(checker, { ...input, copiedIds: [uuidv7()] }))).toBe("not-found");
    await addEvidence(checker, claimId, "More");
    expect(refusal(await splitClaim(checker, input))).toBe("conflict");
    expect(refusal(await splitClaim(desk.as("viewer"), input))).toBe("forbidden");
  });
});

async function pairOf(desk: TestDesk) {
  const one = await proposedClaim(desk);
  const worker = desk.as("editor");
  const other = await makeClaim(worker, one.article, "the auditors wrote");
  await addEvidence(worker, other.id);
  await addEvidence(worker, other.id, "Another passage");
  const { rowVersion } = await read(desk, one.claimId);
  const input = { id: uuidv7(), claimId: one.claimId, otherId: other.id, rowVersion, widen: false };
  return { one, other: await read(desk, other.id), input };
}

describe("merging", () => {
  test("brings evidence and people along, withdraws the other and frees its words", async () => {
    const desk = await makeDesk(fresh.db);
    const { input, one, other } = await pairOf(desk);
    const merged = good(await mergeClaims(desk.as("checker"), { ...input, widen: true }));
    good(await mergeClaims(desk.as("checker"), { ...input, widen: true }));
    const [claim, gone] = [await read(desk, one.claimId), await read(desk, other.id)];
    expect(merged.copied).toBe(claim.evidence.length - 1);
    expect(claim).toMatchObject({ state: "stale", quote: { quote: expect.stringMatching(/^lost.*auditors wrote$/) } });
    expect(gone).toMatchObject({ state: "withdrawn", withdrawnReason: "Merged into claim 1" });
    expect(claim.relations).toMatchObject([{ kind: "merge", isLeading: true }]);
    const revisionId = await propose(desk.as("checker"), one.claimId);
    expect(refusal(await decide(desk.as("editor"), one.claimId, "approve"))).toBe("contributor-cannot-review");
    const insert = `INSERT INTO "Review" ("deskId", id, "claimId", "revisionId", "reviewerId", decision, comment, "createdAt")
      VALUES ($1, $2, $3, $4, $5, 'approve', '', now())`;
    const { memberId } = desk.as("editor").actor;
    expect(await fresh.sql(insert, [desk.deskId, uuidv7(), one.claimId, revisionId, memberId])).toBe("ST001");
    expect(refusal(await decide(desk.as("second-editor"), one.claimId, "approve"))).toBe("ok");
    good(await restoreClaim(desk.as("checker"), { claimId: other.id, rowVersion: gone.rowVersion }));
    const after = await read(desk, one.claimId);
    expect(after).toMatchObject({ state: "approved", evidenceCount: claim.evidenceCount });
    const refusals = [
      await mergeClaims(desk.as("checker"), { ...input, id: uuidv7() }),
      await mergeClaims(desk.as("checker"), { ...input, id: uuidv7(), otherId: one.claimId }),
    ];
    expect(refusals.map(refusal)).toEqual(["conflict", "claim-relates-to-itself"]);
    const elsewhere = await makeClaim(desk.as("checker"), await makeArticle(desk.as("checker")), "two boats");
    const across = { ...input, id: uuidv7(), otherId: elsewhere.id, rowVersion: after.rowVersion };
    expect(refusal(await mergeClaims(desk.as("checker"), across))).toBe("claims-of-two-articles");
  });

  test("of two that cross one is refused, and a split at the same time waits", async () => {
    const desk = await makeDesk(fresh.db);
    for (let round = 0; round < 8; round += 1) {
      const { input, one, other } = await pairOf(desk);
      const back = { ...input, id: uuidv7(), claimId: other.id, otherId: one.claimId, rowVersion: other.rowVersion };
      const both = await Promise.all([
        mergeClaims(desk.as("checker"), input),
        mergeClaims(desk.as("second-checker"), back),
      ]);
      expect(both.map(refusal).sort()).toEqual(["claim-withdrawn", "ok"]);
    }
    const { input, one } = await pairOf(desk);
    const words = { ...spanOf(one.article, "crowns"), statement: "Crowns.", oldStart: null, oldEnd: null };
    const at = { claimId: one.claimId, rowVersion: input.rowVersion, versionId: one.article.version.id };
    const split = { id: uuidv7(), ...at, ...words, oldStatement: "", copiedIds: [], movedIds: [] };
    const outcomes = await Promise.all([splitClaim(desk.as("checker"), split), mergeClaims(desk.as("editor"), input)]);
    expect(["ok", "conflict"]).toContain(refusal(outcomes[0]));
    expect(refusal(outcomes[1])).toBe("ok");
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });
});

async function sameOf(desk: TestDesk) {
  const leader = await proposedClaim(desk);
  const article = await makeArticle(desk.as("second-checker"));
  const follower = await makeClaim(desk.as("second-checker"), article, "lost 1.9 million crowns");
  const relation = { id: uuidv7(), claimId: follower.id, otherId: leader.claimId };
  return { leader, follower, article, relation };
}

describe("the same claim in another article", () => {
  test("is suggested, found, related without chains, ended and renewed", async () => {
    const desk = await makeDesk(fresh.db);
    const { leader, follower, article, relation } = await sameOf(desk);
    const checker = desk.as("checker");
    const suggested = good(await sameClaims(checker, follower.id));
    expect(suggested).toMatchObject([{ id: leader.claimId, state: "proposed", verdict: "True" }]);
    const asked = { claimId: follower.id, words: "article million", where: "desk" } as const;
    expect(good(await claimsToRelate(checker, asked))).toMatchObject([{ id: leader.claimId }]);
    expect(good(await claimsToRelate(checker, { ...asked, words: "7" }))).toEqual([]);
    good(await relateClaims(checker, relation));
    good(await relateClaims(checker, relation));
    const third = await makeClaim(checker, article, "two boats");
    const chain = { id: uuidv7(), claimId: third.id, otherId: follower.id };
    expect(good(await relateClaims(checker, chain)).leaderId).toBe(leader.claimId);
    const turned = { id: uuidv7(), claimId: leader.claimId, otherId: (await makeClaim(checker, article, "212")).id };
    expect(refusal(await relateClaims(checker, turned))).toBe("claim-leads-others");
    expect(refusal(await relateClaims(checker, { ...turned, otherId: follower.id }))).toBe("claim-relates-to-itself");
    const twice = { id: uuidv7(), claimId: follower.id, otherId: turned.otherId };
    expect(refusal(await relateClaims(checker, twice))).toBe("claim-follows-already");
    good(await endRelation(checker, { id: relation.id, claimId: leader.claimId }));
    good(await endRelation(checker, { id: relation.id, claimId: leader.claimId }));
    expect((await read(desk, follower.id)).relations).toEqual([]);
    good(await relateClaims(checker, { ...relation, id: uuidv7() }));
    expect((await read(desk, follower.id)).relations).toMatchObject([{ kind: "same", isBehind: true }]);
  });

  test("takes the verdict over on its own basis, and one reviewer approves all places but their own", async () => {
    const desk = await makeDesk(fresh.db);
    const { leader, follower, relation } = await sameOf(desk);
    const checker = desk.as("second-checker");
    const share = async (id = uuidv7()) => {
      const { rowVersion } = await read(desk, follower.id);
      return await shareVerdict(checker, { id, claimId: follower.id, rowVersion });
    };
    expect(refusal(await share())).toBe("not-the-same-claim");
    good(await relateClaims(checker, relation));
    const id = uuidv7();
    good(await share(id));
    good(await share(id));
    expect(refusal(await share())).toBe("taken-over-already");
    const told = { deskId: desk.deskId, kind: "shared", claimId: follower.id };
    const notices = await fresh.db.notice.findMany({ where: told, select: { memberId: true } });
    expect(notices).toEqual([{ memberId: desk.as("checker").actor.memberId }]);
    const [first, second] = [await read(desk, leader.claimId), await read(desk, follower.id)];
    expect(second).toMatchObject({ state: "proposed", relations: [{ isBehind: false }] });
    expect(second.revisions[0]).toMatchObject({ id, rationale: first.revisions[0]?.rationale, number: 1 });
    expect(second.revisions[0]?.basisDigest).not.toBe(first.revisions[0]?.basisDigest);
    expect(second.evidence.map((piece) => piece.passage)).toEqual(first.evidence.map((piece) => piece.passage));
    expect(first.relations).toMatchObject([{ isLeading: true, isShared: true }]);
    expect(refusal(await decide(desk.as("checker"), follower.id, "approve"))).not.toBe("ok");
    const third = await proposedClaim({ ...desk, as: () => desk.as("editor") }, undefined, "two boats");
    good(await relateClaims(checker, { id: uuidv7(), claimId: third.claimId, otherId: leader.claimId }));
    const { rowVersion } = await read(desk, third.claimId);
    good(await shareVerdict(desk.as("editor"), { id: uuidv7(), claimId: third.claimId, rowVersion }));
    const places = { id: uuidv7(), claimId: leader.claimId, revisionId: leader.revisionId, comment: "" };
    const done = good(await reviewPlaces(desk.as("editor"), places));
    expect(done.approved.map((place) => place.claimId)).toEqual([leader.claimId, follower.id]);
    expect(done.leftOut).toMatchObject([{ claimId: third.claimId, sentence: expect.stringContaining("You worked") }]);
    expect(good(await reviewPlaces(desk.as("editor"), places)).approved).toHaveLength(2);
    const rest = good(await reviewPlaces(desk.as("second-editor"), { ...places, id: uuidv7() }));
    expect(rest.approved.map((place) => place.claimId)).toEqual([third.claimId]);
    for (const claimId of [leader.claimId, follower.id, third.claimId]) {
      expect((await read(desk, claimId)).state).toBe("approved");
    }
    await propose(desk.as("checker"), leader.claimId, "False");
    expect((await read(desk, follower.id)).relations).toMatchObject([{ isBehind: true }]);
    expect(refusal(await reviewPlaces(desk.as("second-editor"), { ...places, id: uuidv7() }))).toBe("not-under-review");
  });
});
