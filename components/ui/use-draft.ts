"use client";

import { type RefObject, useCallback, useContext, useEffect, useRef, useState } from "react";
import { DraftContext } from "#components/ui/form-context.ts";
import { typedIn } from "#components/ui/form-values.ts";
import type { Typed } from "#lib/domain/form-state.ts";

export type DraftStatus =
  | { readonly kind: "none" }
  | { readonly kind: "kept"; readonly at: string }
  | { readonly kind: "offline" };

type Draft = {
  readonly status: DraftStatus;
  /** Something was typed. */
  readonly touch: () => void;
  /** Sends at once what still waits. */
  readonly flush: () => void;
  /** Sends nothing more until the next `touch`. */
  readonly hold: () => void;
  /** The words are saved for good: forgets the tab's copy. */
  readonly drop: () => void;
};

type Options = { readonly key: string | undefined; readonly restore: (typed: Typed) => void };

const settle = 600;
const retryAfter = 5000;

/**
 * Keeps what is typed: at once in the tab's session storage, and after a pause on the server. The tab's copy goes when
 * the server has acknowledged the same words, and is handed to `restore` when the form opens with one still there.
 * Without a `DraftProvider` the tab's copy is all there is.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, { key, restore }: Options): Draft {
  const save = useContext(DraftContext);
  const place = key === undefined ? null : `draft ${key}`;
  const [status, setStatus] = useState<DraftStatus>({ kind: "none" });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const underway = useRef(false);

  const hold = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
  }, []);

  const send = useCallback(async () => {
    hold();
    if (form.current === null || key === undefined || save === null || place === null || underway.current) return;
    const typed = typedIn(form.current);
    const words = JSON.stringify(typed);
    let pause = settle;
    underway.current = true;
    try {
      const { at } = await save(key, typed);
      if (sessionStorage.getItem(place) === words) sessionStorage.removeItem(place);
      setStatus({ kind: "kept", at });
    } catch {
      setStatus({ kind: "offline" });
      pause = retryAfter;
    }
    underway.current = false;
    if (timer.current === undefined && sessionStorage.getItem(place) !== null) {
      timer.current = setTimeout(() => void send(), pause);
    }
  }, [form, key, save, place, hold]);

  const touch = useCallback(() => {
    if (form.current === null || place === null) return;
    sessionStorage.setItem(place, JSON.stringify(typedIn(form.current)));
    hold();
    timer.current = setTimeout(() => void send(), settle);
  }, [form, place, hold, send]);

  const flush = useCallback(() => {
    if (timer.current !== undefined) void send();
  }, [send]);

  const drop = useCallback(() => {
    hold();
    if (place !== null) sessionStorage.removeItem(place);
    setStatus({ kind: "none" });
  }, [hold, place]);

  useEffect(() => {
    const kept = place === null ? null : parseTyped(sessionStorage.getItem(place));
    if (kept !== null) {
      restore(kept);
      touch();
    }
    window.addEventListener("pagehide", flush);
    window.addEventListener("online", flush);
    return () => {
      flush();
      window.removeEventListener("pagehide", flush);
      window.removeEventListener("online", flush);
    };
  }, [place, restore, touch, flush]);

  return { status, touch, flush, hold, drop };
}

function parseTyped(json: string | null): Typed | null {
  const value: unknown = json === null ? null : JSON.parse(json);
  if (typeof value !== "object" || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([name, typed]) => [name, String(typed)]));
}
