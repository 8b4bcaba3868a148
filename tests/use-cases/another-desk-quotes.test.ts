import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimsToQuote } from "#lib/server/queries/claims-to-quote.ts";
import { quotePassage } from "#lib/server/use-cases/quote-passage.ts";
import { uploadCapture } from "#lib/server/use-cases/upload-capture.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { good, makeArticle, makeClaim, makeDesk, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

test("another desk's claims and copies are not there to be quoted", async () => {
  const checker = (await makeDesk(fresh.db)).as("checker");
  const theirs = await makeClaim(checker, await makeArticle(checker), "two boats");
  const captureId = uuidv7();
  const file = {
    bytes: new TextEncoder().encode("Two boats, it says here."),
    fileName: "a.txt",
    contentType: "text/plain",
  };
  const sourceId = await capturedSource(checker, "");
  good(await uploadCapture(checker, { id: captureId, sourceId, evidenceId: null, ...file }));
  const words = { captureId, start: 0, end: 9, typed: {} };
  good(await quotePassage(checker, { claimId: theirs.id, ...words }));

  const intruder = (await makeDesk(fresh.db)).as("admin");
  const own = await makeClaim(intruder, await makeArticle(intruder), "two boats");
  expect(refusal(await quotePassage(intruder, { claimId: theirs.id, ...words }))).toBe("not-found");
  expect(refusal(await quotePassage(intruder, { claimId: own.id, ...words }))).toBe("not-found");
  expect((await claimsToQuote(intruder)).map(({ id }) => id)).toEqual([own.id]);
});
