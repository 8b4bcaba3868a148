import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { Check } from "#components/verdict/checks.ts";

const looks = {
  met: { className: "ok", icon: "check", begins: "Met: " },
  "in-the-way": { className: "no", icon: "cross", begins: "In the way: " },
  warns: { className: "caution", icon: "warn", begins: "Warns: " },
  off: { className: "off", icon: "off", begins: "Off: " },
} as const;

type Props = {
  checks: readonly Check[];
  /** What can be done about a check that is not met, below its sentence. */
  help?: (check: Check) => ReactNode;
};

/** What has to be there before the next step: each met, in the way, a warning, or off. */
export function Checklist({ checks, help }: Props) {
  return (
    <ul className="gates">
      {checks.map((check) => {
        const { className, icon, begins } = looks[check.outcome];
        const isOpen = check.outcome === "in-the-way" || check.outcome === "warns";
        return (
          <li key={check.key} className={className} data-check={check.key}>
            <Icon name={icon} />
            <span className="what" tabIndex={isOpen ? -1 : undefined}>
              <span className="vh">{begins}</span>
              {check.what}
            </span>
            <span className="rule">{check.rule}</span>
            {isOpen && (
              <div className="how">
                {check.why !== "" && <p>{check.why}</p>}
                {check.override !== null && (
                  <p>
                    Overridden by <bdi>{check.override.by}</bdi>, <Moment iso={check.override.at} />:{" "}
                    <bdi>{check.override.reason}</bdi>
                  </p>
                )}
                {help?.(check)}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Moves focus to the first cross of the checklists in an element; whether there was one. */
export function focusFirstCross(root: ParentNode): boolean {
  const cross = root.querySelector<HTMLElement>(".gates .no .what");
  cross?.focus();
  return cross !== null;
}
