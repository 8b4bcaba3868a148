import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ArticleView } from "#lib/domain/views.ts";
import type { WordingFilter } from "#lib/domain/wording.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { wordingsOfArticle } from "#lib/server/queries/wordings-of-article.ts";
import { answerWording } from "#lib/server/use-cases/answer-wording.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import { addDraft, good, makeArticle, makeClaim, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { askedSecond } from "#tests/support/seconds.ts";

let fresh: Fresh;
let desk: TestDesk;
beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
});
afterAll(() => fresh.close());

/** A proposed revision of a claim with these words for the writer; "" suggests none. */
async function propose(claimId: string, suggestedWording: string): Promise<string> {
  const { ratings, rowVersion } = good(await claimPage(desk.as("checker"), claimId));
  const words = { rationale: "The accounts say so.", asOf: "2026-05-09", suggestedWording };
  const verdict = { id: uuidv7(), claimId, rowVersion, ratingId: ratings[0]?.id ?? "", ...words };
  return good(await proposeVerdict(desk.as("checker"), verdict)).id;
}

async function suggested(article: ArticleView, quote: string, wording: string) {
  const { id: claimId } = await makeClaim(desk.as("checker"), article, quote);
  return { claimId, revisionId: await propose(claimId, wording) };
}

type Answer = { readonly outcome: "accepted" | "refused" | "other"; readonly note: string };
async function answered(of: { claimId: string; revisionId: string }, answer: Answer) {
  good(await answerWording(desk.as("checker"), { id: uuidv7(), ...of, ...answer }));
}

type Asked = { readonly filter?: WordingFilter; readonly after?: string | null };
async function read(articleId: string, who = "viewer", { filter = "all", after = null }: Asked = {}) {
  return good(await wordingsOfArticle(desk.as(who), { articleId, filter, after }));
}

describe("what the verdicts of an article suggest to the writer", () => {
  test("is listed in the order of the text, with every answer, the newest first", async () => {
    const article = await makeArticle(desk.as("checker"));
    const late = await suggested(article, "lost 1.9 million crowns", "lost 2 million crowns");
    const early = await suggested(article, "two boats", "three boats");
    await suggested(article, "carried 212 passengers", "");
    await answered(late, { outcome: "refused", note: "It is too late." });
    await answered(late, { outcome: "other", note: "lost nearly 2 million crowns" });
    const page = await read(article.id);
    expect(page).toMatchObject({
      article: { id: article.id, title: "The ferry" },
      counts: { all: 2, unanswered: 1 },
      next: null,
      may: { answer: false },
    });
    expect(page.rows.map((row) => row.claimId)).toEqual([early.claimId, late.claimId]);
    expect(page.rows[1]).toMatchObject({
      quote: "lost 1.9 million crowns",
      suggested: "lost 2 million crowns",
      reason: "The accounts say so.",
      suggestedBy: "checker",
      state: "proposed",
      answers: [
        { outcome: "other", note: "lost nearly 2 million crowns", by: "checker" },
        { outcome: "refused", note: "It is too late.", by: "checker" },
      ],
    });
    expect((await read(article.id, "checker", { filter: "unanswered" })).rows.map((row) => row.claimId)).toEqual([
      early.claimId,
    ]);
    expect((await read(article.id, "checker")).may.answer).toBe(true);
  });

  test("is what the latest revision says: another takes the answer with it, one without words takes all", async () => {
    const article = await makeArticle(desk.as("checker"));
    const first = await suggested(article, "two boats", "three boats");
    await answered(first, { outcome: "accepted", note: "" });
    await propose(first.claimId, "four boats");
    expect((await read(article.id)).rows).toMatchObject([{ suggested: "four boats", revisionNumber: 2, answers: [] }]);
    await propose(first.claimId, "");
    expect(await read(article.id)).toMatchObject({ rows: [], counts: { all: 0, unanswered: 0 } });
  });

  test("keeps the words that stood last while they need placing, and drops a withdrawn claim", async () => {
    const article = await makeArticle(desk.as("checker"));
    const { claimId } = await suggested(article, "two boats", "three boats");
    const dropped = await suggested(article, "carried 212 passengers", "carried 200");
    await addDraft(desk.as("checker"), article, "Nothing of it is left in this text, but for passengers.");
    const { rowVersion } = good(await claimPage(desk.as("editor"), dropped.claimId));
    const withdrawal = { claimId: dropped.claimId, rowVersion, reason: "It is gone." };
    good(await withdrawClaim(desk.as("editor"), withdrawal));
    expect((await read(article.id)).rows).toMatchObject([{ claimId, quote: "two boats" }]);
  });

  test("goes on page after page without a gap, and begins anew after a claim that is no longer among them", async () => {
    const words = Array.from({ length: 51 }, (_, index) => `Boat${index} sank.`);
    const checker = desk.as("checker");
    const article = await makeArticle(checker, words.join(" "));
    const { claimId } = await suggested(article, words[0] ?? "", "It did not.");
    const { ratings } = good(await claimPage(checker, claimId));
    const about = { claimant: "", saidOn: "", saidIn: "" };
    const verdict = { rationale: "So it is.", asOf: "2026-05-09", ratingId: ratings[0]?.id ?? "" };
    for (const quote of words.slice(1)) {
      const id = uuidv7();
      const start = article.text.indexOf(quote);
      const span = { articleId: article.id, versionId: article.version.id, start, end: start + quote.length };
      good(await markClaim(checker, { id, ...span }));
      good(await editClaim(checker, { id, rowVersion: 1, statement: quote, ...about }));
      const suggestedWording = "It did not.";
      good(await proposeVerdict(checker, { id: uuidv7(), claimId: id, rowVersion: 2, ...verdict, suggestedWording }));
    }
    const first = await read(article.id);
    const second = await read(article.id, "viewer", { after: first.next });
    expect([...first.rows, ...second.rows].map((row) => row.quote)).toEqual(words);
    expect([first.rows.length, second.next]).toEqual([50, null]);
    expect((await read(article.id, "viewer", { after: uuidv7() })).rows).toEqual(first.rows);
  });

  test("tells whoever owes a second verdict nothing of that claim, not even that it is there", async () => {
    const article = await makeArticle(desk.as("checker"));
    const seen = await suggested(article, "two boats", "three boats");
    const kept = await suggested(article, "carried 212 passengers", "carried 200");
    await answered(kept, { outcome: "accepted", note: "" });
    await askedSecond(desk, kept.claimId, "second-checker");
    const blind = await read(article.id, "second-checker");
    expect(blind.rows.map((row) => row.claimId)).toEqual([seen.claimId]);
    expect(blind.counts).toEqual({ all: 1, unanswered: 1 });
    expect((await read(article.id, "checker")).counts).toEqual({ all: 2, unanswered: 1 });
  });

  test("is not there for another desk, nor under an address that names nothing", async () => {
    const article = await makeArticle(desk.as("checker"));
    const asked = { filter: "all", after: null } as const;
    const intruder = (await makeDesk(fresh.db)).as("admin");
    expect(refusal(await wordingsOfArticle(intruder, { articleId: article.id, ...asked }))).toBe("not-found");
    expect(refusal(await wordingsOfArticle(desk.as("admin"), { articleId: "x", ...asked }))).toBe("not-found");
  });
});
