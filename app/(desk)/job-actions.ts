"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import * as job from "#lib/schemas/job.ts";
import { runAction } from "#lib/server/action.ts";
import { retryJob } from "#lib/server/use-cases/retry-job.ts";

export async function retry(_: FormState, form: FormData): Promise<FormState> {
  return runAction({
    schema: job.retryJob,
    form,
    work: retryJob,
    saved: ({ count }) => (count === 1 ? "1 job waits to be tried again." : `${count} jobs wait to be tried again.`),
  });
}
