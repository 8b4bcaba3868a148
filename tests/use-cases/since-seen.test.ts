import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { claimStory } from "#lib/server/queries/claim-story.ts";
import { reviewQueue } from "#lib/server/queries/review-queue.ts";
import { newestLine, sinceSeen } from "#lib/server/queries/since-seen.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { noteSeen } from "#lib/server/use-cases/note-seen.ts";
import { removeEvidence } from "#lib/server/use-cases/remove-evidence.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import {
  addDraft,
  addEvidence,
  decide,
  good,
  makeDesk,
  proposedClaim,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const news = async (desk: TestDesk, who: string, claimId: string) => {
  const context = desk.as(who);
  const lines = await sinceSeen(context, good(await claimPage(context, claimId)));
  return lines.map((line) => line.sentence);
};

/** Opens a claim, as its page does. */
const look = async (desk: TestDesk, who: string, claimId: string) => {
  const claim = good(await claimPage(desk.as(who), claimId));
  return await noteSeen(desk.as(who), { claimId, upTo: BigInt(newestLine(claim)) });
};

describe("since one last looked", () => {
  test("others did this and that; one's own doings are no news, and the first look has none", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, revisionId } = await proposedClaim(desk);
    expect(await news(desk, "editor", claimId)).toEqual([]);
    for (const who of ["editor", "checker"]) good(await look(desk, who, claimId));
    const review = { id: uuidv7(), claimId, revisionId, decision: "return" as const, comment: "Which year?" };
    good(await reviewVerdict(desk.as("editor"), { ...review, rationale: "The accounts of 2025 bear it out." }));
    expect(await news(desk, "checker", claimId)).toEqual([
      "returned revision 1 and suggested other wording: Which year?",
    ]);
    expect(await news(desk, "editor", claimId)).toEqual([]);
    good(await look(desk, "checker", claimId));
    expect(await news(desk, "checker", claimId)).toEqual([]);
  });

  test("what happens while the page is open is news the next time", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    const shown = good(await claimPage(desk.as("checker"), claimId));
    good(await decide(desk.as("editor"), claimId, "return"));
    good(await noteSeen(desk.as("checker"), { claimId, upTo: BigInt(newestLine(shown)) }));
    expect(await news(desk, "checker", claimId)).toEqual([expect.stringMatching(/^returned revision 1/)]);
  });

  test("many looks at once note one, and never move back", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    await Promise.all(Array.from({ length: 20 }, () => look(desk, "viewer", claimId)));
    const [row, ...more] = await fresh.db.claimSeen.findMany({ where: { claimId } });
    expect(more).toEqual([]);
    const newest = await fresh.db.auditEntry.findFirst({ where: { claimId }, orderBy: { seq: "desc" } });
    expect(row?.seq).toBe(newest?.seq);
  });

  test("nothing is told, nor noted, of a claim that one judges blind", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, revisionId } = await proposedClaim(desk);
    good(await look(desk, "second-editor", claimId));
    const { deskId, memberId } = desk.as("second-editor").actor;
    const askedById = desk.as("admin").actor.memberId;
    const asked = { deskId, id: uuidv7(), claimId, revisionId, memberId, askedById, askedAt: new Date() };
    await fresh.db.secondVerdict.create({ data: asked });
    good(await decide(desk.as("editor"), claimId, "return"));
    expect(await news(desk, "second-editor", claimId)).toEqual([]);
    expect(refusal(await look(desk, "second-editor", claimId))).toBe("not-found");
    expect(refusal(await claimStory(desk.as("second-editor"), { claimId, before: null }))).toBe("not-found");
  });
});

describe("why a verdict is stale", () => {
  const why = async (desk: TestDesk, claimId: string) => good(await claimPage(desk.as("viewer"), claimId)).staleWhy;
  const today = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  test("names the version, for the paragraph and for the quote, in claim, queue and report", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, article } = await proposedClaim(desk);
    await addDraft(desk.as("checker"), article, `${article.text}\n\nMore.`);
    expect(await why(desk, claimId)).toBeNull();
    await addDraft(desk.as("checker"), article, article.text.replace("The service lost", "The service, alas, lost"));
    const sentence = "The paragraph around it changed in version 3.";
    expect(await why(desk, claimId)).toBe(sentence);
    const [row] = (await reviewQueue(desk.as("viewer"), { view: "stale", after: null })).rows;
    expect(row?.reviewer.reason).toBe(sentence);
    expect(good(await articleReport(desk.as("viewer"), article.id)).claims[0]?.staleWhy).toBe(sentence);
    const other = await proposedClaim(desk);
    await addDraft(desk.as("checker"), other.article, other.article.text.replace("1.9 million", "2.1 million"));
    const queued = (await reviewQueue(desk.as("viewer"), { view: "stale", after: null })).rows;
    const reason = queued.find((one) => one.claimId === other.claimId)?.reviewer.reason;
    expect(reason).toBe("The quote changed in version 2.");
  });

  test("names who did what to evidence and statement, and when; a printed report does not say who", async () => {
    const desk = await makeDesk(fresh.db);
    const day = today.format(new Date());
    const first = await proposedClaim(desk);
    await addEvidence(desk.as("second-checker"), first.claimId, "More");
    expect(await why(desk, first.claimId)).toBe(`Evidence was added by second-checker on ${day}.`);
    const report = good(await articleReport(desk.as("viewer"), first.article.id));
    expect(report.claims[0]?.staleWhy).toBe(`Evidence was added on ${day}.`);
    const second = await proposedClaim(desk);
    good(await removeEvidence(desk.as("checker"), { id: second.evidenceId, rowVersion: 1 }));
    expect(await why(desk, second.claimId)).toBe(`Evidence was removed by checker on ${day}.`);
    const third = await proposedClaim(desk);
    const { rowVersion, fields } = good(await claimPage(desk.as("checker"), third.claimId));
    good(await editClaim(desk.as("checker"), { id: third.claimId, rowVersion, ...fields, statement: "Another one." }));
    expect(await why(desk, third.claimId)).toBe(`The statement was edited by checker on ${day}.`);
  });
});

test("a claim's story is read from its newest entries back to its beginning", async () => {
  const desk = await makeDesk(fresh.db);
  const { claimId } = await proposedClaim(desk);
  const story = good(await claimStory(desk.as("viewer"), { claimId, before: null }));
  expect(story.lines.map((line) => line.sentence)).toEqual([
    "marked the claim",
    "edited the statement",
    "linked evidence: Annual accounts 2025",
    "proposed “True”, revision 1",
  ]);
  expect(story.earlier).toBeNull();
  const before = BigInt(story.lines[2]?.seq ?? 0);
  expect(good(await claimStory(desk.as("viewer"), { claimId, before })).lines).toEqual(story.lines.slice(0, 2));
});
