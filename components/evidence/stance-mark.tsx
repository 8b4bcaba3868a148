import type { ReactNode } from "react";
import { type Stance, stanceWords } from "#lib/domain/evidence.ts";

const signs: Readonly<Record<Stance, ReactNode>> = {
  supports: <path d="M7 2v10M2 7h10" strokeWidth="2" />,
  refutes: <path d="M2 5h10M2 9h10M10 1.5 4 12.5" strokeWidth="1.7" />,
  context: (
    <g fill="currentColor" stroke="none">
      <circle cx="2.5" cy="7" r="1.5" />
      <circle cx="7" cy="7" r="1.5" />
      <circle cx="11.5" cy="7" r="1.5" />
    </g>
  ),
};

/** What a piece of evidence does to its claim: + supports, ≠ refutes, … context, with the word. */
export function StanceMark({ stance }: { stance: Stance }) {
  return (
    <span className="sc" data-sc={stance}>
      <svg aria-hidden="true" viewBox="0 0 14 14">
        {signs[stance]}
      </svg>
      <span>{stanceWords[stance]}</span>
    </span>
  );
}
