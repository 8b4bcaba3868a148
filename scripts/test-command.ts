import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, with a trailing separator. */
export const root = fileURLToPath(new URL("..", import.meta.url));

type Command = {
  readonly tool: string;
  readonly args: readonly string[];
  /** Added to this process's own; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** "show" passes the output on as it comes, all of it to stdout; "keep" returns it. */
  readonly output: "show" | "keep";
  /** Ends the tool and everything that it started. */
  readonly signal?: AbortSignal;
};

/** `status` is 1 when the tool could not be started or was killed; `output` is empty when it was shown. */
export type Finished = { readonly status: number; readonly output: string; readonly seconds: number };

const colours = process.stdout.isTTY || process.env.FORCE_COLOR !== undefined ? {} : { NO_COLOR: "1" };

/** Runs a tool of node_modules/.bin (or `node`) in the project's folder, on the pinned Node and without stdin. */
export function runTool({ tool, args, env, output, signal }: Command): Promise<Finished> {
  const began = performance.now();
  const bin = join(root, "node_modules", ".bin");
  if (signal?.aborted) return Promise.resolve({ status: 1, output: "interrupted\n", seconds: 0 });
  return new Promise((resolve) => {
    const child = spawn(join(bin, tool), args, {
      cwd: root,
      env: { ...process.env, ...colours, ...env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` },
      stdio: output === "show" ? ["ignore", 1, 1] : ["ignore", "pipe", "pipe"],
      detached: signal !== undefined, // a process group of its own, so that it can be ended whole
    });
    const end = () => {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
    };
    signal?.addEventListener("abort", end);
    let kept = "";
    const keep = (chunk: Buffer) => {
      kept += chunk.toString();
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const finish = (status: number, note: string) => {
      signal?.removeEventListener("abort", end);
      resolve({ status, output: kept + note, seconds: (performance.now() - began) / 1000 });
    };
    child.on("error", (error) => finish(1, `${error.message}\n`));
    child.on("close", (code, killedBy) => finish(code ?? 1, killedBy === null ? "" : `ended by ${killedBy}\n`));
  });
}
