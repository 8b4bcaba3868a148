"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import * as notice from "#lib/schemas/notice.ts";
import { runAction } from "#lib/server/action.ts";
import { changeNotify } from "#lib/server/use-cases/change-notify.ts";
import { readNotices } from "#lib/server/use-cases/read-notices.ts";

export async function readNotice(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: notice.readNotices, form, work: readNotices, saved: "Marked as read." });
}

export async function changeMyNotices(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: notice.notifyForm, form, work: changeNotify, saved: "Your choices are saved." });
}
