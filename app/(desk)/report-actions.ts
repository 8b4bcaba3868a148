"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import * as schemas from "#lib/schemas/edition.ts";
import { runAction } from "#lib/server/action.ts";
import { baseUrl } from "#lib/server/env.ts";
import { refresh } from "#lib/server/refresh.ts";
import { changeReportPlan } from "#lib/server/use-cases/change-report-plan.ts";
import { publishReport } from "#lib/server/use-cases/publish-report.ts";

/** A conflict reads the page anew too: the preview is then of the plan that stands. */
export async function changePlan(_: FormState, form: FormData): Promise<FormState> {
  const state = await runAction({ schema: schemas.changeReportPlan, form, work: changeReportPlan, saved: "Saved." });
  if (state.kind === "conflict") refresh();
  return state;
}

/** A refusal reads the page anew, so that the editor sees what came between. */
export async function publish(_: FormState, form: FormData): Promise<FormState> {
  const state = await runAction({
    schema: schemas.publishForm,
    form,
    work: (context, input) => publishReport(context, input, baseUrl()),
    saved: ({ number }) => `Edition ${number} is published.`,
  });
  if (state.kind === "refused") refresh();
  return state.kind === "invalid" ? atItsField(state) : state;
}

/** The change is one part of what is checked and two fields of the form: what was left out, or is too long, is told. */
function atItsField(state: FormState & { kind: "invalid" }): FormState {
  const { change, ...fields } = state.fields;
  if (change === undefined) return state;
  const { what = "" } = state.typed;
  const name = what.trim() === "" || what.length > 5000 ? "what" : "why";
  return { ...state, fields: { ...fields, [name]: change } };
}
