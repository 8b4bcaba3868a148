import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { versionsPage } from "#lib/server/queries/versions-page.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { confirmPlaces } from "#lib/server/use-cases/confirm-places.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";
import { placeClaim } from "#lib/server/use-cases/place-claim.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import { withdrawClaims } from "#lib/server/use-cases/withdraw-claims.ts";
import {
  addDraft,
  addEvidence,
  decide,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  proposedClaim,
  refusal,
  stageDraft,
} from "#tests/support/desk.ts";
import { edited, ferry } from "#tests/support/drafts.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const loss = "lost 1.9 million crowns";
const changed = edited(loss, "lost 2.4 million crowns");
const rounds = 8;

test("of two versions at once one is made", async () => {
  const desk = await makeDesk(fresh.db);
  for (const texts of [
    [changed, changed],
    [changed, edited(loss, "made money")],
  ]) {
    const article = await makeArticle(desk.as("checker"), ferry);
    const drafts = await Promise.all(
      texts.map(async (text, index) => {
        const context = desk.as(index === 0 ? "checker" : "second-checker");
        return { context, id: await stageDraft(context, article.id, text) };
      }),
    );
    const both = await Promise.all(
      drafts.map(({ context, id }) => addVersion(context, { id, articleId: article.id, latest: 1 })),
    );
    expect(both.map(refusal).sort()).toEqual(["ok", "version-superseded"]);
    expect(good(await versionsPage(desk.as("viewer"), article.id)).versions.map((row) => row.number)).toEqual([2, 1]);
  }
});

test("a claim marked at the same instant is carried along, or refused", async () => {
  const desk = await makeDesk(fresh.db);
  for (let round = 0; round < rounds; round += 1) {
    const article = await makeArticle(desk.as("checker"), ferry);
    const id = await stageDraft(desk.as("checker"), article.id, changed);
    const span = { start: article.text.indexOf(loss), end: article.text.indexOf(loss) + loss.length };
    const mark = { id: uuidv7(), articleId: article.id, versionId: article.version.id, ...span };
    const [marked, frozen] = await Promise.all([
      markClaim(desk.as("second-checker"), mark),
      addVersion(desk.as("checker"), { id, articleId: article.id, latest: 1 }),
    ]);
    expect(refusal(frozen)).toBe("ok");
    expect(["ok", "span-outside"]).toContain(refusal(marked));
    expect(good(await articlePage(desk.as("viewer"), article.id)).toPlace).toBe(marked.ok ? 1 : 0);
  }
});

describe("a verdict and a version at the same instant", () => {
  test("never leave a verdict that stands on words that changed", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    for (let round = 0; round < rounds; round += 1) {
      const article = await makeArticle(checker, ferry);
      const { id: claimId } = await makeClaim(checker, article, loss);
      await addEvidence(checker, claimId);
      const claim = good(await claimPage(checker, claimId));
      const id = await stageDraft(checker, article.id, changed);
      const words = { rationale: "x", asOf: "2026-05-09", suggestedWording: "", ratingId: claim.ratings[0]?.id ?? "" };
      const [proposed, frozen] = await Promise.all([
        proposeVerdict(desk.as("editor"), { id: uuidv7(), claimId, rowVersion: claim.rowVersion, ...words }),
        addVersion(checker, { id, articleId: article.id, latest: 1 }),
      ]);
      expect(refusal(frozen)).toBe("ok");
      expect(["ok", "claim-needs-placing"]).toContain(refusal(proposed));
      const { state, staleReason } = good(await claimPage(checker, claimId));
      expect({ state, staleReason }).toEqual(
        proposed.ok ? { state: "stale", staleReason: "quote" } : { state: "progress", staleReason: null },
      );
    }
  });

  test("never leave an approval of what was not seen", async () => {
    const desk = await makeDesk(fresh.db);
    for (let round = 0; round < rounds; round += 1) {
      const article = await makeArticle(desk.as("checker"), ferry);
      const { claimId } = await proposedClaim(desk, article, loss);
      const id = await stageDraft(desk.as("checker"), article.id, edited("wrote in May", "denied in June"));
      const [vote, frozen] = await Promise.all([
        decide(desk.as("editor"), claimId, "approve"),
        addVersion(desk.as("checker"), { id, articleId: article.id, latest: 1 }),
      ]);
      expect(refusal(frozen)).toBe("ok");
      expect(["ok", "not-under-review"]).toContain(refusal(vote));
      expect(good(await claimPage(desk.as("viewer"), claimId))).toMatchObject({
        state: "stale",
        staleReason: "surroundings",
      });
      expect(good(await articleReport(desk.as("viewer"), article.id)).summary.signedOff).toBe(0);
    }
  });

  test("an edit, a withdrawal and new evidence come before the version or after it", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const article = await makeArticle(checker, ferry);
    const [one, two, three] = [
      await makeClaim(checker, article, loss),
      await makeClaim(checker, article, "212 passengers"),
      await makeClaim(checker, article, "two electric boats"),
    ];
    const id = await stageDraft(checker, article.id, changed);
    const outcomes = await Promise.all([
      editClaim(checker, { id: one.id, rowVersion: one.rowVersion, ...one.fields, statement: "In other words." }),
      addVersion(checker, { id, articleId: article.id, latest: 1 }),
      withdrawClaim(desk.as("editor"), { claimId: two.id, rowVersion: two.rowVersion, reason: "x" }),
      addEvidence(desk.as("second-checker"), three.id),
    ]);
    expect(outcomes.slice(0, 3).map((outcome) => typeof outcome !== "string" && refusal(outcome))).toEqual([
      expect.stringMatching(/^(ok|conflict)$/),
      "ok",
      "ok",
    ]);
    const page = good(await articlePage(checker, article.id));
    expect(page.claims.map((claim) => claim.number).sort()).toEqual([1, 3]);
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });
});

describe("two people answer at once", () => {
  async function waiting() {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const first = await makeArticle(checker, ferry);
    const { id: claimId } = await makeClaim(checker, first, loss);
    const article = await addDraft(checker, first, changed);
    const { rowVersion } = good(await claimPage(checker, claimId));
    return { desk, article, claimId, rowVersion, version: { articleId: article.id, versionId: article.version.id } };
  }

  test("both confirm: one of them is told", async () => {
    const { desk, claimId, version } = await waiting();
    const confirm = (name: string) => confirmPlaces(desk.as(name), { ...version, claimIds: [claimId] });
    const both = await Promise.all([confirm("checker"), confirm("editor")]);
    expect(both.map(refusal).sort()).toEqual(["ok", "placement-settled"]);
    const { contributors } = good(await claimPage(desk.as("viewer"), claimId));
    expect(contributors.map((one) => one.name)).toHaveLength(both[0].ok ? 1 : 2);
  });

  test("both choose: the first one's words stay", async () => {
    const { desk, claimId, rowVersion, version, article } = await waiting();
    const place = (name: string, words: string) => {
      const start = article.text.indexOf(words);
      const span = { start, end: start + words.length };
      return placeClaim(desk.as(name), { claimId, versionId: version.versionId, rowVersion, ...span });
    };
    const both = await Promise.all([place("checker", "2.4 million crowns"), place("editor", "the loss is growing")]);
    expect(both.map(refusal).sort()).toEqual(["ok", "placement-settled"]);
    const { quote } = good(await claimPage(desk.as("viewer"), claimId));
    expect(quote.quote).toBe(both[0].ok ? "2.4 million crowns" : "the loss is growing");
  });

  test("one confirms and the other withdraws: one of the two happens", async () => {
    const { desk, claimId, version } = await waiting();
    const [confirmed, withdrawn] = await Promise.all([
      confirmPlaces(desk.as("checker"), { ...version, claimIds: [claimId] }),
      withdrawClaims(desk.as("editor"), { ...version, claimIds: [claimId], reason: "Gone." }),
    ]);
    expect([refusal(confirmed), refusal(withdrawn)].sort()).toEqual(
      ["ok", confirmed.ok ? "placement-settled" : "claim-withdrawn"].sort(),
    );
  });
});
