"use server";

import type { LetStandAnswer, LetStandRequest } from "#components/surroundings/let-stand-request.ts";
import { failureSentence } from "#lib/domain/failure.ts";
import * as schemas from "#lib/schemas/let-stand.ts";
import { actionContext } from "#lib/server/action.ts";
import { refresh } from "#lib/server/refresh.ts";
import { letStand } from "#lib/server/use-cases/let-stand.ts";

export async function standAgain(request: LetStandRequest): Promise<LetStandAnswer> {
  const context = await actionContext();
  if (context === null) return { ok: false, sentence: "You were signed out. Sign in again, then choose once more." };
  const input = schemas.letStand.safeParse(request);
  if (!input.success)
    return { ok: false, sentence: input.error.issues[0]?.message ?? "Reload the page and try again." };
  const outcome = await letStand(context, input.data);
  if (!outcome.ok) return { ok: false, sentence: failureSentence(outcome.error) };
  refresh();
  return { ok: true, results: outcome.value.results };
}
