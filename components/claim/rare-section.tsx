"use client";

import { type ReactNode, useState } from "react";

type Props = {
  label: string;
  /** What stands small beside the head. */
  note?: string;
  /** Nothing is in it yet: one line that opens, so that what is rarely wanted does not stand in the way. */
  isEmpty: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * A section of a claim that is seldom needed: folded to its head while nothing stands in it. What comes into it later
 * opens the fold and does not take it away, for a form may be open in there.
 */
export function RareSection({ label, note = "", isEmpty, className = "", children }: Props) {
  const [folds] = useState(isEmpty);
  const head = (
    <>
      {label} {note !== "" && <small>{note}</small>}
    </>
  );
  return (
    <section className={`sec ${className}`} aria-label={label}>
      {folds ? (
        <details className="tale" open={!isEmpty}>
          <summary>{head}</summary>
          {children}
        </details>
      ) : (
        <>
          <h2>{head}</h2>
          {children}
        </>
      )}
    </section>
  );
}
