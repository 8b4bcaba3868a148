import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportAccess } from "#lib/server/queries/report-access.ts";
import { askSecond } from "#lib/server/use-cases/ask-second.ts";
import { cancelSecond } from "#lib/server/use-cases/cancel-second.ts";
import { changeReportPlan } from "#lib/server/use-cases/change-report-plan.ts";
import { mergeClaims } from "#lib/server/use-cases/merge-claims.ts";
import { openReport } from "#lib/server/use-cases/open-report.ts";
import { relateClaims } from "#lib/server/use-cases/relate-claims.ts";
import { revokeReportLink } from "#lib/server/use-cases/revoke-report-link.ts";
import { shareReport } from "#lib/server/use-cases/share-report.ts";
import { good, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { openedReport } from "#tests/support/edition.ts";
import { approvedClaim, approvedDesk, corrected, published } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { races } from "#tests/support/races.ts";
import { askedSecond, tryToAsk, tryToGive } from "#tests/support/seconds.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const dayMs = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs);
const open = { isPublic: true, isIndexed: false, hasClaimPages: false, embargoUntil: null, rowVersion: 0 };
type Opening = Partial<Omit<typeof open, "embargoUntil"> & { embargoUntil: Date | null }>;

const tryToOpen = (desk: TestDesk, articleId: string, change: Opening = {}, who = "editor") =>
  openReport(desk.as(who), { ...open, articleId, ...change });
const link = (articleId: string, editionId: string | null = null) => ({
  ...{ id: uuidv7(), articleId, editionId, name: "The magazine", days: 7 },
});
const tryToShare = (desk: TestDesk, articleId: string, editionId: string | null = null) =>
  shareReport(desk.as("editor"), link(articleId, editionId));

/** A desk whose article has one claim in one edition. */
async function printedDesk() {
  const made = await approvedDesk(fresh);
  const { edition } = await published(made.desk, made.article.id);
  return { ...made, articleId: made.article.id, editionId: edition.id };
}

/** A request as it may stand from before a rule, whatever is public. */
async function ownedSince({ desk, claimId, revisionId }: { desk: TestDesk; claimId: string; revisionId: string }) {
  const [memberId, askedById] = [desk.as("admin").actor.memberId, desk.as("editor").actor.memberId];
  const row = { deskId: desk.deskId, id: uuidv7(), claimId, revisionId, memberId, askedById, askedAt: new Date() };
  await fresh.db.secondVerdict.create({ data: row });
}

describe("whoever owes a second verdict in an article", () => {
  test("neither opens its report nor makes a link to it, nor is given one", async () => {
    const { desk, article, articleId } = await printedDesk();
    const input = link(articleId);
    good(await shareReport(desk.as("admin"), input));
    const { claimId } = await approvedClaim(desk, article, "bought two boats");
    expect(good(await reportAccess(desk.as("admin"), articleId))).toMatchObject({ isBlind: false, links: [{}] });
    await askedSecond(desk, claimId, "admin");
    expect(refusal(await tryToOpen(desk, articleId, {}, "admin"))).toBe("blind-second");
    expect(refusal(await shareReport(desk.as("admin"), link(articleId)))).toBe("blind-second");
    expect(refusal(await shareReport(desk.as("admin"), input))).toBe("blind-second");
    expect(good(await reportAccess(desk.as("admin"), articleId))).toMatchObject({ isBlind: true, links: [] });
    expect(good(await reportAccess(desk.as("editor"), articleId))).toMatchObject({ isBlind: false, links: [{}] });
  });
});

describe("while a second verdict is open on a claim that an edition prints", () => {
  test("nobody opens the report, not even from a later hour on, until it is given or taken back", async () => {
    const { desk, articleId, claimId } = await printedDesk();
    const id = await askedSecond(desk, claimId, "admin");
    expect(await tryToOpen(desk, articleId)).toMatchObject({
      error: { rule: "second-open", detail: "This concerns claim 1, which the report prints." },
    });
    expect(refusal(await tryToOpen(desk, articleId, { embargoUntil: inDays(3) }))).toBe("second-open");
    expect(await fresh.db.publication.count({ where: { articleId } })).toBe(0);
    good(await tryToOpen(desk, articleId, { isPublic: false, isIndexed: true }));
    expect(refusal(await tryToOpen(desk, articleId))).toBe("conflict");
    good(await cancelSecond(desk.as("editor"), { id }));
    const again = await askedSecond(desk, claimId, "admin");
    expect(refusal(await tryToOpen(desk, articleId, { rowVersion: 1 }))).toBe("second-open");
    good(await tryToGive(desk, { id: again, claimId }, "admin"));
    good(await tryToOpen(desk, articleId, { rowVersion: 1 }));
  });

  test("what is open already is closed, held longer or kept from search engines, and never opened further", async () => {
    const { desk, articleId, claimId, revisionId } = await printedDesk();
    const held = { embargoUntil: inDays(3), rowVersion: 1 };
    good(await tryToOpen(desk, articleId, { embargoUntil: held.embargoUntil }));
    await ownedSince({ desk, claimId, revisionId });
    const refusals = [{ embargoUntil: inDays(2) }, { embargoUntil: null }, { hasClaimPages: true }];
    for (const change of refusals) {
      expect(refusal(await tryToOpen(desk, articleId, { ...held, ...change }))).toBe("second-open");
    }
    good(await tryToOpen(desk, articleId, { ...held, isIndexed: true }));
    good(await tryToOpen(desk, articleId, { embargoUntil: inDays(4), rowVersion: 2 }));
    good(await tryToOpen(desk, articleId, { isPublic: false, rowVersion: 3 }));
  });

  test("a link is made to an edition that does not print it, and to no other", async () => {
    const { desk, article, articleId, claimId, editionId } = await printedDesk();
    const sent = link(articleId, editionId);
    good(await shareReport(desk.as("editor"), sent));
    good(await revokeReportLink(desk.as("editor"), { id: sent.id }));
    await approvedClaim(desk, article, "bought two boats");
    const words = { summary: "", method: "", language: "", template: "public" } as const;
    const plan = { articleId, rowVersion: 0, claimOrder: [], hidden: [claimId], ...words };
    good(await changeReportPlan(desk.as("editor"), plan));
    await askedSecond(desk, claimId, "admin");
    expect(refusal(await tryToShare(desk, articleId))).toBe("second-open");
    const { edition } = await published(desk, articleId, corrected);
    good(await tryToShare(desk, articleId));
    good(await tryToShare(desk, articleId, edition.id));
    expect(refusal(await tryToShare(desk, articleId, editionId))).toBe("second-open");
    // In public every edition has its page.
    expect(refusal(await tryToOpen(desk, articleId))).toBe("second-open");
  });
});

describe("a second verdict is not asked", () => {
  test("on what is public, or will be when an embargo ends", async () => {
    const { desk, article, articleId, claimId } = await printedDesk();
    await openedReport(desk.as("editor"), articleId, { embargoUntil: inDays(3) });
    expect(refusal(await tryToAsk(desk, claimId, "admin"))).toBe("second-is-public");
    await openedReport(desk.as("editor"), articleId, { rowVersion: 1 });
    expect(refusal(await tryToAsk(desk, claimId, "admin"))).toBe("second-is-public");
    // What no edition prints is not public with the others.
    const fresher = await approvedClaim(desk, article, "bought two boats");
    good(await tryToAsk(desk, fresher.claimId, "admin"));
    await openedReport(desk.as("editor"), articleId, { isPublic: false, rowVersion: 2 });
    good(await tryToAsk(desk, claimId, "second-checker"));
  });

  test("on what an open link leads to, until it is revoked or has expired", async () => {
    const { desk, articleId, claimId, editionId } = await printedDesk();
    for (const leads of [null, editionId]) {
      const input = link(articleId, leads);
      good(await shareReport(desk.as("editor"), input));
      expect(refusal(await tryToAsk(desk, claimId, "admin"))).toBe("second-is-public");
      good(await revokeReportLink(desk.as("editor"), { id: input.id }));
    }
    good(await tryToShare(desk, articleId));
    const { memberId } = desk.as("admin").actor;
    const later = { ...desk.as("editor"), now: inDays(8) };
    good(await askSecond(later, { id: uuidv7(), claimId, memberId }));
  });

  test("on a claim that is said to be the same as one in a public report of another article", async () => {
    const { desk, articleId, claimId } = await printedDesk();
    const other = await proposedClaim(desk);
    good(await relateClaims(desk.as("editor"), { id: uuidv7(), claimId: other.claimId, otherId: claimId }));
    await openedReport(desk.as("editor"), articleId);
    expect(refusal(await tryToAsk(desk, other.claimId, "admin"))).toBe("second-is-public");
    const apart = await proposedClaim(await makeDesk(fresh.db));
    expect(refusal(await tryToAsk(desk, apart.claimId, "admin"))).toBe("not-found");
  });
});

describe("a claim with an open second verdict is not said to be one with what is public", () => {
  const same = (desk: TestDesk, claimId: string, otherId: string) =>
    relateClaims(desk.as("editor"), { id: uuidv7(), claimId, otherId });

  test("neither by saying so of either, nor by merging", async () => {
    const { desk, article, articleId, claimId } = await printedDesk();
    const fresher = await approvedClaim(desk, article, "bought two boats");
    await openedReport(desk.as("editor"), articleId);
    const id = await askedSecond(desk, fresher.claimId, "admin");
    expect(refusal(await same(desk, claimId, fresher.claimId))).toBe("second-would-be-shown");
    expect(refusal(await same(desk, fresher.claimId, claimId))).toBe("second-would-be-shown");
    const { rowVersion } = await fresh.db.claim.findFirstOrThrow({ where: { id: fresher.claimId } });
    const merging = { id: uuidv7(), claimId: fresher.claimId, otherId: claimId, rowVersion, widen: false };
    expect(refusal(await mergeClaims(desk.as("editor"), merging))).toBe("second-would-be-shown");
    expect(await fresh.db.claimRelation.count({ where: { deskId: desk.deskId } })).toBe(0);
    good(await cancelSecond(desk.as("editor"), { id }));
    good(await same(desk, fresher.claimId, claimId));
  });

  test("which holds for what shares a verdict with either", async () => {
    const { desk, articleId, claimId } = await printedDesk();
    const [between, asked] = [await proposedClaim(desk), await proposedClaim(desk)];
    good(await same(desk, between.claimId, claimId));
    await openedReport(desk.as("editor"), articleId);
    await askedSecond(desk, asked.claimId, "admin");
    expect(refusal(await same(desk, asked.claimId, between.claimId))).toBe("second-would-be-shown");
    good(await same(desk, asked.claimId, (await proposedClaim(desk)).claimId));
  });
});

const { rounds, timeout } = races(8);

describe("at the same instant", () => {
  test("a report is opened or a second verdict asked, never both", { timeout }, async () => {
    const { desk, articleId, claimId } = await printedDesk();
    let rowVersion = 0;
    for (let round = 0; round < rounds; round += 1) {
      const [opened, asked] = await Promise.all([
        tryToOpen(desk, articleId, { rowVersion }),
        tryToAsk(desk, claimId, "admin"),
      ]);
      expect([refusal(opened), refusal(asked)].sort()).toEqual(
        opened.ok ? ["ok", "second-is-public"] : ["ok", "second-open"],
      );
      if (asked.ok) good(await cancelSecond(desk.as("editor"), { id: asked.value.id }));
      if (!opened.ok) continue;
      rowVersion = await openedReport(desk.as("editor"), articleId, { isPublic: false, rowVersion: rowVersion + 1 });
    }
  });

  test("a link is made or a second verdict asked, never both", { timeout }, async () => {
    const { desk, articleId, claimId } = await printedDesk();
    for (let round = 0; round < rounds; round += 1) {
      const [shared, asked] = await Promise.all([tryToShare(desk, articleId), tryToAsk(desk, claimId, "admin")]);
      expect([refusal(shared), refusal(asked)].sort()).toEqual(
        shared.ok ? ["ok", "second-is-public"] : ["ok", "second-open"],
      );
      if (asked.ok) good(await cancelSecond(desk.as("editor"), { id: asked.value.id }));
      if (shared.ok) good(await revokeReportLink(desk.as("editor"), { id: shared.value.id }));
    }
  });
});
