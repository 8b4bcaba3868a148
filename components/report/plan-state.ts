import { mergePlans, type PlanField } from "#components/report/plan-merge.ts";
import type { ReportPlan } from "#lib/domain/edition-preview.ts";
import type { FieldErrors } from "#lib/domain/failure.ts";

type Clash = { readonly theirs: ReportPlan; readonly fields: readonly PlanField[] };

export type PlanState = {
  /** As the server has it, as far as it is known here. */
  readonly base: ReportPlan;
  /** As it is here. */
  readonly mine: ReportPlan;
  readonly isBusy: boolean;
  /** What a colleague and this page both changed. Nothing is saved until it is decided. */
  readonly clash: Clash | null;
  /** Why it was not saved: a sentence a field, under "" for all of it. */
  readonly trouble: FieldErrors | null;
};

export type PlanEvent =
  | { readonly kind: "changed"; readonly part: Partial<ReportPlan> }
  | { readonly kind: "kept"; readonly base: ReportPlan; readonly mine: ReportPlan }
  | { readonly kind: "arrived"; readonly plan: ReportPlan }
  | { readonly kind: "sent" }
  | { readonly kind: "saved"; readonly plan: ReportPlan }
  | { readonly kind: "conflict"; readonly plan: ReportPlan }
  | { readonly kind: "trouble"; readonly fields: FieldErrors }
  | { readonly kind: "settled" };

export function atFirst(plan: ReportPlan): PlanState {
  return { base: plan, mine: plan, isBusy: false, clash: null, trouble: null };
}

/** What becomes of the plan on a page by everything that happens to it. Nothing that was typed is lost by any of it. */
export function nextPlanState(state: PlanState, event: PlanEvent): PlanState {
  switch (event.kind) {
    case "changed":
      return { ...state, mine: { ...state.mine, ...event.part }, trouble: null };
    case "kept":
      return merged({ ...state, base: event.base, mine: event.mine }, state.base);
    case "arrived":
      return event.plan.rowVersion > state.base.rowVersion ? merged(state, event.plan) : state;
    case "sent":
      return { ...state, isBusy: true, trouble: null };
    case "saved": {
      const rowVersion = event.plan.rowVersion + 1;
      return { ...state, isBusy: false, base: { ...event.plan, rowVersion }, mine: { ...state.mine, rowVersion } };
    }
    case "conflict":
      return merged({ ...state, isBusy: false }, event.plan);
    case "trouble":
      return { ...state, isBusy: false, trouble: event.fields };
    case "settled":
      return { ...state, clash: null };
  }
}

function merged(state: PlanState, theirs: ReportPlan): PlanState {
  const { plan, clashes } = mergePlans({ base: state.base, mine: state.mine, theirs });
  const open = new Set([...(state.clash?.fields ?? []), ...clashes]);
  return { ...state, base: theirs, mine: plan, clash: open.size === 0 ? null : { theirs, fields: [...open] } };
}
