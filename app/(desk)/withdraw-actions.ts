"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import { withdrawReport as schema } from "#lib/schemas/edition.ts";
import { runAction } from "#lib/server/action.ts";
import { baseUrl } from "#lib/server/env.ts";
import { withdrawReport } from "#lib/server/use-cases/withdraw-report.ts";

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return runAction({
    schema,
    form,
    work: (context, input) => withdrawReport(context, input, baseUrl()),
    saved: ({ number }) => `Edition ${number} takes the check back.`,
  });
}
