"use server";

import { failureSentence } from "#lib/domain/failure.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import { type BulkAnswer, passedOver } from "#lib/domain/plan.ts";
import * as plan from "#lib/schemas/plan.ts";
import { actionContext, runAction } from "#lib/server/action.ts";
import { refresh } from "#lib/server/refresh.ts";
import { bulkAssign } from "#lib/server/use-cases/bulk-assign.ts";
import { bulkWithdraw } from "#lib/server/use-cases/bulk-withdraw.ts";
import { removeFilter, restoreFilter } from "#lib/server/use-cases/remove-filter.ts";
import { saveFilter } from "#lib/server/use-cases/save-filter.ts";

type Answer =
  | { readonly ok: true; readonly results: BulkAnswer["results"] }
  | { readonly ok: false; readonly sentence: string };

/** Assignments of many claims; what became of each. */
export async function assignMany(input: unknown): Promise<Answer> {
  const context = await actionContext();
  if (context === null) return { ok: false, sentence: "You were signed out. Sign in again." };
  const parsed = plan.bulkAssign.safeParse(input);
  if (!parsed.success) return { ok: false, sentence: parsed.error.issues[0]?.message ?? "Choose claims first." };
  const outcome = await bulkAssign(context, parsed.data);
  if (!outcome.ok) return { ok: false, sentence: failureSentence(outcome.error) };
  refresh();
  return { ok: true, results: outcome.value.results };
}

export async function withdrawMany(_: FormState, form: FormData): Promise<FormState> {
  return runAction({
    schema: plan.bulkWithdrawForm,
    form,
    work: bulkWithdraw,
    saved: ({ results }) => {
      const done = results.filter((result) => result.outcome === "done").length;
      const rest = passedOver(results);
      return `${done === 1 ? "1 claim" : `${done} claims`} withdrawn${rest === "" ? "" : `; ${rest}`}.`;
    },
  });
}

export async function keepFilter(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: plan.saveFilter, form, work: saveFilter, saved: "The filter is kept." });
}

export async function dropFilter(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: plan.filterAt, form, work: removeFilter, saved: "The filter is removed." });
}

export async function bringBackFilter(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: plan.filterAt, form, work: restoreFilter, saved: "The filter is back." });
}
