"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { StateMark } from "#components/ui/state-mark.tsx";
import { type ClaimState, claimStateWords } from "#lib/domain/claim.ts";

/** From what stands to what is to be done, as one reads a proof. */
const order = ["published", "approved", "proposed", "returned", "stale", "progress", "open", "withdrawn"] as const;

/** How far the work is: legend, progress and filter in one. Choosing the chosen state again shows all claims. */
export function Tally({ states }: { states: readonly ClaimState[] }) {
  const path = usePathname();
  const only = useSearchParams().get("state");
  const counted = order.map((state) => ({ state, count: states.filter((other) => other === state).length }));
  if (states.length === 0) return <p className="tally faint">No claims yet</p>;
  return (
    <nav className="tally" aria-label="Claims by state">
      {counted.map(({ state, count }) =>
        count === 0 ? null : (
          <Link
            key={state}
            href={only === state ? path : `${path}?state=${state}`}
            replace
            prefetch={false}
            scroll={false}
            aria-current={only === state ? "true" : undefined}
          >
            <StateMark
              state={state}
              label={
                <>
                  <b>{count}</b> {claimStateWords[state].toLowerCase()}
                </>
              }
            />
          </Link>
        ),
      )}
    </nav>
  );
}
