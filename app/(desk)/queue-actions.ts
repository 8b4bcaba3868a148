"use server";

import type { Answer, FormState, Undoable } from "#lib/domain/form-state.ts";
import { type BulkAnswer, type BulkWithdrawn, claimsWords, type HandedClaim, passedOver } from "#lib/domain/plan.ts";
import * as plan from "#lib/schemas/plan.ts";
import { runAction, runCall } from "#lib/server/action.ts";
import { bulkAssign } from "#lib/server/use-cases/bulk-assign.ts";
import { bulkRestore } from "#lib/server/use-cases/bulk-restore.ts";
import { bulkWithdraw } from "#lib/server/use-cases/bulk-withdraw.ts";
import { reassignWork } from "#lib/server/use-cases/reassign-work.ts";
import { removeFilter, restoreFilter } from "#lib/server/use-cases/remove-filter.ts";
import { saveFilter } from "#lib/server/use-cases/save-filter.ts";

/** Assignments of many claims; what became of each. */
export async function assignMany(request: unknown): Promise<Answer<BulkAnswer["results"]>> {
  return await runCall({ schema: plan.bulkAssign, request, work: bulkAssign });
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
export async function restoreMany(request: unknown): Promise<Answer<BulkWithdrawn["results"]>> {
  return await runCall({ schema: plan.bulkRestore, request, work: bulkRestore });
}

/** All open work of one member goes to another, or to nobody; the claims, as undoing it needs them. */
export async function handOver(_: FormState, form: FormData): Promise<Undoable<HandedClaim>> {
  let done: readonly HandedClaim[] = [];
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
