import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { connect } from "#lib/server/db/client.ts";
import { startWorker } from "#lib/server/jobs/start-worker.ts";
import { guardedFetch } from "#lib/server/outside/guarded-fetch.ts";
import { watchDue } from "#lib/server/use-cases/watch-due.ts";
import { cloneTemplate, startCluster } from "#tests/support/cluster.ts";
import { makeArticle, makeClaim, makeDesk, testBlobs } from "#tests/support/desk.ts";
import { ChangingSite, fetching, watchedEvidence } from "#tests/support/watched.ts";
import { seeded } from "./placement/random.ts";
import { tableOf } from "./placement/table.ts";
import { zipfKind } from "./placement/zipf-kind.ts";

// Kept copies of pages of local sites, each with evidence that relies on words of it, looked at again by one worker: as
// npm start runs it, eight hosts at a time, one request at a time and a tenth of a second between two for each. A half
// of the pages changed elsewhere since, so they are read and searched for the words. Against fetching the same pages
// alone, as many hosts at a time and nothing else. Target: 10,000 an hour on two cores, one request at a time per host.
//
// Options: how many copies, over how many hosts.
const { values: options } = parseArgs({
  args: [...(process.env.STET_BENCH_WATCH ?? "").split(" ").filter(Boolean), ...process.argv.slice(2)],
  options: { copies: { type: "string", default: "500" }, hosts: { type: "string", default: "20" } },
});
const [copies, hosts] = [Number(options.copies), Number(options.hosts)];
const perHost = Math.ceil(copies / hosts);
const answersAfter = 20;
const hostsAtOnce = 8;
const target = 10_000;
const evidencePerClaim = 50;

const { sentence } = zipfKind(4711);
const random = seeded(11);
const paragraphs = Array.from(
  { length: 60 },
  () => `<p>${sentence(random)} ${sentence(random)} ${sentence(random)}</p>`,
);
const words = "a loss of 1 913 406 crowns from operations";
let edition = 1;

const sites = await Promise.all(Array.from({ length: hosts }, (_, index) => openSite(`127.0.0.${index + 2}`)));
const cluster = await startCluster();
const database = await cloneTemplate(cluster, "stet_bench_watch");
const db = connect(database.appUrl);
const context = fetching((await makeDesk(db)).as("checker"), ...sites);
const addresses = sites.map((site) => Array.from({ length: perHost }, (_, page) => `${site.origin}/page/${page}`));
await keepAll(addresses.flat());
await db.$executeRaw`DELETE FROM jobs.job_common`;
await db.watch.updateMany({ data: { nextAt: new Date(0) } });
edition = 2;

const alone = await timed(() => fetchAlone());
for (const site of sites) site.mostAtOnce = 0;
const watching = await timed(() => watchAll());
const most = Math.max(...sites.map((site) => site.mostAtOnce));
const found = await db.watchOutcome.groupBy({ by: ["state"], _count: true });

await db.$disconnect();
await database.drop();
await cluster.stop();
for (const site of sites) site.close();

const all = perHost * hosts;
const states = found.map(({ state, _count }) => `${_count} ${state}`).join(", ");
const perHour = (all / watching) * 3600;
process.stdout.write(
  tableOf(`${all} kept copies on ${hosts} hosts looked at again by one worker (${states})`, [
    { measure: "fetching the same pages alone", figure: `${alone.toFixed(1)} s`, target: "", met: null },
    { measure: "looking at them again", figure: `${watching.toFixed(1)} s`, target: "", met: null },
    { measure: "ratio", figure: `${(watching / alone).toFixed(2)}×`, target: "", met: null },
    {
      measure: "copies an hour",
      figure: Math.round(perHour).toLocaleString("en"),
      target: `at least ${target.toLocaleString("en")}`,
      met: perHour >= target,
    },
    { measure: "requests at once per host, at most", figure: `${most}`, target: "1", met: most === 1 },
  ]),
);
process.exit(most === 1 && perHour >= target ? 0 : 1);

async function openSite(address: string): Promise<ChangingSite> {
  const site = new ChangingSite();
  await site.open(address);
  site.answer = (path, response) => {
    const number = Number(path.split("/").at(-1));
    const own = [...paragraphs.slice(number % 30), `<p>In the year under review there was ${words}.</p>`];
    const changed = number % 2 === 0 ? `<p>Edition ${edition}.</p>` : "";
    setTimeout(() => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(
        `<!doctype html><title>Page ${number}</title><article><h1>Page ${number}</h1>${own.join("")}${changed}</article>`,
      );
    }, answersAfter);
  };
  return site;
}

async function keepAll(all: readonly string[]): Promise<void> {
  const article = await makeArticle(context, all.map((_, index) => `Sentence number ${index} says so.`).join("\n\n"));
  for (let from = 0; from < all.length; from += evidencePerClaim) {
    const claim = await makeClaim(context, article, `Sentence number ${from} says so`);
    for (const address of all.slice(from, from + evidencePerClaim)) {
      await watchedEvidence(context, { claimId: claim.id, address, passage: words });
    }
  }
}

/** The hosts in turns, as many at a time as a worker walks, each one address after the other. */
async function fetchAlone(): Promise<void> {
  const left = [...addresses];
  const walk = async () => {
    for (let own = left.shift(); own !== undefined; own = left.shift()) {
      for (const address of own) {
        const page = await guardedFetch(address, context.fetchPolicy, { wants: "anything" });
        if (!page.ok) throw new Error(`${address}: ${page.error.kind}`);
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, walk));
}

async function watchAll(): Promise<void> {
  await watchDue({ db, now: new Date() });
  const { fetchPolicy } = context;
  const worker = await startWorker(database.appUrl, { db, fetchPolicy, blobs: testBlobs });
  while ((await db.watchOutcome.count()) < perHost * hosts) await sleep(100);
  await worker.stop();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
