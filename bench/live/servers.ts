import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readRunning } from "#lib/server/state-folder.ts";

export type Servers = {
  readonly urls: readonly [string, string];
  readonly appUrl: string;
  /** What sessions are sealed with. */
  readonly secret: string;
  readonly close: () => Promise<void>;
};

const root = fileURLToPath(new URL("../..", import.meta.url));
const slowestStart = 400_000;

/** Two processes of `npm start` on one database, without their workers; builds the application when it has to. */
export async function openServers(databaseUrl: string): Promise<Servers> {
  const secret = randomBytes(32).toString("base64url");
  const states = [stateFolder(), stateFolder()] as const;
  const children: ChildProcess[] = [];
  const close = async () => {
    await Promise.all(
      children.map(async (child) => {
        const exited = once(child, "exit");
        child.stdin?.end();
        if (child.exitCode === null) await exited;
      }),
    );
    for (const state of states) rmSync(state, { recursive: true, force: true });
  };
  try {
    const first = await start({ databaseUrl, state: states[0], secret, children });
    // Both sign in to the database as the same role, so they need the same secrets.
    cpSync(join(states[0], "secrets.json"), join(states[1], "secrets.json"));
    const second = await start({ databaseUrl, state: states[1], secret, children });
    return { urls: [first.url, second.url], appUrl: first.appUrl, secret, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Start = { databaseUrl: string; state: string; secret: string; children: ChildProcess[] };

async function start({ databaseUrl, state, secret, children }: Start) {
  const child = spawn(process.execPath, ["-C", "react-server", join(root, "scripts", "test-server.ts")], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: "",
      HOST: "",
      PORT: "0",
      STET_DIST: process.env.STET_DIST ?? ".next-test",
      STET_STATE: state,
      STET_URL: "",
      STET_WORKER: "off",
      NEXTAUTH_SECRET: secret,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, secret).toString("base64"),
    },
    stdio: ["pipe", "ignore", "inherit"],
  });
  children.push(child);
  for (const began = performance.now(); performance.now() - began < slowestStart; await sleep(100)) {
    const running = readRunning(state);
    if (running !== undefined) return running;
    if (child.exitCode !== null) break;
  }
  throw new Error("A server did not start; the reason stands above.");
}

function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "stet-bench-live-"));
  chmodSync(folder, 0o711);
  return folder;
}
