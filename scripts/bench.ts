import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root, runTool } from "./test-command.ts";

/** `npm run bench -- [--markdown] [words]` runs the benchmarks whose file name holds one of the words, one by one. */
const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith("--"));
const files = readdirSync(join(root, "bench")).filter(
  (file) => file.endsWith(".bench.ts") && (words.length === 0 || words.some((word) => file.includes(word))),
);
const env = { STET_BENCH_FORMAT: args.includes("--markdown") ? "markdown" : "plain" };

let failed = false;
for (const file of files.toSorted()) {
  const script = join("bench", file);
  const { status } = await runTool({ tool: "node", args: ["-C", "react-server", script], env, output: "show" });
  failed ||= status !== 0;
}
if (files.length === 0) process.stdout.write(`No benchmark matches ${words.join(" ")}.\n`);
process.exitCode = failed || files.length === 0 ? 1 : 0;
