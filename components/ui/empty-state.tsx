import type { ReactNode } from "react";

const centres = [6, 27, 48, 69, 90] as const;

/** Nothing is here, and that is fine: five dots, a sentence, what is next, and at most one button. */
export function EmptyState({ sentence, next, action }: { sentence: string; next?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <svg aria-hidden="true" viewBox="0 0 96 12">
        <g fill="currentColor" stroke="none">
          {centres.map((x) => (
            <circle key={x} cx={x} cy="6" r="4" />
          ))}
        </g>
      </svg>
      <p className="says">{sentence}</p>
      {next ? <p className="then">{next}</p> : null}
      {action}
    </div>
  );
}
