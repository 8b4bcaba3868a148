"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import { answerFromOutside } from "#lib/schemas/outside.ts";
import { reviewVerdict } from "#lib/schemas/verdict.ts";
import { runOutsideAction } from "#lib/server/outside-action.ts";
import { answerFromOutside as answer } from "#lib/server/use-cases/answer-from-outside.ts";
import { reviewVerdict as review } from "#lib/server/use-cases/review-verdict.ts";

export async function answerByLink(token: string, _: FormState, form: FormData): Promise<FormState> {
  return runOutsideAction({ token, schema: answerFromOutside, form, work: answer, saved: "The desk has your answer." });
}

export async function reviewByLink(token: string, _: FormState, form: FormData): Promise<FormState> {
  return runOutsideAction({ token, schema: reviewVerdict, form, work: review, saved: "The desk has your decision." });
}
