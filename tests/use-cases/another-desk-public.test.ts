import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { frozenReport } from "#lib/server/queries/frozen-report.ts";
import { heldBack, heldEditions } from "#lib/server/queries/held-editions.ts";
import { leftOutClaim } from "#lib/server/queries/left-out-claim.ts";
import { publicEditionsPage } from "#lib/server/queries/public-editions.ts";
import { publicStandings } from "#lib/server/queries/public-standings.ts";
import { changeReportPlan } from "#lib/server/use-cases/change-report-plan.ts";
import { openReport } from "#lib/server/use-cases/open-report.ts";
import { good, refusal, type TestDesk } from "#tests/support/desk.ts";
import { openedReport } from "#tests/support/edition.ts";
import { approvedClaim, approvedDesk, corrected, published } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { protect } from "#tests/support/protect.ts";

type Left = {
  readonly articleId: string;
  readonly claimId: string;
  readonly evidenceId: string;
  readonly editionId: string;
};

let fresh: Fresh;
let desk: TestDesk;
let other: TestDesk;
let theirs: Left;
let own: Left;
let stranger: Pick<Context, "db" | "now">;

/** Two editions, the second without one of the claims of the first. */
async function leavingOut(made: Awaited<ReturnType<typeof approvedDesk>>): Promise<Left> {
  const { desk, article, claimId, evidenceId } = made;
  await approvedClaim(desk, article, "212 passengers");
  const { edition } = await published(desk, article.id);
  const words = { summary: "", method: "", language: "", template: "public" as const };
  const plan = { articleId: article.id, rowVersion: 0, claimOrder: [], hidden: [claimId], ...words };
  good(await changeReportPlan(desk.as("editor"), plan));
  await published(desk, article.id, corrected);
  return { articleId: article.id, claimId, evidenceId, editionId: edition.id };
}

beforeAll(async () => {
  fresh = await freshDatabase();
  const [made, second] = [await approvedDesk(fresh), await approvedDesk(fresh)];
  [desk, other] = [made.desk, second.desk];
  [theirs, own] = [await leavingOut(made), await leavingOut(second)];
  await openedReport(desk.as("editor"), theirs.articleId, { hasClaimPages: true });
  stranger = { db: fresh.db, now: new Date(Date.now() + 60_000) };
});
afterAll(() => fresh.close());

describe("what strangers read of one desk", () => {
  const keyOf = (deskId: string, { articleId }: Left) => ({ deskId, articleId });

  test("is no edition of another desk's article", async () => {
    expect(await frozenReport(stranger, { ...keyOf(desk.deskId, theirs), number: 1 })).toMatchObject({
      signed: { edition: { id: theirs.editionId } },
    });
    expect(await frozenReport(stranger, { ...keyOf(other.deskId, theirs), number: 1 })).toBeNull();
  });

  test("says nothing of a claim that another desk left out", async () => {
    const asked = { claimId: theirs.claimId, number: 2 };
    expect(await leftOutClaim(stranger, { ...keyOf(desk.deskId, theirs), ...asked })).toEqual({
      printed: 1,
      leftOut: 2,
    });
    expect(await leftOutClaim(stranger, { ...keyOf(other.deskId, theirs), ...asked })).toBeNull();
    expect(await leftOutClaim(stranger, { ...keyOf(other.deskId, own), ...asked })).toBeNull();
  });

  test("lists no edition of another desk, and goes on after none", async () => {
    const page = { of: "editions", after: null } as const;
    const shown = await publicEditionsPage(stranger, { deskId: desk.deskId, ...page });
    expect(shown.editions.map(({ number }) => number)).toEqual([2, 1]);
    const empty = { editions: [], next: null };
    expect(await publicEditionsPage(stranger, { deskId: other.deskId, ...page })).toEqual(empty);
    await openedReport(other.as("editor"), own.articleId);
    const after = theirs.editionId;
    expect(await publicEditionsPage(stranger, { deskId: other.deskId, ...page, after })).toEqual(empty);
  });

  test("is opened and closed by its own desk alone", async () => {
    const closed = { rowVersion: 1, isPublic: false, isIndexed: false, hasClaimPages: false, embargoUntil: null };
    const asked = { articleId: theirs.articleId, ...closed };
    expect(refusal(await openReport(other.as("admin"), asked))).toBe("not-found");
    const standing = (await publicStandings(stranger, [theirs.articleId])).get(theirs.articleId);
    expect(standing).toMatchObject({ deskId: desk.deskId, newest: 2 });
  });

  test("is held back for evidence of its own desk alone", async () => {
    await protect(fresh, desk, theirs.evidenceId);
    const asked = { newest: 2, confidential: [theirs.evidenceId] };
    expect(await heldBack(stranger, { ...keyOf(desk.deskId, theirs), ...asked })).toEqual([1]);
    expect(await heldEditions(fresh.db, keyOf(desk.deskId, theirs))).toEqual([{ number: 1, claims: [1] }]);
    for (const [deskId, left] of [
      [other.deskId, theirs],
      [other.deskId, own],
      [desk.deskId, own],
    ] as const) {
      expect(await heldBack(stranger, { ...keyOf(deskId, left), ...asked })).toEqual([]);
      expect(await heldEditions(fresh.db, keyOf(deskId, left))).toEqual([]);
    }
  });
});
