import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Context } from "#lib/server/context.ts";
import { connect } from "#lib/server/db/client.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { cloneTemplate, runSql, startCluster } from "#tests/support/cluster.ts";
import { good, makeArticle, makeClaim, makeDesk } from "#tests/support/desk.ts";
import { tableOf } from "./placement/table.ts";
import { quantile } from "./quantile.ts";

// Eight writers change the assignment of claims of one desk, so all of them wait for the end of one chain: first each its
// own claim through `assignClaim`, in turns with eight connections of the plain driver that send the very statements that
// `assignClaim` sent (recorded in this run, with the row's version counted on), then all of them the same claims. The
// database waits for its disk as a desk's does. Target: 80 % of the plain driver's changes a second.
const writers = 8;
const turnMs = Number(process.env.STET_BENCH_TURN ?? "2500");
const turns = 5;
const target = 0.8;
/** Versions begin here, so that a number in a statement is known as one. */
const firstVersion = 100_000_000;

type Statement = { readonly text: string; readonly values: readonly unknown[] };

const cluster = await startCluster();
await runSql(cluster.ownerUrl, "ALTER SYSTEM SET fsync = on");
await runSql(cluster.ownerUrl, "ALTER SYSTEM SET synchronous_commit = on");
await runSql(cluster.ownerUrl, "ALTER SYSTEM SET full_page_writes = on");
await runSql(cluster.ownerUrl, "SELECT pg_reload_conf()");
const database = await cloneTemplate(cluster, "stet_bench_writers");
const db = connect(database.appUrl);
const desk = await makeDesk(db);
const editor = desk.as("editor");
const assignees = [null, desk.as("checker").actor.memberId];
const article = await makeArticle(editor);
const claims: { id: string; version: number }[] = [];
for (let index = 0; index < writers; index += 1) {
  const { id } = await makeClaim(editor, article, article.text.slice(index * 10, index * 10 + 8).trim());
  claims.push({ id, version: firstVersion });
}
await runSql(database.ownerUrl, `UPDATE "Claim" SET "rowVersion" = ${firstVersion}, "planVersion" = ${firstVersion}`);

const recorded: Statement[][] = [];
for (const claim of claims) recorded.push(await record(() => assign(editor, claim)));

const plain = await Promise.all(
  claims.map(async () => {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    return client;
  }),
);
const rates: Record<"program" | "driver", number[]> = { program: [], driver: [] };
for (let turn = 0; turn < turns; turn += 1) {
  const program = () => inTurns((index) => assign(editor, at(claims, index)));
  const driver = () => inTurns((index) => replay(at(plain, index), at(recorded, index), at(claims, index)));
  if (turn % 2 === 0) {
    rates.program.push(await program());
    rates.driver.push(await driver());
  } else {
    rates.driver.push(await driver());
    rates.program.push(await program());
  }
}

const clash = { saved: 0, conflicts: 0 };
await inTurns(async (_, count) => {
  const claim = at(claims, Math.floor(Math.random() * 3));
  const { rowVersion } = good(await claimPage(editor, claim.id));
  const plan = { assigneeId: assignees[count % 2] ?? null, dueAt: null, priority: "normal" as const };
  const outcome = await assignClaim(editor, { claimId: claim.id, rowVersion, ...plan });
  if (outcome.ok) clash.saved += 1;
  else clash.conflicts += 1;
});

const [deadlocks] = await db.$queryRaw<{ count: bigint }[]>`
  SELECT deadlocks AS count FROM pg_stat_database WHERE datname = current_database()`;
const check = await verifyAudit(db, desk.deskId);
for (const client of plain) await client.end();
await db.$disconnect();
await sleep(50);
await database.drop();
await cluster.stop();

const [program, driver] = [quantile(rates.program, 0.5), quantile(rates.driver, 0.5)];
process.stdout.write(
  tableOf(`${writers} writers on one desk, each change with its entry of the record`, [
    { measure: "plain driver, same statements", figure: `${driver.toFixed(0)} a second`, target: "", met: null },
    { measure: "assignClaim", figure: `${program.toFixed(0)} a second`, target: "", met: null },
    {
      measure: "ratio",
      figure: `${((program / driver) * 100).toFixed(0)} %`,
      target: `at least ${target * 100} %`,
      met: program / driver >= target,
    },
    {
      measure: "changes of the same three claims at once",
      figure: `${clash.saved} saved, ${clash.conflicts} conflicts shown, 0 thrown`,
      target: "none thrown",
      met: true,
    },
    { measure: "deadlocks met, all tried again", figure: String(deadlocks?.count ?? 0n), target: "", met: null },
    {
      measure: "the chain",
      figure: `${check.entries} entries, ${check.problems.length} problems`,
      target: "no fork, no gap",
      met: check.problems.length === 0,
    },
  ]),
);

/** Runs the writers for a turn; how many changes a second they made. What one of them throws ends the benchmark. */
async function inTurns(work: (writer: number, count: number) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const done = await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      let count = 0;
      for (; performance.now() - began < turnMs; count += 1) await work(writer, count);
      return count;
    }),
  );
  return (done.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - began);
}

/** Always the same plan, so that every change sends the same statements. */
async function assign(context: Context, claim: { id: string; version: number }): Promise<void> {
  const plan = { assigneeId: null, dueAt: null, priority: "high" as const };
  good(await assignClaim({ ...context, now: new Date() }, { claimId: claim.id, rowVersion: claim.version, ...plan }));
  claim.version += 1;
}

/** The statements that reach the driver while `work` runs. */
async function record(work: () => Promise<void>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { query } = Client.prototype;
  const listening = new Proxy(query, {
    apply: (target, client, args) => {
      const [first, second] = args;
      const text = typeof first === "string" ? first : first.text;
      const values = Array.isArray(second) ? second : (first.values ?? []);
      statements.push({ text, values });
      return Reflect.apply(target, client, args);
    },
  });
  Client.prototype.query = listening;
  try {
    await work();
  } finally {
    Client.prototype.query = query;
  }
  return statements;
}

/** Sends what was recorded, with the versions of the row as they are by now. */
async function replay(client: Client, statements: readonly Statement[], claim: { version: number }): Promise<void> {
  const by = claim.version - firstVersion;
  const isVersion = (value: unknown) => typeof value === "number" && value >= firstVersion && value < firstVersion + 9;
  // A row whose time stays the same is changed without touching its indexes, and `assignClaim` changes it.
  const isTime = (value: unknown) => typeof value === "string" && /^\d{4}-\d\d-\d\d \d\d:/.test(value);
  for (const { text, values } of statements) {
    const now = values.map((value) => {
      if (isVersion(value)) return Number(value) + by;
      return text.startsWith("UPDATE") && isTime(value) ? new Date() : value;
    });
    await client.query({ text, values: now });
  }
  claim.version += 1;
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error("There are as many as there are writers.");
  return found;
}
