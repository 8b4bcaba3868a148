import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

type Child = ChildProcessByStdio<Writable, Readable, null>;

const readyWithin = 30_000;
/** A little longer than the worker gives the jobs that it is at. */
const stopWithin = 15_000;
const longestRest = 60_000;

/**
 * Runs `stet work` beside the server, in a process of its own, and starts it again when it dies. It ends when its input
 * does, so it does not outlive this process however that ends. `ready` tells whether it answered in time.
 */
export async function startWorkerProcess(project: string): Promise<{ ready: boolean; stop: () => Promise<void> }> {
  const state = { isStopping: false, rest: 1_000 };
  let child = begin(project);
  const watching = (async () => {
    while (!state.isStopping) {
      const began = Date.now();
      await ended(child);
      if (state.isStopping) return;
      // What ran for a while begins again soon; what does not start at all is not started over and over.
      state.rest = Date.now() - began > longestRest ? 1_000 : Math.min(longestRest, state.rest * 2);
      await sleep(state.rest, undefined, { ref: false });
      if (!state.isStopping) child = begin(project);
    }
  })();
  const ready = await Promise.race([isReady(child), sleep(readyWithin, false, { ref: false })]);
  const stop = async () => {
    state.isStopping = true;
    child.stdin.end();
    const stopped = await Promise.race([ended(child).then(() => true), sleep(stopWithin, false, { ref: false })]);
    if (!stopped) child.kill("SIGKILL");
    await Promise.race([watching, sleep(1_000)]);
  };
  return { ready, stop };
}

function begin(project: string): Child {
  const command = ["-C", "react-server", "--disable-warning=ExperimentalWarning", join(project, "cli", "stet.ts")];
  const child = spawn(process.execPath, [...command, "work", "--beside-server"], {
    cwd: project,
    stdio: ["pipe", "pipe", "inherit"],
  });
  // A worker that has died takes no more input; its end is seen elsewhere.
  child.stdin.on("error", () => {});
  child.on("error", (error) => process.stderr.write(`${error.message}\n`));
  return child;
}

async function ended(child: Child): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) await once(child, "exit");
}

async function isReady(child: Child): Promise<boolean> {
  for await (const line of createInterface(child.stdout)) if (line === "Worker ready") return true;
  return false;
}
