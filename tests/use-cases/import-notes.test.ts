import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { annotationsPage } from "#lib/server/queries/annotations-page.ts";
import { importPreview } from "#lib/server/queries/import-preview.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { changeStaged } from "#lib/server/use-cases/change-staged.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { readAgain } from "#lib/server/use-cases/read-again.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { good, makeArticle, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { docxOf, makeDocx, paragraph, run } from "#tests/support/make-docx.ts";

let fresh: Fresh;
let desk: TestDesk;
beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
});
afterAll(() => fresh.close());

const details = { title: "T", byline: "", publisher: "", publishedOn: null, address: null, language: null };
const lines = ["The board bought two boats in 2021.", "They carried 212 passengers.", "It lost 1.9 million crowns."];
const annotated = makeDocx({
  paragraphs: ["two boats", "212 passengers", "1.9 million"].map((on, index) => ({
    text: lines[index] ?? "",
    comments: [{ on, by: "Ann", text: `Who says ${on}?` }],
  })),
});
const who = `w:id="1" w:author="Ann" w:date="2026-03-01T09:30:00Z"`;
const tracked = docxOf({
  body: paragraph(
    `${run("About ")}<w:del ${who}><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins ${who}>${run("twelve")}</w:ins>${run(" people died.")}`,
  ),
});

async function staged(context: Context, bytes: Uint8Array<ArrayBuffer>, articleId?: string): Promise<string> {
  const id = uuidv7();
  const file = { way: "file", id, bytes, fileName: "draft.docx", contentType: "" } as const;
  good(await stageImport(context, { ...file, ...(articleId === undefined ? {} : { articleId }) }));
  return id;
}

test("comments are counted with their words, and those whose words are taken go along as annotations", async () => {
  const checker = desk.as("checker");
  const id = await staged(checker, annotated);
  const { notes, pieces, changes } = good(await importPreview(checker, id));
  expect(notes).toMatchObject({ count: 3, placed: 3 });
  expect(notes.shown.map((note) => [note.words, note.text])[1]).toEqual(["212 passengers", "Who says 212 passengers?"]);
  expect(changes).toBeNull();
  const last = pieces.find(({ text }) => text === lines[2]);
  good(await changeStaged(checker, { id, pieces: [last?.id ?? -1], to: "left-out" }));
  expect(good(await importPreview(checker, id)).notes).toMatchObject({ count: 3, placed: 2 });
  good(await importArticle(checker, { ...details, id }));
  const { draft } = good(await annotationsPage(checker, { articleId: id, importId: id }));
  expect(draft?.rows.map((row) => row.words).sort()).toEqual(["212 passengers", "two boats"]);
});

test("a version brings its notes too", async () => {
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  const id = await staged(checker, annotated, article.id);
  expect(good(await newVersion(checker, { importId: id, page: 1 })).notes).toBe(3);
  good(await addVersion(checker, { id, articleId: article.id, latest: 1 }));
  const { draft } = good(await annotationsPage(checker, { articleId: article.id, importId: id }));
  expect(draft?.rows).toHaveLength(3);
});

test("tracked changes are accepted, rejected or shown, read again from the kept bytes", async () => {
  const checker = desk.as("checker");
  const id = await staged(checker, tracked);
  const words = async () => good(await importPreview(checker, id)).pieces.map(({ text }) => text);
  expect(good(await importPreview(checker, id)).changes).toBe("accept");
  expect(await words()).toEqual(["About twelve people died."]);
  good(await readAgain(checker, { id, changes: "reject" }));
  expect(await words()).toEqual(["About ten people died."]);
  good(await readAgain(checker, { id, changes: "show" }));
  expect(good(await importPreview(checker, id))).toMatchObject({ changes: "show", notes: { count: 2 } });
  expect(refusal(await readAgain(desk.as("second-checker"), { id, changes: "accept" }))).toBe("not-found");
  const lost = { ...checker, blobs: { ...checker.blobs, get: async () => "damaged" as const } };
  expect(refusal(await readAgain(lost, { id, changes: "accept" }))).toBe("invalid");
  expect(good(await importPreview(checker, id)).changes).toBe("show");
});
