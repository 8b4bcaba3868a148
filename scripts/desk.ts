import { chdir } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { assertAppRole } from "#lib/server/db/app-role.ts";
import { migrate } from "#lib/server/db/migrate.ts";
import { openFrontDoor } from "#lib/server/front-door.ts";
import { loadSettings, openDatabase, prepareAppRole } from "#lib/server/open-database.ts";
import { openBlobs } from "#lib/server/outside/open-blobs.ts";
import { StartupProblem } from "#lib/server/startup-problem.ts";
import { announceRunning, projectFolder, readSecrets, stateFolder } from "#lib/server/state-folder.ts";
import { ensureBuild, holdBuild } from "./production-build.ts";
import { say, step } from "./progress.ts";
import { whenAsked } from "./when-asked.ts";
import { startWorkerProcess } from "./worker-process.ts";

/**
 * Brings the desk up step by step and keeps it up until the process is asked to stop: database, roles, migrations,
 * build, first start, server, worker. Everything that was opened is closed in reverse, also when a step fails.
 */
export async function runDesk(mode: "production" | "development"): Promise<void> {
  const closers: (() => unknown)[] = [];
  const closeAll = async () => {
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) await closer();
  };
  const asked = whenAsked();
  try {
    await openDesk({ mode, closers, signal: asked.signal });
    await asked.stopped;
    say("Stopping…");
  } catch (error) {
    if (!asked.signal.aborted) {
      const problem = error instanceof StartupProblem;
      process.stderr.write(`\n${problem ? error.message : error instanceof Error ? error.stack : error}\n`);
      process.exitCode = 1;
    }
  }
  await closeAll();
  // Whatever the application still has open (pools, timers) must not keep a stopped desk running.
  process.exit();
}

async function openDesk(desk: {
  mode: "production" | "development";
  closers: (() => unknown)[];
  signal: AbortSignal;
}): Promise<void> {
  const { mode, closers, signal } = desk;
  const project = projectFolder();
  chdir(project);
  loadSettings();
  const folder = stateFolder();
  const publicUrl = publicAddress();
  const port = wantedPort();
  const host = setting("HOST");
  const secrets = await readSecrets(folder);
  // Settings of the store that are half there are told before anything takes time.
  openBlobs(folder);
  // Steps already under way end by themselves; the next one must not begin once someone has asked to stop.
  const next: typeof step = (name, work) => {
    signal.throwIfAborted();
    return step(name, work);
  };

  const database = await next("Database", async () => {
    const opened = await openDatabase(folder, say);
    closers.push(opened.close);
    return { value: opened, outcome: opened.embedded ? "ready" : "reached" };
  });
  const appUrl = await next("Roles", async () => ({
    value: await prepareAppRole(database, secrets),
    outcome: "ready",
  }));
  await next("Migrations", async () => {
    const applied = await migrate(database.ownerUrl);
    await assertAppRole(appUrl);
    return { value: applied, outcome: applied.length === 0 ? "up to date" : `${applied.length} applied` };
  });

  Object.assign(process.env, {
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: "1",
    STET_STATE: folder,
    DATABASE_URL: appUrl,
    // Not deleted: Next reads .env again and would fill it in, and the application must not know the owner.
    DATABASE_OWNER_URL: "",
    NEXTAUTH_SECRET: setting("NEXTAUTH_SECRET") ?? secrets.nextAuthSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: setting("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY") ?? secrets.serverActionsKey,
    STET_SIGNING_SECRET: setting("STET_SIGNING_SECRET") ?? secrets.signingSecret,
  });
  if (mode === "production") {
    await next("Build", async () => ({ value: undefined, outcome: await ensureBuild(project, signal) }));
    closers.push(await holdBuild(project));
  }

  const door = await openFrontDoor({ mode, host, port, publicUrl, log: say });
  closers.push(door.close);
  Object.assign(process.env, { STET_URL: door.url, NEXTAUTH_URL: door.url, PORT: String(door.port) });

  const { firstStart } = await import("#lib/server/first-start.ts");
  const first = await next("First start", async () => {
    const result = await firstStart({ embedded: database.embedded, baseUrl: door.url });
    const outcomes = { sample: "sample desk made", setup: "waiting to be set up", ready: "done before" };
    return { value: result, outcome: outcomes[result.kind] };
  });

  await next("Server", async () => {
    const { createServer } = await import("node:http");
    // Next listens for upgrades on the server it is given; it gets one that hears only those the front door let in.
    const behind = createServer();
    door.upgrades.on("upgrade", (...request) => behind.emit("upgrade", ...request));
    const { default: createNext } = await import("next");
    const app = createNext({
      dev: mode === "development",
      dir: project,
      hostname: new URL(door.url).hostname,
      port: door.port,
      httpServer: behind,
    });
    await quietly(mode, () => app.prepare());
    closers.push(() => Promise.race([app.close(), sleep(3_000)]));
    const handle = app.getRequestHandler();
    const { answerInPublic } = await import("#lib/server/public/door.ts");
    door.serve(async (request, response) => {
      if (!(await answerInPublic(request, response))) await handle(request, response);
    });
    return { value: undefined, outcome: "ready" };
  });
  await next("Worker", async () => {
    if (setting("STET_WORKER") === "off") return { value: undefined, outcome: "off" };
    const worker = await startWorkerProcess(project);
    closers.push(worker.stop);
    return { value: undefined, outcome: worker.ready ? "ready" : "not ready; it is started again" };
  });
  closers.push(
    announceRunning(folder, {
      pid: process.pid,
      url: door.url,
      embedded: database.embedded,
      appUrl,
      ownerUrl: database.ownerUrl,
    }),
  );
  greet(door.url, first.links);
  if (host !== undefined && publicUrl === undefined && !["localhost", "127.0.0.1", "::1"].includes(host)) {
    say(`\nHOST is ${host}, but STET_URL is not set: under any other name than the one above, requests are refused.`);
  }
}

/** Next tells how long it took to read its settings; beside our own lines that is noise. */
async function quietly(mode: "production" | "development", work: () => Promise<void>): Promise<void> {
  const { log } = console;
  if (mode === "production") console.log = () => {};
  try {
    await work();
  } finally {
    console.log = log;
  }
}

type Link = { readonly name: string; readonly email: string; readonly role: string; readonly url: string };

function greet(url: string, links: readonly Link[]): void {
  say(`\nStet is at ${url}\n`);
  if (links.length === 0) return;
  const widths = (["name", "role"] as const).map((key) => Math.max(...links.map((link) => link[key].length)) + 2);
  for (const link of links) {
    say(`  ${link.name.padEnd(widths[0] ?? 0)}${link.role.padEnd(widths[1] ?? 0)}${link.url}`);
  }
  say("\nEach link works once, on this machine. `npx stet user link EMAIL` makes another.\n");
}

function publicAddress(): URL | undefined {
  const given = setting("STET_URL");
  if (given === undefined) return undefined;
  const url = URL.parse(given);
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/") return url;
  throw new StartupProblem(`STET_URL must be like https://desk.example.org, without a path. It is ${given}.`);
}

function wantedPort(): number {
  const port = Number(setting("PORT") ?? 3000);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new StartupProblem(`PORT must be a number below 65536. It is ${setting("PORT")}.`);
}

function setting(name: string): string | undefined {
  const value = process.env[name];
  return value === "" ? undefined : value;
}
