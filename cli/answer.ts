import type { Outcome } from "#lib/domain/failure.ts";
import { failureSentence } from "#lib/domain/failure.ts";

/** A failure whose sentence is for the person at the terminal. `kind` is what `--json` prints beside it. */
export class Refused extends Error {
  readonly kind: string;
  constructor(sentence: string, kind = "failed") {
    super(sentence);
    this.kind = kind;
  }
}

/** Prints the value, as JSON or as the sentence; a failure is thrown as its sentence and ends the command with 1. */
export function report<T>(outcome: Outcome<T>, options: { json: boolean; sentence: (value: T) => string }): void {
  if (!outcome.ok) throw new Refused(failureSentence(outcome.error), outcome.error.kind);
  process.stdout.write(`${options.json ? JSON.stringify(outcome.value) : options.sentence(outcome.value)}\n`);
}
