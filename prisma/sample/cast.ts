import type { Outcome } from "#lib/domain/failure.ts";
import { failureSentence } from "#lib/domain/failure.ts";
import type { Context } from "#lib/server/context.ts";
import type { PersonKey } from "#prisma/sample/people.ts";

/** The contexts in which the sample's people act; every call is a little later than the one before. */
export type Cast = (person: PersonKey) => Context;

/** The value of an outcome that the sample's script cannot fail with; throws when it does all the same. */
export function done<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`The sample desk could not be made: ${failureSentence(outcome.error)}`);
}
