import type { Command } from "commander";
import { connect } from "#lib/server/db/client.ts";
import { requireEnv } from "#lib/server/env.ts";
import { startWorker } from "#lib/server/jobs/start-worker.ts";
import { openDesk } from "#lib/server/open-database.ts";
import { projectFolder } from "#lib/server/state-folder.ts";
import { outside } from "./run.ts";

type Options = { besideServer?: true };

export function addWorkCommand(program: Command): void {
  program
    .command("work")
    .description("do the jobs that wait (copies, watching, reminders) until asked to stop; several may run at once")
    .option("--beside-server", "for npm start: the database is DATABASE_URL, and the end of the input is the end")
    .action(async (options: Options) => {
      process.env.STET_PROGRAM ??= projectFolder();
      const { appUrl, close } = options.besideServer ? besideServer() : await openDesk();
      const db = connect(appUrl);
      try {
        const asked = whenAsked(options.besideServer === true);
        const worker = await startWorker(appUrl, { db, ...outside() });
        process.stdout.write("Worker ready\n");
        await asked;
        await worker.stop();
      } finally {
        await db.$disconnect();
        await close();
      }
    });
}

/** The server has opened the database and made the role; its address is the application's. */
function besideServer() {
  return { appUrl: requireEnv("DATABASE_URL"), close: async () => {} };
}

/** Resolves when the process is asked to stop; beside the server also when that has died, which ends the input. */
function whenAsked(endsWithInput: boolean): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
    if (!endsWithInput) return;
    process.stdin.resume().once("close", resolve);
    process.stdin.on("error", () => resolve());
  });
}
