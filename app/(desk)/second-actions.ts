"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import * as second from "#lib/schemas/second.ts";
import { runAction } from "#lib/server/action.ts";
import { adjudicateSecond } from "#lib/server/use-cases/adjudicate-second.ts";
import { askSecond } from "#lib/server/use-cases/ask-second.ts";
import { cancelSecond } from "#lib/server/use-cases/cancel-second.ts";
import { giveSecond } from "#lib/server/use-cases/give-second.ts";

export async function ask(_: FormState, form: FormData): Promise<FormState> {
  const saved = "Asked. The first verdict is hidden from them until theirs is in.";
  return runAction({ schema: second.askSecond, form, work: askSecond, saved });
}

export async function cancel(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: second.cancelSecond, form, work: cancelSecond, saved: "The request is taken back." });
}

export async function give(_: FormState, form: FormData): Promise<FormState> {
  const saved = "Your verdict is in. Both are shown now.";
  return runAction({ schema: second.giveSecond, form, work: giveSecond, saved, draft: "second" });
}

export async function adjudicate(_: FormState, form: FormData): Promise<FormState> {
  const saved = "The disagreement is settled.";
  return runAction({ schema: second.adjudicateSecond, form, work: adjudicateSecond, saved });
}
