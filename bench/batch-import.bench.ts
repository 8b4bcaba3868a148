import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { uuidv7 } from "uuidv7";
import { connect } from "#lib/server/db/client.ts";
import { readApart } from "#lib/server/reading-threads.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { cloneTemplate, startCluster } from "#tests/support/cluster.ts";
import { good, makeDesk } from "#tests/support/desk.ts";
import { noTime, type ProcessorTime, processorTime, since, sum } from "./batch/processor-time.ts";
import { readCorpora } from "./extraction/corpus.ts";
import { seeded } from "./placement/random.ts";
import { tableOf } from "./placement/table.ts";
import { zipfKind } from "./placement/zipf-kind.ts";

// A batch of made-up news pages, about 700 words each among menus and links, imported as many at a time as there are
// processors: read, staged with its original bytes, and frozen as an article, each in transactions of its own; against
// reading the same pages and keeping nothing. A page has 100 KB; half of the real ones in the corpora of the extraction
// benchmark have more than 120. Both ways use all processors, so the processor time a page takes sets the pace, and
// depends least on what else the machine does.
//
// Options: how many pages; a folder of corpora (bench/extraction/corpus.ts), whose pages are then read instead.
const { values: options } = parseArgs({
  args: [...(process.env.STET_BENCH_BATCH ?? "").split(" ").filter(Boolean), ...process.argv.slice(2)],
  options: { pages: { type: "string", default: "1000" }, corpus: { type: "string" } },
});
const atOnce = availableParallelism();
const inTurn = 50;
const encoder = new TextEncoder();
const { sentence } = zipfKind(4711);
const rules = Array.from(
  { length: 300 },
  (_, at) => `.block-${at}{margin:0 auto;padding:${at % 24}px;color:#333}`,
).join("");
const all = sources(Number(options.pages) + 40).map((html) => encoder.encode(html));
const [warmUp, files] = [all.slice(0, 40), all.slice(40)];
const pages = files.length;

const cluster = await startCluster();
const database = await cloneTemplate(cluster, "stet_bench_batch");
const db = connect(database.appUrl);
const editor = (await makeDesk(db)).as("editor");

// Both ways go first once, unmeasured and with other pages, for bytes that are kept already are not written again. Then
// they take turns, so that a slow moment of the machine meets both.
await inParallel(warmUp, read);
await inParallel(warmUp, bringIn);
const [alone, whole] = [stopwatch(read), stopwatch(bringIn)];
for (let from = 0; from < pages; from += inTurn) {
  await alone.run(files.slice(from, from + inTurn));
  await whole.run(files.slice(from, from + inTurn));
}
await db.$disconnect();
await database.drop();
await cluster.stop();

const share = alone.seconds / whole.seconds;
const rate = ({ seconds }: Stopwatch) => `${(pages / seconds).toFixed(0)} pages a second`;
const spent = ({ time }: Stopwatch) =>
  `${each(time.threads)} in threads, ${each(time.main)} in the server, ${each(time.postgres)} in Postgres`;
const total = ({ time }: Stopwatch) => time.threads + time.main + time.postgres;
const each = (milliseconds: number) => `${(milliseconds / pages).toFixed(1)} ms`;
process.stdout.write(
  tableOf(`Importing ${pages} pages, ${atOnce} at a time`, [
    { measure: "read alone", figure: rate(alone), target: "", met: null },
    { measure: "processor time a page", figure: spent(alone), target: "", met: null },
    { measure: "read, staged, kept and frozen", figure: rate(whole), target: "", met: null },
    { measure: "processor time a page", figure: spent(whole), target: "", met: null },
    {
      measure: "of it, what reading alone takes",
      figure: `${((total(alone) / total(whole)) * 100).toFixed(0)} %`,
      target: "",
      met: null,
    },
    {
      measure: "of what reading alone reaches",
      figure: `${(share * 100).toFixed(0)} %`,
      target: "80 %",
      met: share >= 0.8,
    },
  ]),
);

function sources(count: number): string[] {
  if (options.corpus === undefined) return Array.from({ length: count }, (_, index) => pageOf(index));
  const all = readCorpora(options.corpus, "both").flatMap((corpus) => corpus.pages);
  return all.slice(0, count).map(({ html }) => html);
}

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const document = await readApart({ bytes, fileName: "page.html", contentType: "text/html; charset=utf-8" });
  if (!document.ok) throw new Error(document.error.kind);
}

async function bringIn(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const id = uuidv7();
  good(
    await stageImport(editor, {
      way: "file",
      id,
      bytes,
      fileName: "page.html",
      contentType: "text/html; charset=utf-8",
    }),
  );
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

type Stopwatch = { seconds: number; time: ProcessorTime };

function stopwatch(work: typeof read) {
  const watch = {
    seconds: 0,
    time: noTime,
    run: async (some: typeof files) => {
      const [before, began] = [await processorTime(db), performance.now()];
      await inParallel(some, work);
      watch.seconds += (performance.now() - began) / 1000;
      watch.time = sum(watch.time, since(before, await processorTime(db)));
    },
  };
  return watch;
}

function pageOf(index: number): string {
  const random = seeded(index + 1);
  const words = (count: number) =>
    Array.from({ length: count }, () =>
      sentence(random)
        .map(({ before, core, after }) => before + core + after)
        .join(" "),
    ).join(" ");
  const links = Array.from({ length: 60 }, (_, at) => teaser(`/story/${index}-${at}`, words(1).slice(0, 60))).join("");
  const paragraphs = Array.from({ length: 14 }, () => `<p class="story-text">${words(3)}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><title>Story ${index}</title><meta property="og:site_name" content="The Lantern">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Story ${index}","datePublished":"2026-06-12","author":{"name":"Ada Berg"}}</script>
<style>${rules}</style><script>window.state=${JSON.stringify({ index, rules })}</script></head>
<body><header><nav><ul>${links}</ul></nav></header><main><article><h1>Story ${index}</h1>${paragraphs}</article>
<aside><h2>Most read</h2><ul>${links}</ul></aside></main><footer><p>All rights reserved.</p></footer></body></html>`;
}

/** A link as news sites have them, in wrappers, with a picture and an icon. */
function teaser(address: string, words: string): string {
  const picture = `<picture><source srcset="${address}-320.webp 320w, ${address}-640.webp 640w"><img src="${address}.jpg" alt="" loading="lazy"></picture>`;
  const icon = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 2h8v12l-4-3-4 3z"></path></svg>';
  return `<li class="teaser teaser--small"><div class="teaser__inner" data-component="teaser" data-track="${address}">
<div class="teaser__media">${picture}</div><div class="teaser__body"><a class="teaser__link" href="${address}">${words}</a><span>${icon}</span></div></div></li>`;
}
