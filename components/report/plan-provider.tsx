"use client";

import { createContext, type ReactNode, use } from "react";
import { type PlanSaving, usePlan } from "#components/report/plan-saving.ts";
import type { ReportPlan } from "#lib/domain/edition-preview.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

const PlanContext = createContext<PlanSaving | null>(null);

type Props = { articleId: string; plan: ReportPlan; action: FormAction; children: ReactNode };

/** The plan of one article for those who may change it: what edits it and what publishes it stand below. */
export function PlanProvider({ articleId, plan, action, children }: Props) {
  return <PlanContext value={usePlan({ articleId, plan, action })}>{children}</PlanContext>;
}

/** Throws outside a `PlanProvider`. */
export function usePlanHere(): PlanSaving {
  const saving = use(PlanContext);
  if (saving === null) throw new Error("The plan is edited below its provider");
  return saving;
}
