import { once } from "node:events";
import { createServer } from "node:http";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { importPreview } from "#lib/server/queries/import-preview.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { good, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
const site = createServer((request, response) => {
  if (request.url === "/away") return void response.writeHead(302, { location: "/story" }).end();
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(`<!doctype html><html lang="de"><head><title>Der Wall</title></head><body><article><h1>Der Wall</h1>
    <p>Der Kreis gab „14 Millionen“ Kronen aus, <a href="javascript:alert(1)">hieß es</a>.</p><p>Gebaut wurde nichts davon, sagte die Kämmerin am Montag im Ausschuss.</p></article></body></html>`);
});

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
});
afterAll(async () => {
  site.close();
  await fresh.close();
});

function portOf(): number {
  const address = site.address();
  if (address === null || typeof address === "string") throw new Error("The site has no port.");
  return address.port;
}

test("an address is fetched through the guard, read, looked at, and frozen with the corrected details", async () => {
  const port = portOf();
  const address = `http://127.0.0.1:${port}/away`;
  const id = uuidv7();
  const refusedFetch = await stageImport(desk.as("checker"), { way: "address", id, address });
  expect(refusal(refusedFetch)).toBe("invalid");
  const checker = desk.as("checker");
  const allowed = { ...checker, fetchPolicy: { ...checker.fetchPolicy, allowedHosts: [`127.0.0.1:${port}`] } };
  good(await stageImport(allowed, { way: "address", id, address }));
  const preview = good(await importPreview(checker, id));
  expect(preview.metadata.title?.value).toBe("Der Wall");
  expect(preview.metadata.language?.value).toBe("de");
  const fields = {
    title: "Der Wall",
    byline: "Ada Lenk",
    publisher: "",
    publishedOn: "2026-06-12",
    address,
    language: "de",
  };
  good(await importArticle(checker, { id, ...fields }));
  const article = good(await articlePage(desk.as("viewer"), id));
  expect(article).toMatchObject({ title: "Der Wall", byline: "Ada Lenk", version: { number: 1 } });
  expect(article.text).toContain("„14 Millionen“");
  expect(article.blocks.flatMap((block) => block.marks).filter((mark) => mark.type === "link")).toEqual([]);
  for (const block of article.blocks) expect(article.text.slice(block.start, block.end).trim()).not.toBe("");
});

test("frozen twice it is one article, and the text cannot be changed any more", async () => {
  const id = uuidv7();
  good(await stageImport(desk.as("checker"), { way: "paste", id, text: "One paragraph.\n\nAnother one.", html: "" }));
  const fields = { title: "T", byline: "", publisher: "", publishedOn: null, address: null, language: null };
  const both = await Promise.all([
    importArticle(desk.as("checker"), { id, ...fields }),
    importArticle(desk.as("checker"), { id, ...fields }),
  ]);
  expect(both.map(refusal)).toEqual(["ok", "ok"]);
  expect(await fresh.db.articleVersion.count({ where: { articleId: id } })).toBe(1);
  expect(await fresh.sql(`UPDATE "ArticleVersion" SET text = 'x' WHERE "articleId" = $1`, [id])).toBe("42501");
});
