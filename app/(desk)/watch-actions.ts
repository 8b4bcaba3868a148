"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import * as watch from "#lib/schemas/watch.ts";
import { runAction } from "#lib/server/action.ts";
import { lookNow } from "#lib/server/use-cases/look-now.ts";
import { startWatching, stopWatching } from "#lib/server/use-cases/stop-watching.ts";

const asked = "Stet looks at this address now. Load the page again in a moment to see what it found.";

export async function lookAgain(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: watch.watchId, form, work: lookNow, saved: asked });
}

export async function stopWatch(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: watch.watchId, form, work: stopWatching, saved: "This address is no longer watched." });
}

export async function startWatch(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: watch.watchId, form, work: startWatching, saved: "This address is watched again." });
}
