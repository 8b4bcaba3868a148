import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ArticleView } from "#lib/domain/views.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { placingPage } from "#lib/server/queries/placing-page.ts";
import { reviewQueue } from "#lib/server/queries/review-queue.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { confirmPlaces } from "#lib/server/use-cases/confirm-places.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";
import { placeClaim } from "#lib/server/use-cases/place-claim.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { restoreClaim } from "#lib/server/use-cases/restore-claim.ts";
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
  propose,
  proposedClaim,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { edited, ferry, paragraphs } from "#tests/support/drafts.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const loss = "lost 1.9 million crowns";
const newLoss = "lost 2.4 million crowns";
const loaned = "It will cost 14 million crowns";
const carried = "they carried 212 passengers";

/** Three claims: the words of the first changed, the paragraph of the second is gone, the third stayed. */
async function threeClaims() {
  const desk = await makeDesk(fresh.db);
  const checker = desk.as("checker");
  const first = await makeArticle(checker, ferry);
  const { claimId: changed } = await proposedClaim(desk, first, loss);
  const lost = (await makeClaim(checker, first, loaned)).id;
  const kept = (await makeClaim(checker, first, carried)).id;
  const text = edited(loss, newLoss, paragraphs.filter((words) => !words.includes(loaned)).join("\n\n"));
  const article = await addDraft(checker, first, text);
  return { desk, article, changed, lost, kept, version: versionOf(article) };
}

const versionOf = (article: ArticleView) => ({ articleId: article.id, versionId: article.version.id });
const read = async (desk: TestDesk, claimId: string) => good(await claimPage(desk.as("viewer"), claimId));
const spanOf = (article: ArticleView, words: string) => {
  const start = article.text.indexOf(words);
  return { start, end: start + words.length };
};

describe("the queue of claims to place", () => {
  test("shows old beside new, in the order of the text", async () => {
    const { desk, article, changed, lost } = await threeClaims();
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
    const { desk, article, changed } = await threeClaims();
    const claim = await read(desk, changed);
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
    const { desk, article, changed, version } = await threeClaims();
    const span = { ...version, ...spanOf(article, newLoss) };
    const marked = good(await markClaim(desk.as("second-checker"), { id: uuidv7(), ...span }));
    expect(marked.existed).toBe(false);
    const confirm = { ...version, claimIds: [changed] };
    expect(refusal(await confirmPlaces(desk.as("checker"), confirm))).toBe("span-taken");
  });
});

describe("confirming", () => {
  test("makes the offered words the claim's, and the confirmer a contributor", async () => {
    const { desk, changed, version } = await threeClaims();
    const confirm = { ...version, claimIds: [changed] };
    expect(good(await confirmPlaces(desk.as("editor"), confirm))).toMatchObject({ confirmed: 1, skipped: 0 });
    expect(good(await confirmPlaces(desk.as("editor"), confirm))).toMatchObject({ confirmed: 1, skipped: 0 });
    const claim = await read(desk, changed);
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
    const { desk, changed, lost, kept, version } = await threeClaims();
    const confirm = (name: string, claimIds: string[]) => confirmPlaces(desk.as(name), { ...version, claimIds });
    expect(refusal(await confirm("checker", [changed, lost]))).toBe("nothing-to-confirm");
    expect((await read(desk, changed)).placement.needsPlacing).toBe(true);
    expect(good(await confirm("checker", [changed, kept]))).toMatchObject({ confirmed: 1, skipped: 1 });
    expect(refusal(await confirm("second-checker", [changed, kept]))).toBe("placement-settled");
    expect(refusal(await confirm("viewer", [changed]))).toBe("forbidden");
  });

  test("is for the newest version and the claims of its article", async () => {
    const { desk, article, changed, version } = await threeClaims();
    const checker = desk.as("checker");
    const other = await makeArticle(checker, ferry);
    const foreign = (await makeClaim(checker, other, loss)).id;
    const confirm = (more: object) => confirmPlaces(checker, { ...version, claimIds: [changed], ...more });
    expect(refusal(await confirm({ claimIds: [changed, foreign] }))).toBe("not-found");
    expect(refusal(await confirm({ claimIds: [changed, uuidv7()] }))).toBe("not-found");
    expect(refusal(await confirm({ versionId: other.version.id }))).toBe("not-found");
    expect((await read(desk, changed)).placement.needsPlacing).toBe(true);
    await addDraft(checker, article, `${article.text}\n\nOne more.`);
    expect(refusal(await confirm({}))).toBe("version-superseded");
  });
});

describe("choosing other words", () => {
  test("of another claim is refused", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const article = await makeArticle(checker, ferry);
    const whole = (await makeClaim(checker, article, "The service lost 1.9 million crowns last year")).id;
    const part = (await makeClaim(checker, article, loss)).id;
    const place = async (claimId: string, words: string) => {
      const { rowVersion } = await read(desk, claimId);
      const span = spanOf(article, words);
      return await placeClaim(checker, { claimId, versionId: article.version.id, rowVersion, ...span });
    };
    expect(refusal(await place(whole, loss))).toBe("span-taken");
    expect(refusal(await place(whole, "1.9 million crowns"))).toBe("ok");
    expect(refusal(await place(part, "1.9 million crowns"))).toBe("span-taken");
  });

  test("places a lost claim, makes a standing verdict stale, and undoes a wrong confirmation", async () => {
    const { desk, article, lost, changed, kept, version } = await threeClaims();
    const place = async (name: string, claimId: string, words: string) => {
      const { rowVersion } = await read(desk, claimId);
      const span = spanOf(article, words);
      return await placeClaim(desk.as(name), { claimId, versionId: version.versionId, rowVersion, ...span });
    };
    good(await place("checker", lost, "the council has put off"));
    expect(await read(desk, lost)).toMatchObject({
      quote: { quote: "the council has put off" },
      placement: { kind: "changed", needsPlacing: false, before: { quote: loaned } },
    });

    good(await confirmPlaces(desk.as("checker"), { ...version, claimIds: [changed] }));
    good(await place("second-checker", changed, "the loss is growing"));
    expect((await read(desk, changed)).quote.quote).toBe("the loss is growing");

    await addEvidence(desk.as("checker"), kept);
    await propose(desk.as("checker"), kept);
    good(await decide(desk.as("second-editor"), kept, "approve"));
    good(await place("editor", kept, "212 passengers"));
    const claim = await read(desk, kept);
    expect(claim).toMatchObject({ state: "stale", staleReason: "quote" });
    expect(claim.history.at(-1)?.sentence).toBe("made the verdict stale");
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });

  test("of the very words elsewhere is no change of words", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const first = await makeArticle(checker, ferry);
    const { id: claimId } = await makeClaim(checker, first, loss);
    const article = await addDraft(checker, first, `${edited(loss, newLoss)}\n\nThe year before it “${loss}” too.`);
    const { rowVersion, placement } = await read(desk, claimId);
    expect(placement.needsPlacing).toBe(true);
    good(await placeClaim(checker, { claimId, versionId: article.version.id, rowVersion, ...spanOf(article, loss) }));
    expect((await read(desk, claimId)).placement).toMatchObject({ kind: "exact", needsPlacing: false });
  });

  test("refuses words that are none, no reader's, or somebody else's", async () => {
    const { desk, article, changed, lost, kept, version } = await threeClaims();
    const { rowVersion } = await read(desk, changed);
    const versionId = version.versionId;
    const place = (start: number, end: number, more: object = {}) =>
      placeClaim(desk.as("checker"), { claimId: changed, versionId, rowVersion, start, end, ...more });
    const { length } = article.text;
    expect(refusal(await place(0, length + 1))).toBe("span-outside");
    expect(refusal(await place(9, 3))).toBe("span-outside");
    expect(refusal(await place(length - 1, length - 1))).toBe("span-empty");
    const taken = spanOf(article, carried);
    expect(refusal(await place(taken.start, taken.end))).toBe("span-taken");
    expect(refusal(await place(0, 9, { claimId: uuidv7() }))).toBe("not-found");
    expect(refusal(await place(0, 9, { versionId: uuidv7() }))).toBe("not-found");
    expect(refusal(await place(0, 9, { rowVersion: 900 }))).toBe("conflict");
    const viewer = { claimId: changed, versionId, rowVersion, start: 0, end: 9 };
    expect(refusal(await placeClaim(desk.as("viewer"), viewer))).toBe("forbidden");
    const { rowVersion: withdrawn } = await read(desk, lost);
    good(await withdrawClaim(desk.as("checker"), { claimId: lost, rowVersion: withdrawn, reason: "Gone." }));
    expect(refusal(await place(0, 9, { claimId: lost }))).toBe("claim-withdrawn");
    expect((await read(desk, kept)).placement.kind).toBe("exact");
    expect((await read(desk, changed)).placement.needsPlacing).toBe(true);
  });

  test("never through the middle of a character", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const first = await makeArticle(checker, "Ten 👩‍👩‍👧 came to see the boats leave the harbour.");
    const { id: claimId } = await makeClaim(checker, first, "the boats leave");
    const { rowVersion } = await read(desk, claimId);
    const cut = { claimId, versionId: first.version.id, rowVersion, start: 4, end: 7 };
    expect(refusal(await placeClaim(checker, cut))).toBe("span-outside");
  });
});

describe("withdrawing many", () => {
  test("ends those that wait, for one reason, and passes over the others", async () => {
    const { desk, article, changed, lost, kept, version } = await threeClaims();
    const withdraw = (name: string, claimIds: string[], reason = "The new draft no longer says it.") =>
      withdrawClaims(desk.as(name), { ...version, claimIds, reason });
    expect(refusal(await withdraw("viewer", [lost]))).toBe("forbidden");
    expect(refusal(await withdraw("checker", [lost, uuidv7()]))).toBe("not-found");
    expect(refusal(await withdraw("checker", [kept]))).toBe("placement-settled");
    const all = [changed, lost, kept];
    expect(good(await withdraw("checker", all))).toMatchObject({ withdrawn: 2, skipped: 1 });
    expect(good(await withdraw("checker", all))).toMatchObject({ withdrawn: 2, skipped: 1 });
    expect(refusal(await withdraw("checker", [lost], "Another reason."))).toBe("claim-withdrawn");
    expect(good(await articlePage(desk.as("viewer"), article.id))).toMatchObject({
      toPlace: 0,
      claims: [{ id: kept }],
    });
    const { rowVersion, state, withdrawnReason } = await read(desk, lost);
    expect({ state, withdrawnReason }).toEqual({
      state: "withdrawn",
      withdrawnReason: "The new draft no longer says it.",
    });
    good(await restoreClaim(desk.as("checker"), { claimId: lost, rowVersion }));
    expect(await read(desk, lost)).toMatchObject({
      state: "progress",
      placement: { kind: "lost", needsPlacing: true },
    });
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });

  test("restoring leaves older versions as they were", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const first = await makeArticle(checker, ferry);
    const { id: claimId, rowVersion } = await makeClaim(checker, first, loss);
    good(await withdrawClaim(checker, { claimId, rowVersion, reason: "Twice." }));
    const second = await makeClaim(checker, first, loss);
    expect(second.id).not.toBe(claimId);
    await addDraft(checker, first, edited(loss, newLoss));
    good(await restoreClaim(checker, { claimId, rowVersion: rowVersion + 1 }));
    expect(good(await articlePage(checker, first.id)).toPlace).toBe(2);
    const version = versionOf(good(await articlePage(checker, first.id)));
    const both = await confirmPlaces(checker, { ...version, claimIds: [claimId, second.id] });
    expect(good(both)).toMatchObject({ confirmed: 1, skipped: 1 });
    expect((await read(desk, claimId)).placement.needsPlacing).toBe(false);
    expect((await read(desk, second.id)).placement.needsPlacing).toBe(true);
  });

  test("restoring does not mind words that are only offered, and minds a claim that stands there", async () => {
    const { desk, article, kept, version } = await threeClaims();
    const checker = desk.as("checker");
    const { rowVersion } = await read(desk, kept);
    good(await withdrawClaim(checker, { claimId: kept, rowVersion, reason: "Twice." }));
    good(await markClaim(checker, { id: uuidv7(), ...version, ...spanOf(article, carried) }));
    expect(refusal(await restoreClaim(checker, { claimId: kept, rowVersion }))).toBe("span-taken");
  });
});
