import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Installs the packages of package-lock.json unless they are there. Answers a sentence when that failed.
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
export async function install(root) {
  const lock = readFileSync(join(root, "package-lock.json"));
  const wanted = `${hash(lock)} ${process.platform} ${process.arch}`;
  const stamp = join(root, "node_modules", ".stet-installed");
  const pinned = join(root, "node_modules", "node", "package.json");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && existsSync(pinned)) return undefined;
  if (isInstalled(root, lock.toString("utf8"))) {
    writeFileSync(stamp, wanted);
    return undefined;
  }

  const npm = findNpm();
  const began = Date.now();
  process.stdout.write("Installing packages (once, about a minute)…\n");
  const flags = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const npmDoes = (/** @type {string[]} */ words) => run(root, npm.command, [...npm.args, ...words, ...flags], {});
  let result = await npmDoes(["ci"]);
  // A lock file written where the registry lacks other platforms' packages has gaps; npm ci refuses it for them.
  if (result.status !== 0 && /\bin sync\b/.test(result.output)) {
    rmSync(join(root, "node_modules"), { recursive: true, force: true });
    result = await npmDoes(["install", "--no-save"]);
  }
  if (result.status !== 0) return explain(result.output);
  if (!existsSync(join(root, "node_modules", "node", "bin"))) {
    return "The packages were installed without their install scripts, which bring Node 24. Run npm config set ignore-scripts false, and start again.";
  }
  writeFileSync(stamp, wanted);
  process.stdout.write(`${"Packages".padEnd(14)}installed  ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  return undefined;
}

/**
 * Writes Prisma's client unless it was written from the same schema. Answers a sentence when that failed.
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
export async function generate(root) {
  const schema = join(root, "prisma", "schema.prisma");
  const output = join(root, "lib", "server", "db", "generated");
  const stamp = join(output, ".stet-generated");
  const prisma = join(root, "node_modules", "prisma");
  const version = JSON.parse(readFileSync(join(prisma, "package.json"), "utf8")).version;
  const wanted = `${hash(readFileSync(schema))} ${version}`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return undefined;

  const node = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.exe" : "node");
  const began = Date.now();
  const result = await run(root, node, [join(prisma, "build", "index.js"), "generate"], {
    // Writing the client needs no engine, but Prisma would download one first; any existing file keeps it from that.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
  if (result.status !== 0) return `Prisma's client could not be written:\n${result.output.trim()}`;
  writeFileSync(stamp, wanted);
  process.stdout.write(`${"Prisma".padEnd(14)}client written  ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  return undefined;
}

/** Whether npm's own record says that every package of the lock file for this platform is there, as after `npm install`.
 * @param {string} root
 * @param {string} lockText */
function isInstalled(root, lockText) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record) || !existsSync(join(root, "node_modules", "node", "bin"))) return false;
  const wanted = JSON.parse(lockText).packages;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.keys(wanted).every((path) => {
    if (path === "" || wanted[path].optional === true || wanted[path].devOptional === true) return true;
    return present[path]?.version === wanted[path].version && existsSync(join(root, path, "package.json"));
  });
}

/** npm as a script for this Node when npm itself started us; by its name otherwise. */
function findNpm() {
  const script = process.env.npm_execpath ?? "";
  if (basename(script) === "npm-cli.js") return { command: process.execPath, args: [script] };
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

/** @param {string} output */
function explain(output) {
  if (/spawn npm(\.cmd)? ENOENT/.test(output)) {
    return "npm was not found. Install Node with npm (https://nodejs.org), and start again.";
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/.test(output)) {
    return `${output.trim()}\n\nnpm could not reach its registry. The first start needs it once, to install the packages.`;
  }
  return `${output.trim()}\n\nThe packages could not be installed; npm's own words are above.`;
}

/** @param {string} cwd @param {string} command @param {string[]} args @param {Record<string, string>} env
 * @returns {Promise<{ status: number, output: string }>} */
function run(cwd, command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: command.endsWith(".cmd"),
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ status: 1, output: error.message }));
    child.on("close", (code) => resolve({ status: code ?? 1, output }));
  });
}

/** @param {Buffer} bytes */
function hash(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
