"use client";

import type { PlanField } from "#components/report/plan-merge.ts";
import { usePlanHere } from "#components/report/plan-provider.tsx";
import type { PlanState } from "#components/report/plan-state.ts";
import { type ClaimsOnPage, type Tongue, templateNames } from "#components/report/plan-view.ts";
import { FormConflict } from "#components/ui/form-conflict.tsx";
import type { ReportPlan } from "#lib/domain/edition-preview.ts";

const labels: Readonly<Record<PlanField, string>> = {
  template: "For",
  language: "Language",
  summary: "Summary",
  method: "How it was checked",
  claimOrder: "Order of the claims",
};

type Props = { clash: NonNullable<PlanState["clash"]>; claims: ClaimsOnPage; languages: readonly Tongue[] };

/** What a colleague saved of the fields that were changed here too, beside what is here. */
export function PlanClash({ clash, claims, languages }: Props) {
  const { state, change, settle } = usePlanHere();
  const { theirs, fields } = clash;
  const numbers = new Map(claims.claims.map(({ id, number }) => [id, number]));
  const readable = (plan: ReportPlan, field: PlanField): string => {
    switch (field) {
      case "template":
        return templateNames[plan.template];
      case "language":
        return languages.find(({ tag }) => tag === plan.language)?.name ?? plan.language;
      case "claimOrder":
        return orderWords(plan.claimOrder, numbers);
      default:
        return plan[field];
    }
  };
  return (
    <FormConflict
      differences={fields.map((name) => ({
        name,
        label: labels[name],
        theirs: readable(theirs, name),
        yours: readable(state.mine, name),
      }))}
      onTake={(name) => {
        const field = fields.find((known) => known === name);
        if (field !== undefined) change({ [field]: theirs[field] });
      }}
      onSettled={settle}
    />
  );
}

const mostNamed = 20;

function orderWords(order: readonly string[], numbers: ReadonlyMap<string, number>): string {
  if (order.length === 0) return "In the order of the text";
  const named = order.slice(0, mostNamed).map((id) => numbers.get(id) ?? "…");
  const more = order.length - named.length;
  return `First claims ${named.join(", ")}${more > 0 ? `, and ${more} more` : ""}; the others in the order of the text`;
}
