import "server-only";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Worker as Thread } from "node:worker_threads";
import type { Result } from "#lib/domain/result.ts";
import { err } from "#lib/domain/result.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import type { readDocument } from "#lib/formats/import/read-document.ts";

type Input = Parameters<typeof readDocument>[0];
type Read = Result<ImportedDocument, ImportProblem>;
type Waiting = { readonly input: Input; readonly answer: (read: Read) => void };

/** Milliseconds until a document that is still being read is given up, and megabytes that reading one may take. */
const deadline = 60_000;
const megabytes = 400;

const waiting: Waiting[] = [];
const idle: Thread[] = [];
let threads = 0;

/** Taken at run time, for the bundler would make a bundle of its own of every file that the path might name. */
const { Worker } = process.getBuiltinModule("node:worker_threads");

/**
 * As `readDocument`, in a thread of its own, so that the server goes on answering; as many at a time as there are
 * processors. A document that takes longer than a minute is `too-slow`, one that takes more than 400 MB `too-complex`:
 * its thread is ended and with it all that it held.
 */
export function readApart(input: Input): Promise<Read> {
  return new Promise((answer) => {
    waiting.push({ input, answer });
    goOn();
  });
}

function goOn(): void {
  const next = waiting[0];
  if (next === undefined) return;
  const thread = idle.pop() ?? (threads < availableParallelism() ? startThread() : null);
  if (thread === null) return;
  waiting.shift();
  give(thread, next);
}

function startThread(): Thread {
  threads += 1;
  // The server runs in the program's folder; the command line, which runs anywhere, says where that is.
  const root = process.env.STET_PROGRAM ?? process.cwd();
  const thread = new Worker(join(root, "lib", "formats", "import", "reading-thread.ts"), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
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
}

function give(thread: Thread, { input, answer }: Waiting): void {
  let isDone = false;
  const done = (read: Read) => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    thread.off("message", received);
    thread.off("exit", ended);
    answer(read);
  };
  const received = (read: Read) => {
    done(read);
    thread.unref();
    idle.push(thread);
    goOn();
  };
  const ended = () => done(err({ kind: "too-complex" }));
  const timer = setTimeout(() => {
    done(err({ kind: "too-slow" }));
    void thread.terminate();
  }, deadline);
  thread.on("message", received);
  thread.on("exit", ended);
  thread.ref();
  thread.postMessage(input);
}
