"use client";

import { useTransition } from "react";
import type { ImportAnswer } from "#components/import/import-actions.ts";
import { announce } from "#components/ui/live-region.tsx";
import { showToast } from "#components/ui/toast.tsx";

type Sent = { readonly said: string; readonly after?: () => void };

/** Sends one thing at a time, says what came of it, and is busy until the page shows it. */
export function useSent() {
  const [busy, begin] = useTransition();
  const send = (work: () => Promise<ImportAnswer>, { said, after }: Sent) => {
    if (busy) return;
    begin(async () => {
      const answer = await attempt(work);
      if (!answer.ok) return showToast(answer.sentence);
      announce(said);
      after?.();
    });
  };
  return { busy, send };
}

async function attempt(work: () => Promise<ImportAnswer>): Promise<ImportAnswer> {
  try {
    return await work();
  } catch {
    // The desk did not answer: nothing was changed here either, and the same button does it again.
    return { ok: false, sentence: "The desk did not answer. Nothing was changed; try again." };
  }
}
