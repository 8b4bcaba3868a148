import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { ensureAppRole } from "#lib/server/db/app-role.ts";
import { connect } from "#lib/server/db/client.ts";
import { startEmbedded } from "#lib/server/db/embedded.ts";
import { migrate } from "#lib/server/db/migrate.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";
import { good, makeArticle, makeDesk } from "#tests/support/desk.ts";

const rounds = 3;
const words = Array.from({ length: 400 }, (_, index) => `word${index}`).join(" ");

test("no acknowledged save is lost when the database is killed, and the record stays whole", async () => {
  const folder = await mkdtemp(join(tmpdir(), "stet-acknowledged-"));
  await chmod(folder, 0o755);
  const dataDir = join(folder, "database");
  const database = await startEmbedded({ dataDir, durable: true });
  await ensureAppRole({ ownerUrl: database.ownerUrl, password: "a-password-for-this-test-only" });
  await migrate(database.ownerUrl);
  const appUrl = await ensureAppRole({ ownerUrl: database.ownerUrl, password: "a-password-for-this-test-only" });
  let db = connect(appUrl);
  try {
    const desk = await makeDesk(db);
    const article = await makeArticle(desk.as("checker"), words);
    const acknowledged = new Set<string>();
    let next = 0;
    for (let round = 0; round < rounds; round += 1) {
      let killed = false;
      const writer = async () => {
        while (!killed) {
          const start = article.text.indexOf(`word${next} `);
          const span = { start, end: start + `word${next}`.length };
          next += 1;
          const request = { id: uuidv7(), articleId: article.id, versionId: article.version.id, ...span };
          try {
            acknowledged.add(good(await markClaim({ ...desk.as("checker"), db }, request)).id);
          } catch {
            return; // not acknowledged: the server is gone
          }
        }
      };
      const writers = [writer(), writer(), writer()];
      await sleep(400);
      process.kill(await postmasterPid(dataDir), "SIGKILL");
      killed = true;
      await Promise.all(writers);
      await db.$disconnect();
      db = await backAgain(appUrl);
    }
    expect(acknowledged.size).toBeGreaterThan(rounds);
    const kept = good(await articlePage({ ...desk.as("viewer"), db }, article.id)).claims.map((claim) => claim.id);
    expect([...acknowledged].filter((id) => !kept.includes(id))).toEqual([]);
    expect((await verifyAudit(db, desk.deskId)).problems).toEqual([]);
  } finally {
    await db.$disconnect();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);

async function postmasterPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, "cluster", "postmaster.pid"), "utf8")).split("\n")[0]);
}

/** The embedded server is watched and comes back by itself at the same address. */
async function backAgain(appUrl: string) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const db = connect(appUrl);
    try {
      await db.desk.count();
      return db;
    } catch {
      await db.$disconnect();
      await sleep(50);
    }
  }
  throw new Error("the database did not come back within ten seconds");
}
