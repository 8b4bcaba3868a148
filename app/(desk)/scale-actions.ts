"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import { scaleForm } from "#lib/schemas/scale.ts";
import { runAction } from "#lib/server/action.ts";
import { reviseScale } from "#lib/server/use-cases/revise-scale.ts";

export async function reviseDeskScale(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: scaleForm, form, work: reviseScale, saved: "The scale is revised." });
}
