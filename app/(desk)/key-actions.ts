"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import * as keys from "#lib/schemas/keys.ts";
import { runAction } from "#lib/server/action.ts";
import { revokeKey } from "#lib/server/use-cases/revoke-key.ts";
import { rotateKey } from "#lib/server/use-cases/rotate-key.ts";

export async function rotate(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: keys.rotateKey, form, work: rotateKey, saved: "The new key signs from now on." });
}

export async function revoke(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: keys.revokeKey, form, work: revokeKey, saved: "The key is revoked." });
}
