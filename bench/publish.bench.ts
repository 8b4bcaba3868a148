import { uuidv7 } from "uuidv7";
import { writeEdition } from "#lib/formats/edition/write-edition.ts";
import { compareFile } from "#lib/formats/proof/compare-file.ts";
import { reckon } from "#lib/formats/proof/verify-edition.ts";
import { verifyFile } from "#lib/formats/proof/verify-file.ts";
import { connect } from "#lib/server/db/client.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { editionById } from "#lib/server/queries/edition-by-id.ts";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { publishedKeys } from "#lib/server/queries/published-keys.ts";
import { publishReport } from "#lib/server/use-cases/publish-report.ts";
import { cloneTemplate, runSql, startCluster } from "#tests/support/cluster.ts";
import { good, makeDesk } from "#tests/support/desk.ts";
import { corrected, site } from "#tests/support/editions.ts";
import { tableOf } from "./placement/table.ts";
import { approvedClaims } from "./publish/approved-claims.ts";

// An article of 500 approved claims, each with two pieces of evidence kept in a copy, is published again and again, and
// each edition is exported as JSON and verified with the desk's published keys. The database waits for its disk as a
// desk's does. The yardstick is the draft of the same report, which is read and digested and not kept. Target: publishing
// and verifying together within 2 s.
const claims = Number(process.env.STET_BENCH_CLAIMS ?? "500");
const turns = 5;
const target = 2000;

const cluster = await startCluster();
await runSql(cluster.ownerUrl, "ALTER SYSTEM SET fsync = on");
await runSql(cluster.ownerUrl, "ALTER SYSTEM SET synchronous_commit = on");
await runSql(cluster.ownerUrl, "SELECT pg_reload_conf()");
const database = await cloneTemplate(cluster, "stet_bench_publish");
const db = connect(database.appUrl);
const times: Record<"draft" | "preview" | "publish" | "verify" | "both", number[]> = {
  ...{ draft: [], preview: [], publish: [], verify: [], both: [] },
};
const verdicts = new Set<string>();
let bytes = 0;
try {
  const desk = await makeDesk(db);
  const articleId = await approvedClaims(desk, claims);
  for (let turn = 0; turn < turns; turn += 1) {
    await timed("draft", async () => good(await articleReport(desk.as("editor"), articleId)));
    const { seen, number } = await timed("preview", async () =>
      good(await editionPreview(desk.as("editor"), articleId)),
    );
    const change = number === 1 ? null : corrected;
    const input = { id: uuidv7(), articleId, planVersion: 0, seen, change };
    const began = performance.now();
    const { id } = await timed("publish", async () => good(await publishReport(desk.as("editor"), input, site)));
    await timed("verify", async () => {
      const file = await writeEdition(good(await editionById(desk.as("viewer"), id)), "json");
      const keys = (await publishedKeys({ db }, desk.deskId)) ?? [];
      const answer = await verifyFile(
        { name: file.fileName, bytes: file.bytes },
        { reckon, trustFor: async () => ({ keys }), compare: (own, found) => compareFile(own, found, writeEdition) },
      );
      verdicts.add(answer.verdict);
      bytes = file.bytes.byteLength;
    });
    times.both.push(performance.now() - began);
  }
} finally {
  await db.$disconnect();
  await database.drop();
  await cluster.stop();
}

const both = median(times.both);
process.stdout.write(
  tableOf(`An edition of ${claims} claims, ${(bytes / 1024 / 1024).toFixed(1)} MB as JSON`, [
    { measure: "the draft, read and digested", figure: ms(median(times.draft)), target: "", met: null },
    { measure: "the preview, with its gates", figure: ms(median(times.preview)), target: "", met: null },
    { measure: "published", figure: ms(median(times.publish)), target: "", met: null },
    { measure: "verified", figure: ms(median(times.verify)), target: "", met: null },
    { measure: "published and verified", figure: ms(both), target: `under ${target} ms`, met: both < target },
    {
      measure: "the same, to the draft",
      figure: `${(both / median(times.draft)).toFixed(2)}×`,
      target: "",
      met: null,
    },
    {
      measure: "what the verifier says",
      figure: [...verdicts].join(", "),
      target: "genuine",
      met: verdicts.size === 1 && verdicts.has("genuine"),
    },
  ]),
);

async function timed<Value>(what: keyof typeof times, work: () => Promise<Value>): Promise<Value> {
  const began = performance.now();
  const value = await work();
  times[what].push(performance.now() - began);
  return value;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}
