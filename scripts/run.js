import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderLock, lockFile } from "../lib/server/pid-lock.js";
import { generate, install } from "./install.js";

// Plain JavaScript for any Node from 18, without packages: it runs before any is installed. `node scripts/run.js start`
// installs what is missing, then hands over to the Node that is among the packages.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command = "", ...args] = process.argv.slice(2);
const script = join("scripts", `${command}.ts`);

if (!/^[a-z]+$/.test(command) || !existsSync(join(root, script))) {
  process.stderr.write("Usage: node scripts/run.js start|dev|test|check|bench\n");
  process.exit(2);
}

const release = await lockFile(folderLock(root, "install"), (pid) => {
  process.stdout.write(`Waiting for process ${pid}, which is installing in the same folder.\n`);
});
const problem = (await install(root)) ?? (await generate(root));
release();
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

const pinned = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.exe" : "node");
// Prisma sends the parts of one query side by side on a connection, which pg answers in turn and warns of each time.
const quiet = "--disable-warning=DeprecationWarning";
const child = spawn(pinned, [quiet, "-C", "react-server", script, ...args], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} ${quiet}`.trim(),
    PATH: `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH ?? ""}`,
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    ...(command === "start" ? { NODE_ENV: "production" } : command === "dev" ? { NODE_ENV: "development" } : {}),
  },
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(signal, () => child.kill(signal));
// npm passes SIGTERM to the shell between it and us, which dies of it without a word: our parent changes.
const parent = process.ppid;
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
}
child.on("error", (error) => {
  process.stderr.write(`Cannot run ${pinned}: ${error.message}\n`);
  process.exit(1);
});
child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
