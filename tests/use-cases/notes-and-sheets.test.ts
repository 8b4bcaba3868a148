import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ColumnRole } from "#lib/domain/annotation-sheet.ts";
import type { ArticleView } from "#lib/domain/views.ts";
import type { Context } from "#lib/server/context.ts";
import { annotationsPage } from "#lib/server/queries/annotations-page.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { sheetPage } from "#lib/server/queries/sheet-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { importAnnotations } from "#lib/server/use-cases/import-annotations.ts";
import { placeSheet } from "#lib/server/use-cases/place-sheet.ts";
import { type StagedNote, stageNotes } from "#lib/server/use-cases/stage-notes.ts";
import { stageSheet } from "#lib/server/use-cases/stage-sheet.ts";
import { deskWithText, loss, placesOf, text, twice } from "#tests/support/annotations.ts";
import { addDraft, good, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { workbookOf } from "#tests/support/sheets.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

function note(kind: StagedNote["kind"], words: string, said: Partial<StagedNote> = {}): StagedNote {
  const start = text.indexOf(words);
  const spans = start === -1 ? [] : [{ start, end: start + words.length }];
  return { id: uuidv7(), kind, by: "", at: "", text: "", replies: [], spans, ...said };
}

async function noted({ checker, article }: { checker: Context; article: ArticleView }, notes: readonly StagedNote[]) {
  const stagedId = uuidv7();
  const places = { articleId: article.id, versionId: article.version.id, text: article.text };
  await stageNotes(checker.db, { actor: checker.actor, ...places, stagedId, notes }, checker.now);
  return stagedId;
}

const draftOf = async (context: Context, article: { id: string }, importId: string) => {
  const { draft } = good(await annotationsPage(context, { articleId: article.id, importId }));
  if (draft === null) throw new Error("There is nothing staged.");
  return draft;
};

const claimsOf = async (context: Context, article: { id: string }) => {
  const { claims } = good(await articlePage(context, article.id));
  return await Promise.all(claims.map(async ({ id }) => good(await claimPage(context, id))));
};

const comments = [
  note("comment", loss, {
    by: "Anna Berg",
    at: "2026-05-03T10:00:00Z",
    text: "Where does it say so? https://court.example/a_(b).",
  }),
  note("comment", loss, {
    by: "Bo",
    text: "Not in the accounts.",
    replies: [{ by: "Anna Berg", at: "", text: "It is." }],
  }),
  note("footnote", "Tickets cost nine crowns", { text: "Price list of 2025, https://ferry.example/prices." }),
  note("deletion", "Dogs travel free of charge", { by: "Bo", text: "of charge" }),
  note("comment", "nowhere in it", { text: "About nothing." }),
];

describe("the notes of a document", () => {
  test("are shown at their words, tracked changes unticked", async () => {
    const made = await deskWithText(fresh.db);
    const draft = await draftOf(made.checker, made.article, await noted(made, comments));
    expect(draft).toMatchObject({ passages: 4, claims: 2, toPlace: 0, broughtIn: null });
    expect(draft.rows.map(({ label, fate, kept }) => [label, fate, kept])).toEqual([
      ["Comment", "exact", true],
      ["Footnote", "exact", true],
      ["Deletion", "exact", false],
      ["Comment", "unusable", true],
    ]);
    expect(draft.rows[0]?.statement).toBe(
      "Anna Berg, 2026-05-03: Where does it say so? https://court.example/a_(b).\n\nBo: Not in the accounts.\nReply, Anna Berg: It is.",
    );
    expect(draft.rows[1]?.words).toBe("Tickets cost nine crowns, children pay less.");
    expect(draft.unplaced).toEqual([{ label: "Comment", words: "About nothing." }]);
  });

  test("become claims with evidence that is context, once", async () => {
    const made = await deskWithText(fresh.db);
    const { checker, article, desk } = made;
    const id = await noted(made, comments);
    const sent = { id, ...placesOf(article) };
    const both = await Promise.all([importAnnotations(checker, sent), importAnnotations(checker, sent)]);
    for (const outcome of [...both, await importAnnotations(checker, sent)]) {
      expect(good(outcome)).toEqual({ id, claims: 2, toPlace: 0 });
    }
    const [comment, footnote] = await claimsOf(checker, article);
    expect(comment).toMatchObject({ state: "progress", quote: { quote: loss } });
    expect(comment?.evidence.map(({ stance, kind, source }) => [stance, kind, source.title, source.address])).toEqual([
      ["context", "secondary", "https://court.example/a_(b)", "https://court.example/a_(b)"],
    ]);
    expect(footnote?.fields.statement).toBe("");
    expect(footnote?.evidence[0]?.source).toMatchObject({
      title: "Price list of 2025, https://ferry.example/prices.",
      address: "https://ferry.example/prices",
    });
    expect(footnote?.contributors.map((one) => one.kinds.toSorted())).toEqual([["evidence", "span"]]);
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
    const done = await draftOf(checker, article, id);
    expect(done).toMatchObject({ broughtIn: { claims: 2 }, unplaced: [{ label: "Comment" }] });
  });

  test("come in as they are chosen, also a deletion, also none", async () => {
    const made = await deskWithText(fresh.db);
    const { checker, article } = made;
    const sent = { id: await noted(made, comments), ...placesOf(article) };
    expect(good(await importAnnotations(checker, { ...sent, keep: [] }))).toMatchObject({ claims: 0 });
    expect(good(await importAnnotations(checker, { ...sent, keep: [3] }))).toMatchObject({ claims: 1 });
    expect((await claimsOf(checker, article)).map(({ fields }) => fields.statement)).toEqual([
      "Deletion, Bo: of charge",
    ]);
  });

  test("are looked for by their words when a newer version is there", async () => {
    const made = await deskWithText(fresh.db);
    const id = await noted(made, comments);
    const next = await addDraft(made.checker, made.article, `A new beginning.\n\n${text}`);
    expect((await draftOf(made.checker, next, id)).rows[0]).toMatchObject({ fate: "exact", words: loss });
    expect(good(await importAnnotations(made.checker, { id, ...placesOf(next) }))).toMatchObject({ claims: 2 });
  });
});

const rows = [
  ["Zitat", "Behauptung", "Quelle", "Link", "Urteil", "Geprüft von"],
  [`„${loss}“`, "The loss was 1.9 million.", "Accounts 2025", "https://court.example/accounts", "True", "Anna"],
  [twice, "Nine crowns.", "", "", "", ""],
  ["The submarine sank off Valparaíso in heavy fog", "", "Log", "", "", ""],
  ["", "", "only a source", "", "", ""],
  [loss, "Auditors say so.", "The auditors", "", "", ""],
];
const roles: ColumnRole[] = ["quote", "statement", "source", "address", "verdict", "checkedBy"];

async function staged(context: Context, article: ArticleView, sheet = rows) {
  const input = { id: uuidv7(), articleId: article.id, bytes: workbookOf(sheet), fileName: "facts.xlsx" };
  return good(await stageSheet(context, input)).id;
}

describe("a fact-check sheet", () => {
  test("has its columns guessed", async () => {
    const { checker, article } = await deskWithText(fresh.db);
    const sheetId = await staged(checker, article);
    const { file } = good(await sheetPage(checker, { articleId: article.id, sheetId }));
    expect(file?.sheets[0]).toMatchObject({ name: "Facts", count: 6, isNamed: true });
    expect(file?.sheets[0]?.columns.map(({ guess }) => guess)).toEqual(roles);
  });

  test("becomes claims at its quotes; rows without a place are listed, rows of one quote are one claim", async () => {
    const { checker, article, desk } = await deskWithText(fresh.db);
    const id = await staged(checker, article);
    const asked = { id, articleId: article.id, sheet: 0, named: true, columns: roles };
    good(await placeSheet(checker, asked));
    good(await placeSheet(checker, asked));
    const draft = await draftOf(checker, article, id);
    expect(draft.rows.map(({ label, fate }) => [label, fate])).toEqual([
      ["Row 2", "exact"],
      ["Row 3", "ambiguous"],
      ["Row 4", "unusable"],
      ["Row 6", "double"],
    ]);
    expect(draft.unplaced).toEqual([{ label: "Row 4", words: "The submarine sank off Valparaíso in heavy fog" }]);
    expect(good(await importAnnotations(checker, { id, ...placesOf(article) }))).toEqual({ id, claims: 2, toPlace: 1 });
    const [first] = await claimsOf(checker, article);
    expect(first?.fields.statement).toBe("The loss was 1.9 million.");
    expect(first?.evidence.map(({ source, note: words }) => [source.title, source.address, words])).toEqual([
      [
        "Accounts 2025",
        "https://court.example/accounts",
        "Urteil: True\nGeprüft von: Anna\n\nRow 6: Auditors say so.\n\nBrought in, not checked yet.",
      ],
      ["The auditors", "", "Brought in, not checked yet."],
    ]);
    good(await placeSheet(checker, asked));
    good(await importAnnotations(checker, { id, ...placesOf(article) }));
    expect(await fresh.db.claim.count({ where: { deskId: desk.deskId } })).toBe(2);
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });

  test("of a thousand rows with sources comes in at once, each address being one source", async () => {
    const lines = Array.from(
      { length: 1000 },
      (_, index) => `Fact ${index} is told in words of its own number ${index}.`,
    );
    const own = await deskWithText(fresh.db);
    const next = await addDraft(own.checker, own.article, lines.join("\n\n"));
    const sheet = [["Quote", "Link"], ...lines.map((line, index) => [line, `https://court.example/${index % 10}`])];
    const id = await staged(own.checker, next, sheet);
    good(
      await placeSheet(own.checker, { id, articleId: next.id, sheet: 0, named: true, columns: ["quote", "address"] }),
    );
    expect(good(await importAnnotations(own.checker, { id, ...placesOf(next) }))).toMatchObject({ claims: 1000 });
    expect(await fresh.db.source.count({ where: { deskId: own.desk.deskId } })).toBe(10);
    expect(await fresh.db.evidence.count({ where: { deskId: own.desk.deskId } })).toBe(1000);
  }, 60_000);

  test("is refused to viewers, to others, in another article, and without rows to look for", async () => {
    const { checker, article, desk } = await deskWithText(fresh.db);
    const id = await staged(checker, article);
    const asked = { id, articleId: article.id, sheet: 0, named: true, columns: roles };
    expect(refusal(await placeSheet(desk.as("viewer"), asked))).toBe("forbidden");
    expect(refusal(await sheetPage(desk.as("viewer"), { articleId: article.id, sheetId: null }))).toBe("forbidden");
    expect(refusal(await placeSheet(desk.as("editor"), asked))).toBe("not-found");
    expect(refusal(await placeSheet(checker, { ...asked, sheet: 7 }))).toBe("not-found");
    const other = (await deskWithText(fresh.db, desk)).article;
    expect(refusal(await placeSheet(checker, { ...asked, articleId: other.id }))).toBe("not-found");
    const upload = { id, articleId: other.id, bytes: workbookOf(rows), fileName: "" };
    expect(refusal(await stageSheet(checker, upload))).toBe("not-found");
    expect(refusal(await stageSheet(desk.as("viewer"), { ...upload, articleId: article.id }))).toBe("forbidden");
    const bare: ColumnRole[] = ["out", "out", "out", "out", "out", "statement"];
    expect(refusal(await placeSheet(checker, { ...asked, columns: bare }))).toBe("ok");
    const empty = await staged(checker, article, [
      ["Quote", "Source"],
      ["", "x"],
    ]);
    expect(refusal(await placeSheet(checker, { ...asked, id: empty, columns: ["quote", "source"] }))).toBe("invalid");
  });
});
