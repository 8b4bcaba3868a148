import type { ReactNode } from "react";
import { type ClaimState, claimStateWords } from "#lib/domain/claim.ts";

const dots = (y: number) => (
  <g fill="currentColor" stroke="none">
    <circle cx="2.4" cy={y} r="1.5" />
    <circle cx="6.8" cy={y} r="1.5" />
    <circle cx="11.2" cy={y} r="1.5" />
    <circle cx="15.6" cy={y} r="1.5" />
  </g>
);

const samples: Readonly<Record<ClaimState, ReactNode>> = {
  open: <path d="M1 8h3.4M7.3 8h3.4M13.6 8H17" strokeWidth="1.6" />,
  progress: <path d="M1 8h16" strokeWidth="1.6" />,
  proposed: <path d="M1 6.2h16M1 9.8h16" strokeWidth="1.6" />,
  returned: (
    <path d="M1 9c1.3 0 1.3-4 2.7-4s1.3 4 2.6 4 1.4-4 2.7-4 1.3 4 2.7 4 1.3-4 2.6-4S15.6 9 17 9" strokeWidth="1.5" />
  ),
  approved: dots(8),
  published: dots(8),
  stale: (
    <>
      <path d="M1 11 9 1M5.5 11l8-10M10 11l7-8.75M1 5.5 4.6 1M14.6 11 17 8" strokeWidth="1.2" />
      {dots(10)}
    </>
  ),
  withdrawn: (
    <>
      <path d="M1 6h16" strokeWidth="1.6" />
      <path d="m6 2 6 8M12 2l-6 8" strokeWidth="1.4" />
    </>
  ),
};

/** A state as a sample of its line with its word; `label` replaces the word where more is to be said ("Claim 7, open"). */
export function StateMark({ state, label }: { state: ClaimState; label?: ReactNode }) {
  return (
    <span className="st" data-state={state}>
      <svg aria-hidden="true" viewBox="0 0 18 12">
        {samples[state]}
      </svg>
      <span>{label ?? claimStateWords[state]}</span>
    </span>
  );
}
