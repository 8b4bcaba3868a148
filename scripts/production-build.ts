import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { folderLock, lockFile, lockHolder } from "#lib/server/pid-lock.js";
import { StartupProblem } from "#lib/server/startup-problem.ts";

/** Everything that the build's result depends on, besides the pinned packages that the lock file names. */
const sources = ["app", "components", "lib", "public", "next.config.js", "postcss.config.js", "tsconfig.json"];
const pinned = ["package.json", "package-lock.json"];

/** Builds the application unless the same sources were built last. Answers what it did. */
export async function ensureBuild(project: string, signal: AbortSignal): Promise<"built" | "unchanged"> {
  const output = join(project, process.env.STET_DIST ?? ".next");
  const stamp = join(output, "stet-sources");
  const release = await lockFile(folderLock(project, "build"));
  try {
    const wanted = hashOf(project);
    if (existsSync(join(output, "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
      return "unchanged";
    }
    const holder = servingProcess(output);
    if (holder !== undefined) {
      throw new StartupProblem(
        `The sources have changed, and process ${holder} still serves the build of the old ones. Stop it first.`,
      );
    }
    await build(project, signal);
    writeFileSync(stamp, wanted);
    return "built";
  } finally {
    release();
  }
}

/** Keeps other starts from building over what this process serves. Answers the function that lets go. */
export function holdBuild(project: string): Promise<() => void> {
  return lockFile(join(servingFolder(join(project, process.env.STET_DIST ?? ".next")), `${process.pid}.lock`));
}

function servingFolder(output: string): string {
  return join(output, "stet-serving");
}

function servingProcess(output: string): number | undefined {
  const folder = servingFolder(output);
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .map((name) => lockHolder(join(folder, name)))
    .find((pid) => pid !== undefined && pid !== process.pid);
}

function hashOf(project: string): string {
  const hash = createHash("sha256").update(process.version);
  const add = (path: string) => {
    const full = join(project, path);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (stat?.isDirectory() === true) {
      for (const name of readdirSync(full).sort()) if (!name.startsWith(".")) add(join(path, name));
    } else if (stat !== undefined) {
      hash.update(`\0${path}\0${stat.size}\0`).update(readFileSync(full));
    }
  };
  for (const path of [...sources, ...pinned]) add(path);
  return hash.digest("hex");
}

async function build(project: string, signal: AbortSignal): Promise<void> {
  const next = createRequire(join(project, "package.json")).resolve("next/dist/bin/next");
  const settings = join(project, "tsconfig.json");
  const before = readFileSync(settings);
  let output = "";
  const status = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [next, "build"], {
      cwd: project,
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", reject);
    child.on("close", resolve);
  });
  // Next adds the folder of its generated types to tsconfig.json, which is ours and under version control.
  if (!readFileSync(settings).equals(before)) writeFileSync(settings, before);
  if (status !== 0) throw new StartupProblem(`The application could not be built:\n${output.trim()}`);
}
