"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useClaims } from "#components/article/claims-context.ts";
import { type MarkState, markStateOf, markStateWords } from "#components/article/mark-state.ts";
import { PlacingMark } from "#components/placing/placing-mark.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";

/** From what stands to what is to be done, as one reads a proof. */
const order = [
  "published",
  "approved",
  "proposed",
  "returned",
  "stale",
  "placing",
  "progress",
  "open",
  "withdrawn",
] as const;

/** How far the work is: legend, progress and filter in one. Choosing the chosen state again shows all claims. */
export function Tally() {
  const path = usePathname();
  const only = useSearchParams().get("state");
  const claims = useClaims();
  const counts = new Map<MarkState, number>();
  for (const claim of claims) {
    const state = markStateOf(claim);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  if (counts.size === 0) return <p className="tally faint">No claims yet</p>;
  return (
    <nav className="tally" aria-label="Claims by state">
      {order.map((state) => {
        const count = counts.get(state);
        if (count === undefined) return null;
        const label = (
          <>
            <b>{count}</b> {markStateWords[state].toLowerCase()}
          </>
        );
        return (
          <Link
            key={state}
            href={only === state ? path : `${path}?state=${state}`}
            replace
            prefetch={false}
            scroll={false}
            aria-current={only === state ? "true" : undefined}
          >
            {state === "placing" ? <PlacingMark label={label} /> : <StateMark state={state} label={label} />}
          </Link>
        );
      })}
    </nav>
  );
}
