"use client";

import { unstable_rethrow } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import type { BindRequest, CaptureActions, QuoteAnswer } from "#components/capture/capture-actions.ts";
import { draftKeyOf } from "#components/claim/claim-actions.ts";
import { showToast } from "#components/ui/toast.tsx";
import type { Typed } from "#lib/domain/form-state.ts";
import type { Span } from "#lib/domain/span.ts";

type Quoting = { readonly captureId: string; readonly actions: Pick<CaptureActions, "quote" | "bind"> };
type Evidence = Pick<BindRequest, "claimId" | "evidenceId" | "rowVersion">;

/**
 * Takes words of a copy to a claim: as its next evidence, or in place of the passage of some. Then goes to the claim, by
 * a whole new page, so that its form opens with what was kept. `isAsking`: whether a verdict may go stale has to be answered first.
 */
export function useQuoting({ captureId, actions }: Quoting) {
  const [busy, setBusy] = useState(false);
  const [question, setQuestion] = useState<BindRequest | null>(null);
  const underway = useRef(false);

  const go = useCallback(async (work: () => Promise<QuoteAnswer>) => {
    if (underway.current) return;
    underway.current = true;
    setBusy(true);
    try {
      const answer = await work();
      if (answer.ok) location.assign(answer.href);
      else if (answer.sentence !== "") showToast(answer.sentence);
    } catch (error) {
      unstable_rethrow(error);
      showToast("Not connected. The words are still selected; try again.");
    }
    underway.current = false;
    setBusy(false);
  }, []);

  const quote = useCallback(
    ({ start, end }: Span, claimId: string) =>
      void go(async () => {
        const answer = await actions.quote({ claimId, captureId, start, end, typed: typedInThisTab(claimId) });
        if (answer.ok) sessionStorage.removeItem(placeOf(claimId));
        return answer;
      }),
    [go, actions, captureId],
  );

  const send = useCallback(
    (request: BindRequest) =>
      void go(async () => {
        const answer = await actions.bind(request);
        if (answer.ok || !("asks" in answer)) return answer;
        setQuestion(request);
        return { ok: false, sentence: "" };
      }),
    [go, actions],
  );
  const bind = useCallback(
    ({ start, end }: Span, { claimId, evidenceId, rowVersion }: Evidence) =>
      send({ claimId, evidenceId, rowVersion, captureId, start, end, staleIsFine: false }),
    [send, captureId],
  );
  const answer = useCallback(
    (yes: "yes" | "no") => {
      if (question !== null && yes === "yes") send({ ...question, staleIsFine: true });
      setQuestion(null);
    },
    [question, send],
  );
  return { quote, bind, busy, isAsking: question !== null, answer };
}

function placeOf(claimId: string): string {
  return `draft ${draftKeyOf("evidence", claimId)}`;
}

/** What the form for new evidence keeps in this tab until the server has acknowledged it. */
function typedInThisTab(claimId: string): Typed {
  const value: unknown = JSON.parse(sessionStorage.getItem(placeOf(claimId)) ?? "{}");
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, typed]) => [name, String(typed)]));
}
