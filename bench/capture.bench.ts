import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { uuidv7 } from "uuidv7";
import { connect } from "#lib/server/db/client.ts";
import { guardedFetch } from "#lib/server/outside/guarded-fetch.ts";
import { captureSearch } from "#lib/server/queries/capture-search.ts";
import { readApart } from "#lib/server/reading-threads.ts";
import { captureSource } from "#lib/server/use-cases/capture-source.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { cloneTemplate, startCluster } from "#tests/support/cluster.ts";
import { good, makeDesk } from "#tests/support/desk.ts";
import { seeded } from "./placement/random.ts";
import { tableOf } from "./placement/table.ts";
import { zipfKind } from "./placement/zipf-kind.ts";

// A made-up page of 2 MB among menus and links, captured from a server on this machine: fetched, read, its bytes on the
// disk, its text and their digest in the database and findable; against fetching and parsing it alone. Every page is
// another one, for bytes that are kept already are not written again. The two take turns.
const turns = 25;
const warmUps = 5;
const bytes = 2_000_000;
const random = seeded(1107);
const kind = zipfKind(1107);
const sentence = () => kind.sentence(random);

const server = createServer((request, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pages.get(request.url ?? ""));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const at = server.address();
const host = `127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}`;
const body = article();
const pages = new Map(Array.from({ length: 2 * (turns + warmUps) }, (_, number) => [`/${number}`, pageOf(number)]));

const cluster = await startCluster();
const database = await cloneTemplate(cluster, "stet_bench_capture");
const db = connect(database.appUrl);
const checker = (await makeDesk(db)).as("checker");
const context = { ...checker, fetchPolicy: { ...checker.fetchPolicy, allowedHosts: [host] } };

const alone: number[] = [];
const whole: number[] = [];
for (let turn = 0; turn < turns + warmUps; turn += 1) {
  const [parsed, captured] = [`http://${host}/${2 * turn}`, `http://${host}/${2 * turn + 1}`];
  const sourceId = await capturedSource(context, captured);
  const first = await timed(() => parse(parsed));
  const second = await timed(() => capture(sourceId));
  if (turn < warmUps) continue;
  alone.push(first);
  whole.push(second);
}
const { found } = await captureSearch(context, { words: `"page number ${2 * turns + 1}"`, page: 0 });
await db.$disconnect();
await database.drop();
await cluster.stop();
server.close();

const ratio = median(whole) / median(alone);
const ms = (times: readonly number[]) => `${median(times).toFixed(0)} ms`;
process.stdout.write(
  tableOf("Capturing a page of 2 MB", [
    { measure: "fetched and parsed alone", figure: ms(alone), target: "", met: null },
    { measure: "captured, hashed and searchable", figure: ms(whole), target: "", met: null },
    { measure: "times as long", figure: ratio.toFixed(2), target: "1.5", met: ratio <= 1.5 },
    { measure: "found by its words", figure: `${found.length} of 1`, target: "1", met: found.length === 1 },
  ]),
);

async function parse(address: string): Promise<void> {
  const page = await guardedFetch(address, context.fetchPolicy, { wants: "anything" });
  if (!page.ok) throw new Error(page.error.kind);
  const read = await readApart({ bytes: page.value.bytes, contentType: page.value.contentType, address });
  if (!read.ok) throw new Error(read.error.kind);
}

async function capture(sourceId: string): Promise<void> {
  good(await captureSource(context, { id: uuidv7(), sourceId, address: "", evidenceId: null }));
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Paragraphs of some seventy words, each with a link, until the page has its size. */
function article(): string {
  const parts: string[] = [];
  for (let size = 0, part = 0; size < bytes; part += 1) {
    const words = Array.from({ length: 5 }, () => sentence()).join(" ");
    const text = `<p class="story-text body-${part % 7}">${words} <a href="/more/${part}">${sentence()}</a></p>\n`;
    parts.push(text);
    size += Buffer.byteLength(text);
  }
  return parts.join("");
}

function pageOf(number: number): string {
  const mark = createHash("sha256").update(String(number)).digest("hex");
  const menu = Array.from({ length: 60 }, (_, item) => `<li><a href="/s/${item}">Section ${item}</a></li>`).join("");
  return `<!doctype html><html lang="en"><head><title>Page number ${number}</title></head><body><nav><ul>${menu}</ul></nav>
<article><h1>Page number ${number}</h1><p>This is page number ${number}, and its mark is ${mark}.</p>${body}</article></body></html>`;
}
