import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { yetToCome } from "#lib/domain/as-of.ts";
import { articleList } from "#lib/server/queries/article-list.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { rememberDraft } from "#lib/server/use-cases/keep-draft.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { restoreClaim } from "#lib/server/use-cases/restore-claim.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import { evidenceInput, good, makeArticle, makeClaim, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
});
afterAll(() => fresh.close());

const bytes = (...parts: number[]) => Uint8Array.from(parts);
const file = (content: Uint8Array<ArrayBuffer>, fileName = "a.txt") =>
  stageImport(desk.as("checker"), { way: "file", id: uuidv7(), bytes: content, fileName, contentType: "" });
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("an import that cannot be read is a sentence, and leaves nothing behind", () => {
  test.each([
    ["empty", () => file(bytes())],
    ["only white space", () => file(utf8(" \n\t "))],
    ["larger than 10 MB", () => file(new Uint8Array(20 * 1024 * 1024).fill(97))],
    ["a PDF", () => file(utf8("%PDF-1.7\n%\u0000\u0001"), "a.txt")],
    ["NUL in the text", () => file(bytes(97, 0, 98))],
    ["invalid UTF-8", () => file(bytes(0xc3, 0x28, 0xa0, 0xa1))],
    [
      "a page of only scripts",
      () => file(utf8("<!doctype html><html><body><script>document.write('x')</script></body></html>"), "a.html"),
    ],
    ["pasted nothing", () => stageImport(desk.as("checker"), { way: "paste", id: uuidv7(), text: "", html: "" })],
    [
      "a private address",
      () => stageImport(desk.as("checker"), { way: "address", id: uuidv7(), address: "http://127.0.0.1:1/" }),
    ],
    [
      "no address at all",
      () => stageImport(desk.as("checker"), { way: "address", id: uuidv7(), address: "file:///etc/passwd" }),
    ],
  ])("%s", async (_, attempt) => {
    const outcome = await attempt();
    expect(refusal(outcome)).toBe("invalid");
    if (!outcome.ok && outcome.error.kind === "invalid") {
      expect(Object.values(outcome.error.fields)[0]).toMatch(/\.$/);
    }
    expect((await articleList(desk.as("viewer"), { before: null })).rows).toEqual([]);
  });

  test("a viewer imports nothing, and nobody freezes what was not staged", async () => {
    const staged = await stageImport(desk.as("viewer"), { way: "paste", id: uuidv7(), text: "Some words.", html: "" });
    expect(refusal(staged)).toBe("forbidden");
    const about = { title: "x", byline: "", publisher: "", publishedOn: null, address: null, language: null };
    expect(refusal(await importArticle(desk.as("checker"), { id: uuidv7(), ...about }))).toBe("not-found");
  });

  test("what one person staged is not another's", async () => {
    const id = uuidv7();
    good(await stageImport(desk.as("checker"), { way: "paste", id, text: "Some words.", html: "" }));
    const about = { title: "x", byline: "", publisher: "", publishedOn: null, address: null, language: null };
    expect(refusal(await importArticle(desk.as("second-checker"), { id, ...about }))).toBe("not-found");
  });
});

describe("spans", () => {
  test("beyond the text, reversed, empty or inside a character are refused, and no number is spent", async () => {
    const other = await makeDesk(fresh.db);
    const checker = other.as("checker");
    const article = await makeArticle(checker, "Ten 👩‍👩‍👧 came, with café and \u{1f600}.");
    const mark = (start: number, end: number) =>
      markClaim(checker, { id: uuidv7(), articleId: article.id, versionId: article.version.id, start, end });
    const { length } = article.text;
    const family = article.text.indexOf("👩");
    for (const [start, end] of [
      [0, length + 1],
      [length, length + 5],
      [9, 3],
      [family, family + 1],
      [family + 2, length],
      [0, family + 3],
    ] as const) {
      expect(refusal(await mark(start, end)), `${start} to ${end}`).toBe("span-outside");
    }
    expect(refusal(await mark(3, 4))).toBe("span-empty");
    expect(refusal(await mark(5, 5))).toBe("span-empty");
    good(await mark(0, length));
    expect(good(await articlePage(checker, article.id)).claims.map((claim) => claim.number)).toEqual([1]);
  });
});

describe("claims and verdicts", () => {
  test("an unknown rating, a missing statement, a withdrawn claim", async () => {
    const checker = desk.as("checker");
    const article = await makeArticle(checker);
    const claim = await makeClaim(checker, article, "212 passengers");
    const words = { rationale: "x", asOf: "2026-05-09", suggestedWording: "" };
    const unknown = { id: uuidv7(), claimId: claim.id, rowVersion: claim.rowVersion, ratingId: uuidv7(), ...words };
    expect(refusal(await proposeVerdict(checker, unknown))).toBe("rating-unknown");
    const bare = good(
      await markClaim(checker, {
        id: uuidv7(),
        articleId: article.id,
        versionId: article.version.id,
        start: 0,
        end: 9,
      }),
    );
    const ratingId = claim.ratings[0]?.id ?? "";
    const early = { id: uuidv7(), claimId: bare.id, rowVersion: 1, ratingId, ...words };
    expect(refusal(await proposeVerdict(checker, early))).toBe("statement-missing");
    const ahead = { ...early, claimId: claim.id, rowVersion: claim.rowVersion, asOf: "9999-12-31" };
    expect(await proposeVerdict(checker, ahead)).toMatchObject({
      error: { kind: "invalid", fields: { asOf: yetToCome } },
    });
    const { rowVersion } = good(await claimPage(checker, claim.id));
    good(await withdrawClaim(checker, { claimId: claim.id, rowVersion, reason: "A duplicate" }));
    expect(refusal(await linkEvidence(checker, evidenceInput(claim.id)))).toBe("claim-withdrawn");
    const start = article.text.indexOf("212 passengers");
    const again = { articleId: article.id, versionId: article.version.id, start, end: start + 14 };
    good(await markClaim(checker, { id: uuidv7(), ...again }));
    const withdrawn = good(await claimPage(checker, claim.id));
    expect(refusal(await restoreClaim(checker, { claimId: claim.id, rowVersion: withdrawn.rowVersion }))).toBe(
      "span-taken",
    );
  });

  test("what was typed is there again, for whoever typed it", async () => {
    const checker = desk.as("checker");
    const claim = await makeClaim(checker, await makeArticle(checker), "212 passengers");
    good(await rememberDraft(checker, { key: `verdict:${claim.id}`, fields: { rationale: "Half a thought" } }));
    expect(good(await claimPage(checker, claim.id)).drafts).toEqual({ verdict: { rationale: "Half a thought" } });
    expect(good(await claimPage(desk.as("second-checker"), claim.id)).drafts).toEqual({});
  });
});
