import { availableParallelism } from "node:os";
import { uuidv7 } from "uuidv7";
import { connect } from "#lib/server/db/client.ts";
import { readApart } from "#lib/server/reading-threads.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { cloneTemplate, startCluster } from "#tests/support/cluster.ts";
import { good, makeDesk } from "#tests/support/desk.ts";
import { seeded } from "./placement/random.ts";
import { tableOf } from "./placement/table.ts";
import { zipfKind } from "./placement/zipf-kind.ts";

// A batch of made-up news pages, about 700 words each among menus and links, imported as many at a time as there are
// processors: read, staged with its original bytes, and frozen as an article, each in transactions of its own; against
// reading the same pages and keeping nothing.
const pages = Number(process.argv.find((arg) => arg.startsWith("--pages="))?.slice(8) ?? 1000);
const atOnce = availableParallelism();
const encoder = new TextEncoder();
const files = Array.from({ length: pages }, (_, index) => encoder.encode(pageOf(index)));

const cluster = await startCluster();
const database = await cloneTemplate(cluster, "stet_bench_batch");
const db = connect(database.appUrl);
const editor = (await makeDesk(db)).as("editor");

await inParallel(files.slice(0, 40), read);
const alone = await timeOf(() => inParallel(files, read));
const whole = await timeOf(() => inParallel(files, bringIn));
await db.$disconnect();
await database.drop();
await cluster.stop();

const share = alone / whole;
const rate = (seconds: number) => `${(pages / seconds).toFixed(0)} pages a second`;
process.stdout.write(
  tableOf(`Importing ${pages} pages, ${atOnce} at a time`, [
    { measure: "read alone", figure: rate(alone), target: "", met: null },
    { measure: "read, staged, kept and frozen", figure: rate(whole), target: "", met: null },
    {
      measure: "of what reading alone reaches",
      figure: `${(share * 100).toFixed(0)} %`,
      target: "80 %",
      met: share >= 0.8,
    },
  ]),
);

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const document = await readApart({ bytes, fileName: "page.html", contentType: "text/html" });
  if (!document.ok) throw new Error(document.error.kind);
}

async function bringIn(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const id = uuidv7();
  good(await stageImport(editor, { way: "file", id, bytes, fileName: "page.html", contentType: "text/html" }));
  const details = { byline: "", publisher: "", publishedOn: null, address: null, language: "en" };
  good(await importArticle(editor, { id, title: `Page ${id}`, ...details }));
}

async function inParallel(
  all: readonly Uint8Array<ArrayBuffer>[],
  work: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const waiting = [...all];
  const lane = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce * 2 }, lane));
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function pageOf(index: number): string {
  const random = seeded(index + 1);
  const { sentence } = zipfKind(4711);
  const words = (count: number) =>
    Array.from({ length: count }, () =>
      sentence(random)
        .map(({ before, core, after }) => before + core + after)
        .join(" "),
    ).join(" ");
  const links = Array.from(
    { length: 60 },
    (_, at) => `<li><a href="/story/${index}-${at}">${words(1).slice(0, 60)}</a></li>`,
  ).join("");
  const paragraphs = Array.from({ length: 14 }, () => `<p class="story-text">${words(3)}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><title>Story ${index}</title><meta property="og:site_name" content="The Lantern">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Story ${index}","datePublished":"2026-06-12","author":{"name":"Ada Berg"}}</script>
</head><body><header><nav><ul>${links}</ul></nav></header><main><article><h1>Story ${index}</h1>${paragraphs}</article>
<aside><h2>Most read</h2><ul>${links}</ul></aside></main><footer><p>All rights reserved.</p></footer></body></html>`;
}
