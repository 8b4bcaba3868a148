"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import { answerWording as schema } from "#lib/schemas/edition.ts";
import { runAction } from "#lib/server/action.ts";
import { answerWording } from "#lib/server/use-cases/answer-wording.ts";

export async function answer(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema, form, work: answerWording, saved: "The writer’s answer is recorded." });
}
