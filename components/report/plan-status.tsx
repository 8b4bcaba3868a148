"use client";

import { usePlanHere } from "#components/report/plan-provider.tsx";
import { Button } from "#components/ui/button.tsx";

/** Whether the plan is saved, in one quiet line; what kept it from being saved, and the way to try again. */
export function PlanStatus() {
  const { state, isDirty, save } = usePlanHere();
  const { trouble, clash, isBusy } = state;
  if (trouble !== null) {
    return (
      <div role="alert" className="planwhy">
        <p className="refusal">{trouble[""] ?? "This was not saved yet. Look at the field that is marked."}</p>
        <Button onClick={save}>Save again</Button>
      </div>
    );
  }
  const words =
    clash !== null
      ? "Not saved: decide first what a colleague changed too."
      : isBusy || isDirty
        ? "Saving…"
        : state.base.rowVersion === 0
          ? "Saved by itself as you change it."
          : "Saved.";
  return <p className="planwhy faint">{words}</p>;
}
