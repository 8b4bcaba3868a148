import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { placingPage } from "#lib/server/queries/placing-page.ts";
import { reviewQueue } from "#lib/server/queries/review-queue.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { confirmPlaces } from "#lib/server/use-cases/confirm-places.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { addDraft, decide, good, makeArticle, makeClaim, makeDesk, propose, refusal } from "#tests/support/desk.ts";
import { ferry, paragraphs } from "#tests/support/drafts.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { loaned, loss, newLoss, readClaim, spanOf, threeClaims, versionOf } from "#tests/support/three-claims.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

describe("the queue of claims to place", () => {
  test("shows old beside new, in the order of the text", async () => {
    const { desk, article, changed, lost } = await threeClaims(fresh.db);
    const page = good(await placingPage(desk.as("checker"), { articleId: article.id, after: null }));
    expect(page).toMatchObject({
      version: { id: article.version.id, number: 2 },
      counts: { changed: 1, ambiguous: 0, lost: 1 },
      next: null,
      may: { place: true, withdraw: true },
    });
    expect(page.rows.map((row) => row.claimId)).toEqual([changed, lost]);
    const [one, other] = page.rows;
    expect(one).toMatchObject({
      kind: "changed",
      state: "stale",
      before: { quote: loss, prefix: "The service ", versionNumber: 1, dir: "ltr" },
      offered: { quote: newLoss, prefix: "The service ", ...spanOf(article, newLoss) },
      around: null,
      sameChange: null,
    });
    expect(other).toMatchObject({ kind: "lost", before: { quote: loaned, versionNumber: 1 }, offered: null });
    const around = other?.around;
    expect(article.text.slice(around?.start).startsWith(around?.text ?? "-")).toBe(true);
    expect(paragraphs).toContain(around?.text);
    const viewers = good(await placingPage(desk.as("viewer"), { articleId: article.id, after: null }));
    expect(viewers.may).toEqual({ place: false, withdraw: false });
    const queue = await reviewQueue(desk.as("checker"), { view: "placing", after: null });
    expect(new Set(queue.rows.map((row) => row.claimId))).toEqual(new Set([changed, lost]));
    expect(queue.counts.placing).toBe(2);
  });

  test("comes in pages, and tells which claims changed in the same way", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const names = Array.from(
      { length: 60 },
      (_, index) => `Boat ${index} of the fleet sails at noon for port ${index}.`,
    );
    const first = await makeArticle(checker, names.join("\n\n"));
    for (const name of names) {
      const span = spanOf(first, name.slice(0, -1));
      good(await markClaim(checker, { id: uuidv7(), articleId: first.id, versionId: first.version.id, ...span }));
    }
    const next = await addDraft(checker, first, names.join("\n\n").replaceAll("at noon", "at midnight"));
    const page = good(await placingPage(checker, { articleId: next.id, after: null }));
    expect(page.rows).toHaveLength(50);
    expect(new Set(page.rows.map((row) => row.sameChange)).size).toBe(1);
    expect(page.rows[0]?.sameChange).not.toBeNull();
    const rest = good(await placingPage(checker, { articleId: next.id, after: page.next }));
    expect(rest.rows).toHaveLength(10);
    expect(rest.next).toBeNull();
    expect(new Set([...page.rows, ...rest.rows].map((row) => row.claimId)).size).toBe(60);
    const claimIds = page.rows.map((row) => row.claimId);
    expect(good(await confirmPlaces(checker, { ...versionOf(next), claimIds }))).toMatchObject({ confirmed: 50 });
    expect(good(await articlePage(checker, next.id)).toPlace).toBe(10);
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });
});

describe("a claim that needs placing", () => {
  test("takes no verdict, and no report signs it off", async () => {
    const { desk, article, changed } = await threeClaims(fresh.db);
    const claim = await readClaim(desk, changed);
    const words = { rationale: "x", asOf: "2026-05-09", suggestedWording: "", ratingId: claim.ratings[0]?.id ?? "" };
    const proposal = { id: uuidv7(), claimId: changed, rowVersion: claim.rowVersion, ...words };
    expect(refusal(await proposeVerdict(desk.as("checker"), proposal))).toBe("claim-needs-placing");
    const report = good(await articleReport(desk.as("viewer"), article.id));
    expect(report.summary.signedOff).toBe(0);
    const reported = report.claims.find((one) => one.id === changed);
    expect(reported).toMatchObject({ state: "stale", staleReason: "quote", start: 0, end: 0, quote: loss });
    expect(reported?.verdict?.signedOff).toBe(false);
  });

  test("leaves its words free for another claim, and cannot have them then", async () => {
    const { desk, article, changed, version } = await threeClaims(fresh.db);
    const span = { ...version, ...spanOf(article, newLoss) };
    const marked = good(await markClaim(desk.as("second-checker"), { id: uuidv7(), ...span }));
    expect(marked.existed).toBe(false);
    const confirm = { ...version, claimIds: [changed] };
    expect(refusal(await confirmPlaces(desk.as("checker"), confirm))).toBe("span-taken");
  });
});

describe("confirming", () => {
  test("makes the offered words the claim's, and the confirmer a contributor", async () => {
    const { desk, changed, version } = await threeClaims(fresh.db);
    const confirm = { ...version, claimIds: [changed] };
    expect(good(await confirmPlaces(desk.as("editor"), confirm))).toMatchObject({ confirmed: 1, skipped: 0 });
    expect(good(await confirmPlaces(desk.as("editor"), confirm))).toMatchObject({ confirmed: 1, skipped: 0 });
    const claim = await readClaim(desk, changed);
    expect(claim).toMatchObject({
      state: "stale",
      quote: { quote: newLoss },
      placement: { kind: "changed", needsPlacing: false, before: { quote: loss } },
    });
    expect(claim.contributors.map((one) => one.name)).toContain("editor");
    expect(claim.history.filter((line) => line.sentence.startsWith("placed the claim in version 2"))).toHaveLength(1);
    await propose(desk.as("checker"), changed);
    expect(refusal(await decide(desk.as("editor"), changed, "approve"))).toBe("contributor-cannot-review");
    expect(refusal(await decide(desk.as("second-editor"), changed, "approve"))).toBe("ok");
    expect(good(await articleReport(desk.as("viewer"), version.articleId)).summary.signedOff).toBe(1);
  });

  test("passes over what was answered meanwhile, and refuses what is offered no words", async () => {
    const { desk, changed, lost, kept, version } = await threeClaims(fresh.db);
    const confirm = (name: string, claimIds: string[]) => confirmPlaces(desk.as(name), { ...version, claimIds });
    expect(refusal(await confirm("checker", [changed, lost]))).toBe("nothing-to-confirm");
    expect((await readClaim(desk, changed)).placement.needsPlacing).toBe(true);
    expect(good(await confirm("checker", [changed, kept]))).toMatchObject({ confirmed: 1, skipped: 1 });
    expect(refusal(await confirm("second-checker", [changed, kept]))).toBe("placement-settled");
    expect(refusal(await confirm("viewer", [changed]))).toBe("forbidden");
  });

  test("is for the newest version and the claims of its article", async () => {
    const { desk, article, changed, version } = await threeClaims(fresh.db);
    const checker = desk.as("checker");
    const other = await makeArticle(checker, ferry);
    const foreign = (await makeClaim(checker, other, loss)).id;
    const confirm = (more: object) => confirmPlaces(checker, { ...version, claimIds: [changed], ...more });
    expect(refusal(await confirm({ claimIds: [changed, foreign] }))).toBe("not-found");
    expect(refusal(await confirm({ claimIds: [changed, uuidv7()] }))).toBe("not-found");
    expect(refusal(await confirm({ versionId: other.version.id }))).toBe("not-found");
    expect((await readClaim(desk, changed)).placement.needsPlacing).toBe(true);
    await addDraft(checker, article, `${article.text}\n\nOne more.`);
    expect(refusal(await confirm({}))).toBe("version-superseded");
  });
});
