"use client";

import { useEffect, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { FocusGoesTo } from "#components/ui/opened.tsx";

type Toast = { readonly sentence: string; readonly undo?: (() => void) | undefined };

const shown = new EventTarget();
let latest: Toast | null = null;

/** Shows one sentence, with `Undo` where it can be undone, and says it in the live region. It replaces the one before. */
export function showToast(sentence: string, undo?: () => void): void {
  latest = { sentence, undo };
  announce(sentence);
  shown.dispatchEvent(new Event("toast"));
}

/** Where toasts appear: bottom start, for ten seconds, longer while the pointer or the focus is on it. Once a page. */
export function ToastRegion() {
  const [toast, setToast] = useState<Toast | null>(null);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const show = () => setToast(latest);
    shown.addEventListener("toast", show);
    return () => shown.removeEventListener("toast", show);
  }, []);
  useEffect(() => {
    if (toast === null || held) return;
    const timer = setTimeout(() => setToast(null), 10_000);
    return () => clearTimeout(timer);
  }, [toast, held]);
  if (toast === null) return null;
  return (
    <section
      className="toast"
      aria-label="Notice"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.sentence}</span>
      {toast.undo ? (
        <button
          type="button"
          onClick={() => {
            toast.undo?.();
            setToast(null);
          }}
        >
          Undo
        </button>
      ) : null}
      <FocusGoesTo name="toast" />
    </section>
  );
}
