"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import * as account from "#lib/schemas/account.ts";
import { runPublicAction } from "#lib/server/action.ts";
import { guest } from "#lib/server/guest.ts";
import { acceptInvitation } from "#lib/server/use-cases/accept-invitation.ts";
import { setUpDesk } from "#lib/server/use-cases/set-up-desk.ts";

/** The `id` of the answer is the address to sign in with. */
export async function setUp(_: FormState, form: FormData): Promise<FormState> {
  return runPublicAction({
    schema: account.setUpDesk,
    form,
    work: async (context, input: account.SetUpDesk) => setUpDesk(context, input, await guest()),
    saved: "The desk is ready. Sign in.",
  });
}

export async function join(_: FormState, form: FormData): Promise<FormState> {
  const saved = "You are on the desk. Sign in.";
  return runPublicAction({
    schema: account.acceptInvitation,
    form,
    work: async (context, input: account.AcceptInvitation) => acceptInvitation(context, input, await guest()),
    saved,
  });
}
