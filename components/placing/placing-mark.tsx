import type { ReactNode } from "react";

/** The sign of a claim whose place somebody has to decide, a sample of its box in the text, with its words. */
export function PlacingMark({ label = "Needs placing" }: { label?: ReactNode }) {
  return (
    <span className="st placing-mark">
      <svg aria-hidden="true" viewBox="0 0 18 12">
        <rect x="1" y="1" width="16" height="10" strokeWidth="1.4" strokeDasharray="2.6 1.8" />
      </svg>
      <span>{label}</span>
    </span>
  );
}
