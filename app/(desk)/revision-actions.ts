"use server";

import type { LetStandAnswer, LetStandRequest } from "#components/surroundings/let-stand-request.ts";
import { letStand as schema } from "#lib/schemas/let-stand.ts";
import { runCall } from "#lib/server/action.ts";
import { letStand } from "#lib/server/use-cases/let-stand.ts";

export async function standAgain(request: LetStandRequest): Promise<LetStandAnswer> {
  const signedOut = "You were signed out. Sign in again, then choose once more.";
  return await runCall({ schema, request, work: letStand, signedOut });
}
