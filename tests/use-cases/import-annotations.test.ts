import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { annotationsPage } from "#lib/server/queries/annotations-page.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { importAnnotations } from "#lib/server/use-cases/import-annotations.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { stageAnnotations } from "#lib/server/use-cases/stage-annotations.ts";
import { withdrawClaims } from "#lib/server/use-cases/withdraw-claims.ts";
import {
  all,
  ambiguous,
  annotation,
  deskWithMarks,
  deskWithText,
  exact,
  fileOf,
  loss,
  lost,
  placesOf,
  stageMarks,
  sunk,
  text,
  twice,
} from "#tests/support/annotations.ts";
import { addDraft, good, makeArticle, makeClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { edited } from "#tests/support/drafts.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const read = async (desk: TestDesk, id: string) => good(await claimPage(desk.as("viewer"), id));

describe("what a file of annotations would bring in", () => {
  test("is shown before anything changes", async () => {
    const { checker, article } = await deskWithText(fresh.db);
    const own = await makeClaim(checker, article, "nobody was surprised");
    const again = annotation("nobody was surprised", { prefix: "said that “" });
    const whole = { type: "Annotation", body: "A fine article.", target: "https://paper.example/ferry" };
    const id = await stageMarks(checker, article.id, [...all, again, exact, whole]);
    const { draft } = good(await annotationsPage(checker, { articleId: article.id, importId: id }));
    expect(draft).toMatchObject({
      fileName: "marks.jsonld",
      passages: 7,
      claims: 4,
      toPlace: 3,
      counts: { exact: 1, changed: 1, ambiguous: 1, lost: 1, there: 1, double: 1, unusable: 1 },
      broughtIn: null,
    });
    expect(draft?.rows.map((row) => row.fate)).toEqual([
      "exact",
      "changed",
      "ambiguous",
      "lost",
      "there",
      "double",
      "unusable",
    ]);
    expect(draft?.rows[0]).toMatchObject({ words: loss, statement: "Where does it say so?", paragraph: 3 });
    expect(draft?.rows[2]).toMatchObject({ places: 2, paragraph: null });
    expect(draft?.rows[4]).toMatchObject({ claim: { id: own.id, number: own.number } });
    expect(draft?.rows[5]).toMatchObject({ sameAs: 1 });
    expect(draft?.rows[6]?.reason).not.toBe("");
    expect(good(await articlePage(checker, article.id)).claims).toHaveLength(1);
  });
});

describe("bringing annotations in", () => {
  test("settles the very words, and asks about everything else", async () => {
    const { desk, article, result, page, row } = await deskWithMarks(fresh.db);
    expect(result).toMatchObject({ claims: 4, toPlace: 3 });
    const { claims, toPlace } = good(await articlePage(desk.as("viewer"), article.id));
    expect(toPlace).toBe(3);
    const settled = claims.find((claim) => claim.number === 1);
    expect(article.text.slice(settled?.start, settled?.end)).toBe(loss);
    expect(settled).toMatchObject({ needsPlacing: false, state: "open", summary: "Where does it say so?" });
    expect(claims.find((claim) => claim.number === 2)).toMatchObject({
      needsPlacing: true,
      asks: "The annotation has other words. Confirm these or choose others.",
    });
    expect(page.counts).toEqual({ changed: 1, ambiguous: 1, lost: 1 });
    expect(row(2)).toMatchObject({
      kind: "changed",
      before: {
        quote: "they carried 230 passengers across the sound",
        prefix: "On the first morning ",
        versionNumber: null,
      },
      offered: { quote: "they carried 212 passengers across the sound" },
    });
    expect(row(3)).toMatchObject({ kind: "ambiguous", offered: null, before: { quote: twice, versionNumber: null } });
    expect(row(3)?.candidates.map(({ start, quote }) => [start, quote])).toEqual([
      [text.indexOf(twice), twice],
      [text.lastIndexOf(twice), twice],
    ]);
    expect(row(4)).toMatchObject({ kind: "lost", statement: "Check the log.", offered: null, around: null });
    expect(page.rows.map((one) => one.number)).toEqual([2, 3, 4]);
    expect(good(await articleReport(desk.as("viewer"), article.id)).claims).toHaveLength(4);
  });

  test("makes the importer who marked them, with one entry for the file and one for each claim", async () => {
    const { desk, article, id, row } = await deskWithMarks(fresh.db);
    const view = await read(desk, row(4)?.claimId ?? "");
    expect(view.markedBy.name).toBe("checker");
    expect(view.contributors.map((one) => one.kinds.toSorted())).toEqual([["span", "statement"]]);
    expect(view.placement.before).toEqual({ quote: sunk, versionNumber: null });
    expect(view.history.map((line) => line.sentence)).toEqual(["brought the claim in from an annotation"]);
    const entries = await fresh.db.auditEntry.findMany({
      where: { deskId: desk.deskId, articleId: article.id, action: { in: ["annotations.import", "claim.mark"] } },
      orderBy: { seq: "asc" },
    });
    expect(entries.map((entry) => entry.action)).toEqual(["annotations.import", ...Array(4).fill("claim.mark")]);
    expect(entries[0]?.subjectId).toBe(id);
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });

  test("no verdict is proposed on words that nobody has placed", async () => {
    const { desk, checker, row } = await deskWithMarks(fresh.db);
    const { id, rowVersion, ratings, may } = await read(desk, row(4)?.claimId ?? "");
    expect(may.propose).toBe(false);
    const words = { rationale: "x", asOf: "2026-05-09", suggestedWording: "" };
    const verdict = { id: uuidv7(), claimId: id, rowVersion, ratingId: ratings[0]?.id ?? "", ...words };
    expect(refusal(await proposeVerdict(checker, verdict))).toBe("claim-needs-placing");
  });

  test("sent twice, and twice at once, it happens once", async () => {
    const { checker, article } = await deskWithText(fresh.db);
    const id = await stageMarks(checker, article.id, all);
    const sent = { id, ...placesOf(article) };
    const both = await Promise.all([importAnnotations(checker, sent), importAnnotations(checker, sent)]);
    const third = await importAnnotations(checker, sent);
    for (const outcome of [...both, third]) expect(good(outcome)).toEqual({ id, claims: 4, toPlace: 3 });
    const { draft } = good(await annotationsPage(checker, { articleId: article.id, importId: id }));
    expect(draft).toMatchObject({ broughtIn: { claims: 4, toPlace: 3 }, passages: 0 });
    // The upload sent once more is not read once more.
    const upload = { id, articleId: article.id, bytes: fileOf(all), fileName: "marks.jsonld" };
    good(await stageAnnotations(checker, upload));
    good(await importAnnotations(checker, sent));
    expect(await fresh.db.claim.count({ where: { deskId: checker.actor.deskId } })).toBe(4);
  });

  test("words that are a claim already are passed over, offers too; so the same file brings in nothing more", async () => {
    const { desk, article, row } = await deskWithMarks(fresh.db);
    const other = desk.as("second-checker");
    const id = await stageMarks(other, article.id, all);
    const { draft } = good(await annotationsPage(other, { articleId: article.id, importId: id }));
    expect(draft?.rows.map((one) => [one.fate, one.claim?.number])).toEqual([1, 2, 3, 4].map((n) => ["there", n]));
    expect(good(await importAnnotations(other, { id, ...placesOf(article) }))).toMatchObject({ claims: 0, toPlace: 0 });
    // Withdrawn, its words are free again.
    const claimIds = [row(4)?.claimId ?? ""];
    good(await withdrawClaims(other, { ...placesOf(article), claimIds, reason: "Not in the text." }));
    expect(good(await importAnnotations(other, { id, ...placesOf(article) }))).toMatchObject({ claims: 1, toPlace: 1 });
  });

  test("two passages on one span are one claim, with the first statement there is", async () => {
    const plain = annotation(loss, { prefix: "The service " });
    const { desk, article, result } = await deskWithMarks(fresh.db, [plain, exact, lost, { ...lost, id: "another" }]);
    expect(result).toMatchObject({ claims: 2, toPlace: 1 });
    const { claims } = good(await articlePage(desk.as("viewer"), article.id));
    expect(claims.map((claim) => claim.summary)).toEqual(["Where does it say so?"]);
  });
});

describe("what is refused", () => {
  test("a viewer brings nothing in", async () => {
    const { desk, checker, article } = await deskWithText(fresh.db);
    const viewer = desk.as("viewer");
    const id = await stageMarks(checker, article.id, all);
    const upload = { id: uuidv7(), articleId: article.id, bytes: fileOf(all), fileName: "" };
    expect(refusal(await stageAnnotations(viewer, upload))).toBe("forbidden");
    expect(refusal(await importAnnotations(viewer, { id, ...placesOf(article) }))).toBe("forbidden");
    expect(refusal(await annotationsPage(viewer, { articleId: article.id, importId: null }))).toBe("forbidden");
  });

  test("an upload is of whoever sent it, and of one article", async () => {
    const { desk, checker, article } = await deskWithText(fresh.db);
    const id = await stageMarks(checker, article.id, all);
    const other = await makeArticle(checker, text);
    expect(refusal(await importAnnotations(desk.as("editor"), { id, ...placesOf(article) }))).toBe("not-found");
    expect(refusal(await importAnnotations(checker, { id, ...placesOf(other) }))).toBe("not-found");
    const elsewhere = { id, articleId: other.id, bytes: fileOf(all), fileName: "" };
    expect(refusal(await stageAnnotations(checker, elsewhere))).toBe("not-found");
    const mixed = { id, articleId: article.id, versionId: other.version.id };
    expect(refusal(await importAnnotations(checker, mixed))).toBe("not-found");
  });

  test("a version that is no longer the newest", async () => {
    const { checker, article } = await deskWithText(fresh.db);
    const id = await stageMarks(checker, article.id, all);
    const next = await addDraft(checker, article, edited("two electric boats", "three electric boats", text));
    expect(refusal(await importAnnotations(checker, { id, ...placesOf(article) }))).toBe("version-superseded");
    expect(next.claims).toEqual([]);
    expect(good(await importAnnotations(checker, { id, ...placesOf(next) }))).toMatchObject({ claims: 4 });
  });

  test.each([
    ["no JSON", new TextEncoder().encode("<rdf/>"), /not JSON/],
    ["broken UTF-8", Uint8Array.from([0x5b, 0xc3, 0x28, 0x5d]), /not UTF-8/],
    ["no annotations", fileOf([]), /no annotations/],
    ["a number", fileOf(7), /no annotations/],
    ["too many passages", fileOf(Array.from({ length: 2001 }, () => ambiguous)), /marks 2,001 passages.*2,000 at once/],
  ])("a file with %s, in a sentence at its field", async (_, bytes, sentence) => {
    const { checker, article } = await deskWithText(fresh.db);
    const outcome = await stageAnnotations(checker, { id: uuidv7(), articleId: article.id, bytes, fileName: "" });
    expect(outcome).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { file: expect.stringMatching(sentence) } },
    });
  });
});

describe("a hostile file", () => {
  test("of what no text can hold is brought in without it", async () => {
    const dirty = annotation(`${loss}\u0000\ud800`, { prefix: "\udc00\u0007The service ", comment: "a\u0000b\ud800" });
    const { desk, row, result } = await deskWithMarks(fresh.db, [
      dirty,
      { ...dirty, id: "\u0000\ud800" },
      annotation("\u0000"),
      { target: { selector: { type: "TextPositionSelector", start: -1, end: 1e300 } } },
      null,
      { target: [[[]]] },
    ]);
    expect(result.claims).toBeGreaterThan(0);
    if (row(1) !== undefined) expect(row(1)?.before.quote).not.toContain("\u0000");
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });

  test("of two thousand passages with long comments comes in at once", async () => {
    const { checker, article } = await deskWithText(fresh.db);
    const many = Array.from({ length: 2000 }, (_, index) => {
      return annotation(`Invented words ${index} of nobody at all ${index}`, { comment: "x".repeat(3000) });
    });
    const id = await stageMarks(checker, article.id, many);
    expect(good(await importAnnotations(checker, { id, ...placesOf(article) }))).toMatchObject({
      claims: 2000,
      toPlace: 2000,
    });
    const claim = await fresh.db.claim.findFirstOrThrow({ where: { articleId: article.id } });
    expect(claim.statement).toHaveLength(2000);
    expect((await verifyAudit(fresh.db, checker.actor.deskId)).problems).toEqual([]);
  }, 60_000);
});
