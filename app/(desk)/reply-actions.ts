"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import * as reply from "#lib/schemas/reply.ts";
import { runAction } from "#lib/server/action.ts";
import { askForReply } from "#lib/server/use-cases/ask-for-reply.ts";
import { changeReplyRequest } from "#lib/server/use-cases/change-reply-request.ts";
import { recordReply } from "#lib/server/use-cases/record-reply.ts";
import { withdrawReplyRequest } from "#lib/server/use-cases/withdraw-reply-request.ts";

export async function ask(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: reply.askForReply, form, work: askForReply, saved: "The request is on record." });
}

export async function change(_: FormState, form: FormData): Promise<FormState> {
  const saved = "The request is saved.";
  return runAction({ schema: reply.changeReplyRequest, form, work: changeReplyRequest, saved });
}

export async function answer(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: reply.recordReply, form, work: recordReply, saved: "The answer is on record." });
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  const saved = "The request is withdrawn.";
  return runAction({ schema: reply.withdrawReplyRequest, form, work: withdrawReplyRequest, saved });
}
