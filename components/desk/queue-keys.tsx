"use client";

import { type ReactNode, useMemo, useRef } from "react";
import { useLetterKeys } from "#components/desk/letter-keys.ts";

/** The queue's `main`: moves focus from claim to claim with `j` and `k`; Enter opens the link that has it, as always. */
export function QueueKeys({ children }: { children: ReactNode }) {
  const root = useRef<HTMLElement>(null);
  const keys = useMemo(() => {
    const step = (by: 1 | -1) => () => {
      const links = [...(root.current?.querySelectorAll<HTMLElement>(".q .s") ?? [])];
      const row = document.activeElement?.closest("tr");
      const at = links.findIndex((link) => row?.contains(link) === true);
      const next = links[at === -1 ? 0 : at + by];
      next?.focus();
      next?.scrollIntoView({ block: "nearest" });
      return next !== undefined;
    };
    return { j: step(1), k: step(-1) };
  }, []);
  useLetterKeys(".queue", keys);
  return (
    <main className="wrap queue" id="main" ref={root}>
      {children}
    </main>
  );
}
