"use client";

import { useEffect, useMemo, useRef } from "react";
import { useLetterKeys } from "#components/desk/letter-keys.ts";
import type { PlacingPage } from "#lib/domain/version-views.ts";

type Answers = {
  /** By the id of a claim. */
  readonly toggle: (id: string) => void;
  /** What is chosen, or else the row with this id. */
  readonly withdraw: (id: string | null) => void;
  readonly clear: () => void;
  /** Shows these keys. */
  readonly ask: () => void;
  readonly chosen: number;
  readonly may: PlacingPage["may"];
};

/** `j` and `k` move, `x` chooses, `c` confirms and `w` withdraws what is chosen, or else the row in focus; Esc clears, `?` tells the keys. */
export function usePlacingKeys(answers: Answers): void {
  const now = useRef(answers);
  useEffect(() => {
    now.current = answers;
  });
  const keys = useMemo(() => {
    const step = (by: 1 | -1) => () => {
      const links = [...document.querySelectorAll<HTMLElement>(".plrows .s")];
      const at = links.findIndex((link) => rowInFocus()?.contains(link) === true);
      const next = links[at === -1 ? 0 : at + by];
      next?.focus({ preventScroll: true });
      next?.closest("li")?.scrollIntoView({ block: "nearest" });
      return next !== undefined;
    };
    const confirm = () => {
      const { chosen, may } = now.current;
      const form = chosen > 0 ? document.querySelector(".chosenbar form") : rowInFocus()?.querySelector("form.confirm");
      if (!may.place || !(form instanceof HTMLFormElement)) return false;
      form.requestSubmit();
      return true;
    };
    const choose = () => {
      const id = rowInFocus()?.dataset.claim;
      if (id === undefined) return false;
      now.current.toggle(id);
      return true;
    };
    const withdraw = () => {
      const id = rowInFocus()?.dataset.claim ?? null;
      if (!now.current.may.withdraw || (id === null && now.current.chosen === 0)) return false;
      now.current.withdraw(id);
      return true;
    };
    const clear = () => {
      if (now.current.chosen === 0) return false;
      now.current.clear();
      return true;
    };
    const ask = () => {
      now.current.ask();
      return true;
    };
    return { j: step(1), k: step(-1), x: choose, c: confirm, w: withdraw, Escape: clear, "?": ask };
  }, []);
  useLetterKeys(".placing", keys);
}

function rowInFocus(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(".plrows > li") ?? null;
}
