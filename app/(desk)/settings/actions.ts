"use server";

import { z } from "zod";
import { type FieldErrors, failureSentence } from "#lib/domain/failure.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import * as account from "#lib/schemas/account.ts";
import { actionContext, fieldErrors, runAction } from "#lib/server/action.ts";
import type { Context } from "#lib/server/context.ts";
import { baseUrl } from "#lib/server/env.ts";
import { refresh } from "#lib/server/refresh.ts";
import { signedIn } from "#lib/server/session.ts";
import { changeDesk } from "#lib/server/use-cases/change-desk.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { inviteMember } from "#lib/server/use-cases/invite-member.ts";
import { changePassword, endOtherSessions, endOwnSession } from "#lib/server/use-cases/manage-sessions.ts";

export async function changeSettings(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: account.changeDesk, form, work: changeDesk, saved: "The settings are saved." });
}

export async function changeColleague(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: account.changeMember, form, work: changeMember, saved: "The change is saved." });
}

export async function setPassword(_: FormState, form: FormData): Promise<FormState> {
  const sessionId = (await signedIn())?.sessionId ?? "";
  const work = (context: Context, input: account.ChangePassword) => changePassword(context, { ...input, sessionId });
  return runAction({
    schema: account.changePassword,
    form,
    work,
    saved: "The password is set. Other sessions have ended.",
  });
}

export async function endSession(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: account.sessionAt, form, work: endOwnSession, saved: "That session has ended." });
}

export async function endElsewhere(_: FormState, form: FormData): Promise<FormState> {
  const sessionId = (await signedIn())?.sessionId ?? "";
  const work = (context: Context) => endOtherSessions(context, { id: sessionId });
  return runAction({ schema: z.object({}), form, work, saved: "Every other session has ended." });
}

type Invited =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly sentence: string; readonly fields?: FieldErrors };

/** Answers the link once; it is never shown again, for only its digest is kept. */
export async function invite(form: {
  readonly id: string;
  readonly email: string;
  readonly role: string;
}): Promise<Invited> {
  const context = await actionContext();
  if (context === null) return { ok: false, sentence: "You were signed out. Sign in again." };
  const input = account.inviteMember.safeParse(form);
  if (!input.success) return { ok: false, sentence: "Write a mail address.", fields: fieldErrors(input.error) };
  const outcome = await inviteMember(context, input.data);
  if (!outcome.ok) {
    const { error } = outcome;
    return { ok: false, sentence: failureSentence(error), ...(error.kind === "invalid" && { fields: error.fields }) };
  }
  refresh();
  return { ok: true, url: `${baseUrl()}/link/${outcome.value.token}` };
}
