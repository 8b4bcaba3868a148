import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureAppRole } from "#lib/server/db/app-role.ts";
import { startEmbedded } from "#lib/server/db/embedded.ts";
import { migrate } from "#lib/server/db/migrate.ts";
import { inDatabase, runSql, template } from "#tests/support/cluster.ts";

/**
 * Runs a Postgres that forgets everything, with one migrated template database to clone; prints where it listens, as
 * JSON. Stops and leaves nothing behind when its stdin ends, so that it never outlives the process that started it.
 */
const parentGone = new Promise((resolve) => process.stdin.resume().once("close", resolve));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

const folder = await mkdtemp(join(tmpdir(), "stet-test-"));
try {
  await chmod(folder, 0o755); // Postgres may run as another user than this one
  const embedded = await startEmbedded({ dataDir: join(folder, "postgres"), durable: false });
  try {
    await runSql(embedded.ownerUrl, `CREATE DATABASE ${template}`);
    const ownerUrl = inDatabase(embedded.ownerUrl, template);
    await migrate(ownerUrl);
    const appUrl = await ensureAppRole({ ownerUrl, password: "only-for-tests" });
    await runSql(embedded.ownerUrl, `ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
    process.stdout.write(`${JSON.stringify({ ownerUrl: embedded.ownerUrl, appUrl })}\n`);
    await parentGone;
  } finally {
    await embedded.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
