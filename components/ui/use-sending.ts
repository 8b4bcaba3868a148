"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState, useCallback, useRef, useState, useTransition } from "react";
import { typedIn } from "#components/ui/form-values.ts";
import { type FormAction, type FormState, idle } from "#lib/domain/form-state.ts";

type Sending = {
  readonly state: FormState;
  readonly busy: boolean;
  /** For `<form action>`: sends before the page is alive, or without script. */
  readonly post: (form: FormData) => void;
  /** Sends with script; a second call while the first is on its way does nothing. */
  readonly send: (form: HTMLFormElement, answered: (state: FormState) => void) => void;
  readonly settle: () => void;
};

/**
 * Sends a form to its action. Goes round React's reset of uncontrolled fields, and turns a lost connection into an
 * answer, so that the words stay where they were typed.
 */
export function useSending(action: FormAction): Sending {
  const [posted, post, posting] = useActionState(action, idle);
  const [answer, setAnswer] = useState<FormState | null>(null);
  const [pending, startTransition] = useTransition();
  const underway = useRef(false);
  const state = answer ?? posted;

  const send = useCallback(
    (form: HTMLFormElement, answered: (state: FormState) => void) => {
      if (underway.current) return;
      underway.current = true;
      const fields = new FormData(form);
      const typed = typedIn(form);
      startTransition(async () => {
        let next: FormState;
        try {
          next = await action(state, fields);
        } catch (error) {
          unstable_rethrow(error);
          next = { kind: "refused", sentence: lossSentence(error), typed };
        } finally {
          underway.current = false;
        }
        setAnswer(next);
        answered(next);
      });
    },
    [action, state],
  );

  const settle = useCallback(() => setAnswer(idle), []);
  return { state, busy: pending || posting, post, send, settle };
}

/** `fetch` rejects with a TypeError when the network is down; anything else came from the server. */
function lossSentence(error: unknown): string {
  if (error instanceof TypeError || !navigator.onLine) return "Not connected. Your words are kept here.";
  const digest = error instanceof Error && "digest" in error ? ` Reference: ${String(error.digest)}.` : "";
  return `This was not saved. Your words are kept here; try again.${digest}`;
}
