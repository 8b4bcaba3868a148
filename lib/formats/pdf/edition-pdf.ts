import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { Socket } from "node:net";
import { totalmem } from "node:os";
import { join } from "node:path";
import type { SignedEdition } from "#lib/domain/edition.ts";
import type { PdfKind } from "#lib/formats/pdf/typeset.ts";
import type { Refused, Said, TypesettingWork } from "#lib/formats/pdf/typesetting-process.ts";

/** Why an edition could not be set as a PDF: the message is a sentence for whoever asked, who may be a stranger. */
export class PdfProblem extends Error {
  /** The detail goes with the stack, which logs print and answers do not. */
  constructor(message: string, detail = "") {
    super(message);
    if (detail !== "") this.stack = `${this.stack}\n${detail}`;
  }
}

type Typeset = { readonly pdf: Buffer } | Refused;
type Waiting = { readonly work: TypesettingWork; readonly limits: Limits; readonly answer: (outcome: Typeset) => void };
type Limits = { readonly milliseconds: number; readonly megabytes: number };

/** A third of what the machine has: a report of five thousand claims needs 5.7 GB, one of five hundred 0.5. */
const megabytes = Math.max(2_000, Math.min(totalmem(), process.constrainedMemory() || totalmem()) / 3 / 1_000_000);
const usual: Limits = { milliseconds: 120_000, megabytes };
const tooSlow = "The report is too long to be set as a PDF: it took more than its time. Take another format.";
const tooLarge = "The report is too large to be set as a PDF: it took more than its memory. Take another format.";
const idleFor = 60_000;
const lookEvery = 100;

const waiting: Waiting[] = [];
let child: ChildProcess | null = null;
let isBusy = false;
let rest: NodeJS.Timeout | undefined;

/**
 * The edition as a tagged PDF with the signed edition attached as `stet-edition.json`: `ua` as PDF/UA-1 for reading,
 * `archive` as PDF/A-3a. The same edition gives the same bytes. Rejects with a `PdfProblem` when the typesetter
 * refuses, takes too long or too much memory; the edition is not harmed by that.
 *
 * It is set in a process of its own, for a thread cannot be ended while it is inside a native program.
 */
export async function editionToPdf(
  signed: SignedEdition,
  kind: PdfKind,
  limits: Limits = usual,
): Promise<Uint8Array<ArrayBuffer>> {
  const outcome = await new Promise<Typeset>((answer) => {
    waiting.push({ work: { signed, kind }, limits, answer });
    goOn();
  });
  if ("problem" in outcome) throw new PdfProblem(outcome.problem, outcome.detail);
  return new Uint8Array(outcome.pdf);
}

/** One at a time: the typesetter takes all processors by itself. */
function goOn(): void {
  if (isBusy) return;
  const next = waiting.shift();
  if (next === undefined) return;
  isBusy = true;
  clearTimeout(rest);
  child ??= startProcess();
  give(child, next);
}

function startProcess(): ChildProcess {
  // Taken at run time, for the bundler would make a bundle of its own of every file that the path might name.
  const { fork } = process.getBuiltinModule("node:child_process");
  // The server runs in the program's folder; the command line, which runs anywhere, says where that is.
  const root = process.env.STET_PROGRAM ?? process.cwd();
  const started = fork(join(root, "lib", "formats", "pdf", "typesetting-process.ts"), {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "pipe", "ignore", "ipc"],
    env: { NODE_ENV: process.env.NODE_ENV ?? "production" },
  });
  started.once("exit", () => {
    if (child === started) child = null;
  });
  // Whatever ends the process is answered where it was given its work.
  started.on("error", () => undefined);
  return started;
}

function give(started: ChildProcess, { work, limits, answer }: Waiting): void {
  let isDone = false;
  const done = (outcome: Typeset) => {
    if (isDone) return;
    isDone = true;
    clearTimeout(late);
    clearInterval(looking);
    started.off("message", said);
    started.off("exit", ended);
    answer(outcome);
    isBusy = false;
    leaveAlone(started);
    goOn();
  };
  const ended = () =>
    done({ problem: "The typesetter ended before the PDF was done. Try again later, or take another format." });
  const endFor = (problem: string) => {
    child = null;
    started.kill("SIGKILL");
    done({ problem });
  };
  const said = async (heard: Said) => done("bytes" in heard ? { pdf: await written(started, heard.bytes) } : heard);
  const late = setTimeout(() => endFor(tooSlow), limits.milliseconds);
  const looking = setInterval(async () => {
    const megabytes = await memoryOf(started);
    if (megabytes > limits.megabytes && !isDone) endFor(tooLarge);
  }, lookEvery);
  started.on("message", said);
  started.on("exit", ended);
  for (const held of holdsOf(started)) held.ref();
  started.send(work);
}

/** The next bytes of the process's output. Never, where it ends before them; that is an answer of its own. */
async function written({ stdout }: ChildProcess, length: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let left = length;
  await new Promise<void>((resolve) => {
    const take = (part: Buffer) => {
      parts.push(part);
      left -= part.length;
      if (left > 0) return;
      stdout?.off("data", take).pause();
      resolve();
    };
    stdout?.on("data", take).resume();
  });
  return Buffer.concat(parts);
}

/** What keeps the program from ending while the process lives: itself, and both ways to it. */
function holdsOf(started: ChildProcess) {
  const { channel, stdout } = started;
  return [started, ...(channel == null ? [] : [channel]), ...(stdout instanceof Socket ? [stdout] : [])];
}

/** Lets the program end although the process waits, and ends the process when nobody asks for a while. */
function leaveAlone(started: ChildProcess): void {
  for (const held of holdsOf(started)) held.unref();
  rest = setTimeout(() => {
    if (child === started && !isBusy) started.kill();
  }, idleFor);
  rest.unref();
}

/** Megabytes that a process holds, where the system says (Linux); 0 elsewhere, where only the time is bounded. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // No such system, or the process has just ended, which is answered by its own event.
    return 0;
  }
}
