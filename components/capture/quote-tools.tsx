"use client";

import { useMemo, useRef, useState } from "react";
import { useSelectionKeys } from "#components/article/use-selection-keys.ts";
import { WordsToolbar, type WordsUse } from "#components/article/words-toolbar.tsx";
import { BindAnyway } from "#components/capture/bind-anyway.tsx";
import type { CaptureActions } from "#components/capture/capture-actions.ts";
import { ChooseClaim } from "#components/capture/choose-claim.tsx";
import type { QuotingFor } from "#components/capture/quoting-for.ts";
import { useQuoting } from "#components/capture/use-quoting.ts";
import { useReadingKeys } from "#components/capture/use-reading-keys.ts";
import type { Span } from "#lib/domain/span.ts";

type Props = {
  captureId: string;
  at: number | null;
  quotingFor: QuotingFor;
  /** Whether the reader may quote at all; others can still select and copy. */
  mayQuote: boolean;
  actions: CaptureActions;
};

const tooLong = "That is more than one passage can hold. Select at most about 1,500 words.";

/** What can be done with selected words of a copy: they become evidence of a claim, or the passage of some it has. */
export function QuoteTools({ captureId, at, quotingFor, mayQuote, actions }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const [choosing, setChoosing] = useState<Span | null>(null);
  const { quote, bind, busy, isAsking, answer } = useQuoting({ captureId, actions });
  const { claim, evidence } = quotingFor;

  const uses = useMemo<readonly WordsUse[]>(() => {
    if (claim === null) return [{ label: "Quote for a claim", letter: "q", act: setChoosing }];
    const anew: WordsUse = {
      label: `Quote for claim ${claim.number}`,
      letter: "q",
      act: (span) => quote(span, claim.id),
    };
    if (evidence === null) return [anew];
    const instead: WordsUse = {
      label: `Use for evidence ${evidence.number}`,
      letter: "u",
      act: (span) => bind(span, { claimId: claim.id, ...evidence }),
    };
    return evidence.hasPlace ? [anew, instead] : [instead, anew];
  }, [claim, evidence, quote, bind]);

  const hint = mayQuote ? hintOf(uses) : "";
  const begin = useSelectionKeys(ref, { claimId: null, near: at, hint, full: "One passage cannot hold more." });
  useReadingKeys(ref, at);

  return (
    <div ref={ref} className="noprint" data-skip="">
      <button type="button" className="skip" onClick={begin}>
        Select with the keyboard
      </button>
      <WordsToolbar uses={uses} tooLong={tooLong} isOffered={mayQuote} busy={busy} drawnWith={null} />
      <ChooseClaim
        open={choosing !== null}
        claims={actions.claims}
        busy={busy}
        onChoose={(claimId) => {
          if (choosing !== null) quote(choosing, claimId);
          setChoosing(null);
        }}
        onClose={() => setChoosing(null)}
      />
      <BindAnyway isAsked={isAsking} busy={busy} onAnswer={answer} />
    </div>
  );
}

function hintOf(uses: readonly WordsUse[]): string {
  const does = uses.map(({ label, letter }) => `${letter}: ${label.toLowerCase()}`).join(", ");
  return ` Press ${does}. Tab for the buttons, v and the arrow keys for other words.`;
}
