import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Pool } from "undici";
import { publicPath } from "#lib/domain/publication.ts";
import { connect } from "#lib/server/db/client.ts";
import { inDatabase, runSql, startCluster } from "#tests/support/cluster.ts";
import { makeDesk } from "#tests/support/desk.ts";
import { openedReport, publishedSample } from "#tests/support/edition.ts";
import { ensureBuild } from "../scripts/production-build.ts";
import { openServers } from "./live/servers.ts";
import { tableOf } from "./placement/table.ts";

// A public claim page and a static file of the same size, asked of the same server process over loopback by 32 clients
// that never wait, in turns. Each page is looked up anew: closing it has to show at once. Target: half the rate.
const clients = 32;
const turns = 5;
const turnMs = 3_000;
const target = 0.5;

const root = fileURLToPath(new URL("..", import.meta.url));
process.env.STET_DIST ??= ".next-test";
await ensureBuild(root, new AbortController().signal);
// Static files are those that are there when the server starts, so the largest that may be needed are all laid there.
const folder = join(root, process.env.STET_DIST, "static", "stet-bench");
const step = 256;
const sizes = Array.from({ length: 400 }, (_, index) => (index + 1) * step);
mkdirSync(folder, { recursive: true });
for (const size of sizes) writeFileSync(join(folder, `${size}.html`), "x".repeat(size));

const cluster = await startCluster();
await runSql(cluster.ownerUrl, "CREATE DATABASE stet_bench_public");
const servers = await openServers(inDatabase(cluster.ownerUrl, "stet_bench_public"));
const db = connect(servers.appUrl);
const pool = new Pool(servers.urls[0], { connections: clients });
try {
  const desk = await makeDesk(db);
  const { articleId, claimIds } = await publishedSample(desk.as("editor"), { base: servers.urls[0] });
  await openedReport(desk.as("editor"), articleId);
  const page = publicPath(articleId, 1, claimIds[0]);
  const { body } = await pool.request({ path: page, method: "GET" });
  const { byteLength } = await body.arrayBuffer();
  const file = `/_next/static/stet-bench/${Math.ceil(byteLength / step) * step}.html`;
  const rates: Record<"page" | "file", number[]> = { page: [], file: [] };
  for (let turn = -1; turn < turns; turn += 1) {
    const [ofFile, ofPage] = [await rateOf(file), await rateOf(page)];
    if (turn < 0) continue;
    rates.file.push(ofFile);
    rates.page.push(ofPage);
  }
  const ratio = median(rates.page) / median(rates.file);
  process.stdout.write(
    tableOf(`A public claim page of ${byteLength.toLocaleString("en")} bytes: ${clients} clients, ${turns} turns`, [
      { measure: "a static file of the same size", figure: perSecond(rates.file), target: "", met: null },
      { measure: "the claim page", figure: perSecond(rates.page), target: "", met: null },
      {
        measure: "ratio of the rates",
        figure: `${ratio.toFixed(2)}×`,
        target: `${target.toFixed(2)}× or more`,
        met: ratio >= target,
      },
    ]),
  );
} finally {
  await pool.close();
  await db.$disconnect();
  await servers.close();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Answers per second over one turn; anything but 200 is a mistake of the bench. */
async function rateOf(path: string): Promise<number> {
  const began = performance.now();
  let answers = 0;
  const client = async () => {
    while (performance.now() - began < turnMs) {
      const { statusCode, body } = await pool.request({ path, method: "GET" });
      await body.dump();
      if (statusCode !== 200) throw new Error(`${path} was answered with ${statusCode}`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (answers * 1000) / (performance.now() - began);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function perSecond(values: readonly number[]): string {
  return `${median(values).toFixed(0)}/s`;
}
