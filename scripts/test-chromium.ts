import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";
import { err, ok, type Result } from "#lib/domain/result.ts";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The path of a Chromium that runs: STET_CHROMIUM, an installed one, Playwright's own, or one installed now by
 * apt-get or by Playwright. The error is a sentence for the person at the terminal. `say` hears of installations.
 */
export async function findChromium(say: (line: string) => void): Promise<Result<string, string>> {
  const named = process.env.STET_CHROMIUM;
  if (named !== undefined && named !== "") {
    return runs(named) ? ok(named) : err(`STET_CHROMIUM names ${named}, which does not run.`);
  }
  const present = installed() ?? playwrightsOwn();
  if (present !== null) return ok(present);

  const attempts: string[] = [];
  const sudo = sudoPrefix();
  if (sudo === null) {
    attempts.push("apt-get needs root or a passwordless sudo");
  } else {
    say("no Chromium here: installing the chromium package with apt-get");
    const apt = [...sudo, "apt-get", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::http::Timeout=30"];
    await finishes([...apt, "update"]);
    const installation = await finishes([...apt, "install", "-y", "--no-install-recommends", "chromium"]);
    const found = installed();
    if (found !== null) return ok(found);
    attempts.push(`apt-get install chromium failed (${installation})`);
  }

  say("installing Playwright's Chromium");
  const download = await finishes(["npx", "--no-install", "playwright", "install", "chromium"]);
  const own = playwrightsOwn();
  if (own !== null) return ok(own);
  attempts.push(`npx playwright install chromium failed (${download})`);
  return err(
    `The browser journeys need a Chromium and none could be found or installed: ${attempts.join("; ")}. ` +
      "Install Chrome or Chromium, or set STET_CHROMIUM to the path of one.",
  );
}

function installed(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...candidates, ...applications].find(runs) ?? null;
}

function playwrightsOwn(): string | null {
  const path = chromium.executablePath();
  return path !== "" && runs(path) ? path : null;
}

/** Asked for its version, because Ubuntu's chromium-browser may be a stub, and Playwright's may lack its libraries. */
function runs(path: string): boolean {
  return existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

/** The words to put before a command that needs root, or null where root is out of reach. */
function sudoPrefix(): string[] | null {
  if (spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status !== 0) return null;
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : null;
}

/** Runs a command to its end and answers with "done" or the last line it complained with. */
function finishes(command: string[]): Promise<string> {
  return new Promise((resolve) => {
    const [program = "", ...args] = command;
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const child = spawn(program, args, { env, stdio: ["ignore", "ignore", "pipe"] });
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2000);
    });
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => resolve(code === 0 ? "done" : (complaint.trim().split("\n").at(-1) ?? `exit ${code}`)));
  });
}
