"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import * as gates from "#lib/schemas/gates.ts";
import { runAction } from "#lib/server/action.ts";
import { changeGates } from "#lib/server/use-cases/change-gates.ts";
import { overrideGate } from "#lib/server/use-cases/override-gate.ts";

export async function override(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: gates.overrideGate, form, work: overrideGate, saved: "The gate is overridden." });
}

export async function changeDeskGates(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: gates.gatesForm, form, work: changeGates, saved: "The gates are saved." });
}
