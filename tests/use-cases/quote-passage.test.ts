import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ClaimView } from "#lib/domain/views.ts";
import { quotePassage as schema } from "#lib/schemas/quote-passage.ts";
import { capturePage } from "#lib/server/queries/capture-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { claimsToQuote } from "#lib/server/queries/claims-to-quote.ts";
import { rememberDraft } from "#lib/server/use-cases/keep-draft.ts";
import { quotePassage } from "#lib/server/use-cases/quote-passage.ts";
import { uploadCapture } from "#lib/server/use-cases/upload-capture.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { good, makeArticle, makeClaim, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

const says = "Result from operations: (1 913 406) crowns, the worst year since 2004.";
const page = `<title>Accounts</title><article><h1>Accounts of the harbour board</h1><p>${says}</p>
<table><tr><th>Year</th><th>Loss</th></tr><tr><td>2025</td><td>1 913 406</td></tr></table></article>`;

let fresh: Fresh;
let desk: TestDesk;
let claim: ClaimView;
let captureId: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  const checker = desk.as("checker");
  claim = await makeClaim(checker, await makeArticle(checker), "lost 1.9 million crowns");
  captureId = uuidv7();
  const sourceId = await capturedSource(checker, "https://harbour.example/accounts");
  const bytes = new TextEncoder().encode(page);
  const file = { bytes, fileName: "accounts.html", contentType: "text/html", evidenceId: null };
  good(await uploadCapture(checker, { id: captureId, sourceId, ...file }));
});
afterAll(() => fresh.close());

async function placeOf(words: string) {
  const { text } = good(await capturePage(desk.as("checker"), captureId));
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

const draftOf = async (name: string) => good(await claimPage(desk.as(name), claim.id)).drafts.evidence;

test("the words, their place, copy, source and locator are in the reader's draft, and what it said before stays", async () => {
  const checker = desk.as("checker");
  const before = { claimId: claim.id, stance: "supports", note: "Look at page 31." };
  good(await rememberDraft(checker, { key: `evidence:${claim.id}`, fields: before }));
  const asked = { claimId: claim.id, captureId, ...(await placeOf(says)), typed: { note: "Signed in April." } };
  expect(good(await quotePassage(checker, asked))).toEqual({
    claimId: claim.id,
    articleId: claim.articleId,
    after: null,
  });
  expect(await draftOf("checker")).toMatchObject({
    stance: "supports",
    note: "Signed in April.",
    passage: says,
    captureId,
    passageStart: String(asked.start),
    passageEnd: String(asked.end),
    title: "Annual accounts 2025",
    address: "https://harbour.example/accounts",
    locator: "",
  });
  expect(await draftOf("editor")).toBeUndefined();

  const { text } = good(await capturePage(checker, captureId));
  const start = text.lastIndexOf("1 913 406");
  good(await quotePassage(checker, { ...asked, start, end: start + 9, typed: {} }));
  expect(await draftOf("checker")).toMatchObject({ passage: "1 913 406", locator: "table row 2, cell 2" });
});

test("words that are not in the copy are refused, and so is a reader who may not link", async () => {
  const asked = { claimId: claim.id, captureId, start: 5, end: 900_000, typed: {} };
  expect(refusal(await quotePassage(desk.as("checker"), asked))).toBe("passage-outside");
  expect(refusal(await quotePassage(desk.as("checker"), { ...asked, end: 5 }))).toBe("passage-outside");
  const inside = { ...asked, ...(await placeOf(says)) };
  expect(refusal(await quotePassage(desk.as("viewer"), inside))).toBe("forbidden");
  expect(schema.safeParse({ ...inside, start: -1 }).success).toBe(false);
});

test("the claims to choose from are the desk's, none twice", async () => {
  const found = await claimsToQuote(desk.as("checker"));
  expect(found).toContainEqual({
    id: claim.id,
    number: 1,
    articleTitle: "The ferry",
    statement: claim.fields.statement,
  });
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
});
