"use client";

import { type ReactNode, useMemo, useRef } from "react";
import { useLetterKeys } from "#components/desk/letter-keys.ts";

/**
 * The queue's `main`: `j` and `k` move focus from claim to claim, `x` chooses, `s` and `f` show a list and a board; Enter
 * opens the link that has the focus.
 */
export function QueueKeys({ children }: { children: ReactNode }) {
  const root = useRef<HTMLElement>(null);
  const keys = useMemo(() => {
    const step = (by: 1 | -1) => () => {
      const links = [...(root.current?.querySelectorAll<HTMLElement>(".q .s, .card .s") ?? [])];
      const row = document.activeElement?.closest("tr, .card");
      const at = links.findIndex((link) => row?.contains(link) === true);
      const next = links[at === -1 ? 0 : at + by];
      next?.focus();
      next?.scrollIntoView({ block: "nearest" });
      return next !== undefined;
    };
    const choose = () => {
      const box = document.activeElement?.closest("tr")?.querySelector<HTMLElement>("input[type=checkbox]");
      box?.click();
      return box !== null && box !== undefined;
    };
    const show = (at: number) => () => {
      const shape = root.current?.querySelectorAll<HTMLElement>(".shapes a")[at];
      shape?.click();
      return shape !== undefined;
    };
    return { j: step(1), k: step(-1), x: choose, s: show(0), f: show(1) };
  }, []);
  useLetterKeys(".queue", keys);
  return (
    <main className="wrap queue" id="main" ref={root}>
      {children}
    </main>
  );
}
