"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import * as outside from "#lib/schemas/outside.ts";
import { runAction } from "#lib/server/action.ts";
import type { Context } from "#lib/server/context.ts";
import { baseUrl } from "#lib/server/env.ts";
import { inviteOutsider } from "#lib/server/use-cases/invite-outsider.ts";
import { revokeOutsider } from "#lib/server/use-cases/revoke-outsider.ts";

/** Answers the link once; it is never shown again, for only its digest is kept. */
export async function inviteFromOutside(
  form: FormData,
): Promise<{ readonly state: FormState; readonly url: string | null }> {
  let url: string | null = null;
  const work = async (context: Context, input: outside.InviteOutsider) => {
    const outcome = await inviteOutsider(context, input);
    if (outcome.ok) url = `${baseUrl()}/outside/${outcome.value.token}`;
    return outcome;
  };
  const state = await runAction({ schema: outside.inviteOutsider, form, work, saved: "The link is made." });
  return { state, url };
}

export async function revokeFromOutside(_: FormState, form: FormData): Promise<FormState> {
  return runAction({
    schema: outside.revokeOutsider,
    form,
    work: revokeOutsider,
    saved: "The link is revoked. It does nothing any more.",
  });
}
