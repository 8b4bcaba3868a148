"use client";

import { PlanClash } from "#components/report/plan-clash.tsx";
import { PlanList } from "#components/report/plan-list.tsx";
import { usePlanHere } from "#components/report/plan-provider.tsx";
import { PlanStatus } from "#components/report/plan-status.tsx";
import type { ClaimsOnPage, Tongue } from "#components/report/plan-view.ts";
import { PlanWords } from "#components/report/plan-words.tsx";

type Props = {
  claims: ClaimsOnPage;
  /** In which the report's own words can be had; the first is the article's own, whose tag is "". */
  languages: readonly Tongue[];
};

/** For whom the next edition is, what it says of itself, and which claims it prints in which order. Saved by itself. */
export function PlanEditor({ claims, languages }: Props) {
  const { state, save } = usePlanHere();
  return (
    <form
      className="plan"
      aria-label="Plan of the next edition"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <PlanStatus />
      {state.clash !== null && (
        <PlanClash key={state.clash.theirs.rowVersion} clash={state.clash} {...{ claims, languages }} />
      )}
      <PlanWords languages={languages} />
      <PlanList claims={claims} />
    </form>
  );
}
