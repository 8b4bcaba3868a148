"use server";

import { failureSentence } from "#lib/domain/failure.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import { type BulkAnswer, type BulkWithdrawn, claimsWords, passedOver, type Undoable } from "#lib/domain/plan.ts";
import * as plan from "#lib/schemas/plan.ts";
import { actionContext, runAction } from "#lib/server/action.ts";
import { refresh } from "#lib/server/refresh.ts";
import { bulkAssign } from "#lib/server/use-cases/bulk-assign.ts";
import { bulkRestore } from "#lib/server/use-cases/bulk-restore.ts";
import { bulkWithdraw } from "#lib/server/use-cases/bulk-withdraw.ts";
import { reassignWork } from "#lib/server/use-cases/reassign-work.ts";
import { removeFilter, restoreFilter } from "#lib/server/use-cases/remove-filter.ts";
import { saveFilter } from "#lib/server/use-cases/save-filter.ts";

type Answer<Results> =
  | { readonly ok: true; readonly results: Results }
  | { readonly ok: false; readonly sentence: string };

const signedOut = { ok: false, sentence: "You were signed out. Sign in again." } as const;

/** Assignments of many claims; what became of each. */
export async function assignMany(input: unknown): Promise<Answer<BulkAnswer["results"]>> {
  const context = await actionContext();
  if (context === null) return signedOut;
  const parsed = plan.bulkAssign.safeParse(input);
  if (!parsed.success) return { ok: false, sentence: parsed.error.issues[0]?.message ?? "Choose claims first." };
  const outcome = await bulkAssign(context, parsed.data);
  if (!outcome.ok) return { ok: false, sentence: failureSentence(outcome.error) };
  refresh();
  return { ok: true, results: outcome.value.results };
}

/** Ends many claims; which of them can be brought back at once. */
export async function withdrawMany(_: FormState, form: FormData): Promise<Undoable<string>> {
  let done: readonly string[] = [];
  const state = await runAction({
    schema: plan.bulkWithdrawForm,
    form,
    work: bulkWithdraw,
    saved: ({ results }) => {
      done = results.flatMap(({ id, outcome }) => (outcome === "done" ? [id] : []));
      const rest = passedOver(results);
      return `${claimsWords(done.length)} withdrawn${rest === "" ? "" : `; ${rest}`}.`;
    },
  });
  return { state, done };
}

/** Brings claims back that were withdrawn. */
export async function restoreMany(input: unknown): Promise<Answer<BulkWithdrawn["results"]>> {
  const context = await actionContext();
  if (context === null) return signedOut;
  const parsed = plan.bulkRestore.safeParse(input);
  if (!parsed.success) return { ok: false, sentence: "Choose claims first." };
  const outcome = await bulkRestore(context, parsed.data);
  if (!outcome.ok) return { ok: false, sentence: failureSentence(outcome.error) };
  refresh();
  return { ok: true, results: outcome.value.results };
}

/** All open work of one member goes to another, or to nobody; the claims, as undoing it needs them. */
export async function handOver(
  _: FormState,
  form: FormData,
): Promise<Undoable<{ readonly id: string; readonly planVersion: number }>> {
  let done: readonly { readonly id: string; readonly planVersion: number }[] = [];
  const state = await runAction({
    schema: plan.reassignWork,
    form,
    work: reassignWork,
    saved: ({ claims, given, from, to }) => {
      done = given;
      return `${claimsWords(claims)} of ${from} ${claims === 1 ? "goes" : "go"} to ${to ?? "nobody"}.`;
    },
  });
  return { state, done };
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
