import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkFiles } from "./check-files.ts";
import { type Finished, root, runTool } from "./test-command.ts";

type Step = { readonly name: string; readonly run: () => Promise<Finished> };

const keep = (tool: string, ...args: string[]) => runTool({ tool, args, output: "keep" });
const folders = ["app", "bench", "cli", "components", "lib", "prisma", "scripts", "tests"];

const steps: Step[] = [
  { name: "types", run: types },
  {
    name: "format and lint",
    run: () => keep("biome", "ci", "--error-on-warnings", "--diagnostic-level=warn", "--colors=off"),
  },
  { name: "imports", run: () => keep("depcruise", "--config", ".dependency-cruiser.js", ...folders.filter(exists)) },
  { name: "unused code", run: () => keep("knip", "--no-progress", "--no-config-hints") },
  { name: "files", run: files },
  { name: "domain laws", run: () => keep("vitest", "run", "--project", "pure", "tests/domain") },
];

/** Two at a time; the output of a step is shown only when it fails. */
const waiting = steps.values();
let failed = 0;
async function work(): Promise<void> {
  for (const step of waiting) {
    const { status, output, seconds } = await step.run();
    process.stdout.write(`${status === 0 ? "ok    " : "FAILED"} ${step.name} (${seconds.toFixed(1)} s)\n`);
    if (status !== 0) process.stdout.write(`${output.trimEnd()}\n\n`);
    failed += status === 0 ? 0 : 1;
  }
}
await Promise.all([work(), work()]);
process.exitCode = failed === 0 ? 0 : 1;

/** Route types and next-env.d.ts are written by Next and not kept in the repository. */
async function types(): Promise<Finished> {
  if (exists("app/layout.tsx")) {
    const generated = await keep("next", "typegen");
    if (generated.status !== 0) return generated;
  }
  return keep("tsc", "--noEmit", "-p", ".");
}

async function files(): Promise<Finished> {
  const began = performance.now();
  const offences = checkFiles(root);
  return {
    status: offences.length === 0 ? 0 : 1,
    output: offences.join("\n"),
    seconds: (performance.now() - began) / 1000,
  };
}

function exists(path: string): boolean {
  return existsSync(join(root, path));
}
