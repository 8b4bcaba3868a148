import "server-only";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Worker as Thread } from "node:worker_threads";

type Kind = {
  /** The module that runs in the thread, below the program's folder; it answers each message with one. */
  readonly file: readonly string[];
  /** What one piece of work may take before its thread is ended, and with it all that it held. */
  readonly limits: { readonly milliseconds: number; readonly megabytes: number };
};

/** What became of a piece of work; `ended` when its thread ended by itself, for want of memory or by a fault. */
type Done<Output> = { readonly kind: "done"; readonly output: Output } | { readonly kind: "too-slow" | "ended" };

/** Taken at run time, for the bundler would make a bundle of its own of every file that the path might name. */
const { Worker } = process.getBuiltinModule("node:worker_threads");

/**
 * Work of one kind in threads of its own, as many at a time as there are processors, so that the server goes on
 * answering. What waits is taken in the order in which it came.
 */
export function threadsFor<Input, Output>({ file, limits }: Kind): (input: Input) => Promise<Done<Output>> {
  type Waiting = { readonly input: Input; readonly answer: (done: Done<Output>) => void };
  const waiting: Waiting[] = [];
  const idle: Thread[] = [];
  let threads = 0;

  const goOn = () => {
    const next = waiting[0];
    if (next === undefined) return;
    const thread = idle.pop() ?? (threads < availableParallelism() ? start() : null);
    if (thread === null) return;
    waiting.shift();
    give(thread, next);
  };

  const start = () => {
    threads += 1;
    // The server runs in the program's folder; the command line, which runs anywhere, says where that is.
    const root = process.env.STET_PROGRAM ?? process.cwd();
    const thread = new Worker(join(root, ...file), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 32 },
    });
    thread.once("exit", () => {
      threads -= 1;
      const at = idle.indexOf(thread);
      if (at !== -1) idle.splice(at, 1);
      goOn();
    });
    // Whatever ends a thread is answered where it was given its work.
    thread.on("error", () => undefined);
    return thread;
  };

  const give = (thread: Thread, { input, answer }: Waiting) => {
    let isDone = false;
    const done = (outcome: Done<Output>) => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      thread.off("message", received);
      thread.off("exit", ended);
      answer(outcome);
    };
    const received = (output: Output) => {
      done({ kind: "done", output });
      thread.unref();
      idle.push(thread);
      goOn();
    };
    const ended = () => done({ kind: "ended" });
    const timer = setTimeout(() => {
      done({ kind: "too-slow" });
      void thread.terminate();
    }, limits.milliseconds);
    thread.on("message", received);
    thread.on("exit", ended);
    thread.ref();
    thread.postMessage(input);
  };

  return (input) =>
    new Promise((answer) => {
      waiting.push({ input, answer });
      goOn();
    });
}
