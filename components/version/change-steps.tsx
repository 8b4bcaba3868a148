"use client";

import { useMemo, useRef } from "react";
import { useLetterKeys } from "#components/desk/letter-keys.ts";
import { announce } from "#components/ui/live-region.tsx";

/** Buttons, and `j` and `k`, that move the focus from difference to difference. */
export function ChangeSteps() {
  const last = useRef<HTMLElement>(null);
  const steps = useMemo(() => {
    /** From the difference that has the focus, or had it last, else from what is on screen. Says so at either end. */
    const step = (by: 1 | -1) => () => {
      const changes = [...document.querySelectorAll<HTMLElement>("[data-change]")];
      const from = document.activeElement?.closest("[data-change]") ?? last.current;
      const at = changes.findIndex((change) => change.isSameNode(from));
      const target = at === -1 ? onScreen(changes, by) : changes[at + by];
      if (target === undefined) {
        announce(by === 1 ? "Last change" : "First change");
        return true;
      }
      last.current = target;
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: target.offsetHeight > innerHeight / 2 ? "start" : "center" });
      return true;
    };
    return { j: step(1), k: step(-1) };
  }, []);
  useLetterKeys("main", steps);
  return (
    <span className="steps">
      <button type="button" className="btn" onClick={steps.k}>
        <span>
          Previous<span className="vh"> change</span>
        </span>
        <kbd>k</kbd>
      </button>
      <button type="button" className="btn" onClick={steps.j}>
        <span>
          Next<span className="vh"> change</span>
        </span>
        <kbd>j</kbd>
      </button>
    </span>
  );
}

function onScreen(changes: readonly HTMLElement[], by: 1 | -1): HTMLElement | undefined {
  const isBelow = (change: HTMLElement) => change.getBoundingClientRect().top >= 0;
  return by === 1 ? changes.find(isBelow) : changes.findLast((change) => !isBelow(change));
}
