"use client";

import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { keepPlan, keptPlan } from "#components/report/plan-kept.ts";
import { isSamePlan, planFields, planOfFields } from "#components/report/plan-merge.ts";
import { atFirst, nextPlanState, type PlanState } from "#components/report/plan-state.ts";
import { announce } from "#components/ui/live-region.tsx";
import type { ReportPlan } from "#lib/domain/edition-preview.ts";
import { type FormAction, idle } from "#lib/domain/form-state.ts";

const pause = 900;
const retryAfter = 5000;

export type PlanSaving = {
  readonly state: PlanState;
  readonly isDirty: boolean;
  /** Changes the plan here at once; it is saved after a pause. */
  readonly change: (part: Partial<ReportPlan>) => void;
  /** The clash over a field is decided: theirs is taken, or what is here stays. */
  readonly settle: () => void;
  readonly save: () => void;
};

type Options = { readonly articleId: string; readonly plan: ReportPlan; readonly action: FormAction };

/**
 * The plan as it is here: changed at once, saved by itself, merged with what colleagues save meanwhile. What was typed and
 * not saved is kept in the tab, and is there again when the page opens.
 */
export function usePlan({ articleId, plan, action }: Options): PlanSaving {
  const [state, dispatch] = useReducer(nextPlanState, plan, atFirst);
  const { base, mine, isBusy, clash, trouble } = state;
  const isDirty = !isSamePlan(base, mine);
  const [isRestored, setRestored] = useState(false);
  const latest = useRef({ state, action });
  useEffect(() => {
    latest.current = { state, action };
  });

  useEffect(() => {
    const kept = keptPlan(articleId, latest.current.state.base);
    if (kept !== null) dispatch({ kind: "kept", ...kept });
    setRestored(true);
  }, [articleId]);
  // An answer of ours that is under way would look like a colleague's change.
  useEffect(() => {
    if (!isBusy) dispatch({ kind: "arrived", plan });
  }, [plan, isBusy]);

  const save = useCallback(async () => {
    const { mine: sent, isBusy: isUnderWay, clash: open } = latest.current.state;
    if (isUnderWay || open !== null) return;
    dispatch({ kind: "sent" });
    const form = new FormData();
    for (const [name, value] of Object.entries({ articleId, ...planFields(sent) })) form.set(name, value);
    try {
      const answer = await latest.current.action(idle, form);
      if (answer.kind === "conflict") dispatch({ kind: "conflict", plan: planOfFields(answer.current) });
      else if (answer.kind === "invalid") dispatch({ kind: "trouble", fields: answer.fields });
      else if (answer.kind === "refused") dispatch({ kind: "trouble", fields: { "": answer.sentence } });
      else {
        dispatch({ kind: "saved", plan: sent });
        announce("Saved.");
      }
    } catch {
      // Whatever was lost on the way, the words are here and in the tab's storage, and are sent again.
      dispatch({ kind: "trouble", fields: { "": lossSentence } });
    }
  }, [articleId]);

  useEffect(() => {
    const isHeld = clash !== null || isBusy || (trouble !== null && trouble[""] !== lossSentence);
    if (isHeld || isSamePlan(base, mine)) return;
    const timer = setTimeout(() => void save(), trouble === null ? pause : retryAfter);
    return () => clearTimeout(timer);
  }, [base, mine, clash, trouble, isBusy, save]);
  // What the tab holds stays there until it is taken up.
  useEffect(() => {
    if (isRestored) keepPlan(articleId, isDirty ? { base, mine } : null);
  }, [articleId, isRestored, isDirty, base, mine]);
  useEffect(() => {
    return () => {
      const { base: was, mine: here } = latest.current.state;
      if (!isSamePlan(was, here)) void save();
    };
  }, [save]);

  const change = useCallback((part: Partial<ReportPlan>) => dispatch({ kind: "changed", part }), []);
  const settle = useCallback(() => dispatch({ kind: "settled" }), []);
  return { state, isDirty, change, settle, save: useCallback(() => void save(), [save]) };
}

const lossSentence = "Not connected. Your words are kept here, and are saved as soon as it is back.";
