import "server-only";
import { notFound } from "next/navigation";
import type { Outcome } from "#lib/domain/failure.ts";
import { failureSentence } from "#lib/domain/failure.ts";

/** What a page shows of a query's outcome. What is not there, or not permitted, is the not-found page. */
export function shown<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  switch (outcome.error.kind) {
    case "not-found":
    case "forbidden":
    case "invalid":
      return notFound();
    case "refused":
    case "conflict":
      throw new Error(failureSentence(outcome.error));
  }
}

/** Today in UTC, `YYYY-MM-DD`. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
