"use client";

import { useEffect, useId, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { EvidenceActions } from "#components/evidence/evidence-actions.ts";
import { sendFields } from "#components/evidence/send-fields.ts";
import { SourceAbout, sourceName } from "#components/evidence/source-line.tsx";
import { StanceMark } from "#components/evidence/stance-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import { evidenceKindWords, stances } from "#lib/domain/evidence.ts";
import type { ReusableEvidence } from "#lib/domain/evidence-views.ts";

type Props = { claimId: string; actions: EvidenceActions; onDone: () => void };
type Found =
  | { readonly kind: "looking" | "failed" }
  | { readonly kind: "found"; readonly pieces: readonly ReusableEvidence[] };

const pause = 250;

/** Evidence of the desk's earlier checks, found by words, to be taken over with what it does to this claim chosen anew. */
export function ReuseEvidence({ claimId, actions, onDone }: Props) {
  const [words, setWords] = useState("");
  const [found, setFound] = useState<Found>({ kind: "looking" });
  const id = useId();
  const { findReusable } = actions;
  useEffect(() => {
    let current = true;
    const look = async () => {
      try {
        const pieces = await findReusable(claimId, words);
        if (current) setFound({ kind: "found", pieces });
      } catch {
        // Not connected: said below, and typing on tries again.
        if (current) setFound({ kind: "failed" });
      }
    };
    const timer = setTimeout(() => void look(), pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [claimId, words, findReusable]);
  return (
    <section className="evform stack reuse" aria-label="Evidence of earlier checks">
      <div className="field">
        <label htmlFor={id}>Evidence of earlier checks</label>
        <input
          id={id}
          className="in"
          type="search"
          dir="auto"
          autoComplete="off"
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          aria-describedby={`${id}-hint`}
        />
        <p className="hint" id={`${id}-hint`}>
          Words of the passage, the source or the claim.
        </p>
      </div>
      <p className="faint" role="status">
        {sentence(found, words)}
      </p>
      {found.kind === "found" && found.pieces.length > 0 && (
        <ul className="reusable">
          {found.pieces.map((piece) => (
            <Reusable key={piece.id} {...{ claimId, piece, onDone }} reuse={actions.reuse} />
          ))}
        </ul>
      )}
      <div className="acts">
        <Button variant="bare" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </section>
  );
}

function sentence(found: Found, words: string): string {
  if (found.kind !== "found") {
    return found.kind === "looking" ? "Looking…" : "This was not looked for. Type on to try again.";
  }
  const count = found.pieces.length;
  if (words.trim() === "")
    return count === 0 ? "Nothing of this claim’s words was checked before." : "What fits this claim’s words:";
  return count === 0 ? "Nothing found. Try fewer words." : `${count === 1 ? "1 piece" : `${count} pieces`} found.`;
}

type ReusableProps = {
  claimId: string;
  piece: ReusableEvidence;
  reuse: EvidenceActions["reuse"];
  onDone: () => void;
};

function Reusable({ claimId, piece, reuse, onDone }: ReusableProps) {
  const [id] = useState(() => uuidv7());
  const [busy, setBusy] = useState(false);
  const { source, claim } = piece;
  const take = async (stance: string) => {
    if (busy) return;
    setBusy(true);
    const refused = await sendFields(reuse, { id, claimId, from: piece.id, stance });
    setBusy(false);
    showToast(refused ?? "The evidence is linked.");
    if (refused === null) onDone();
  };
  return (
    <li className="stack">
      <div>
        <p className="src">
          <bdi>{sourceName(source)}</bdi> <SourceAbout source={source} locator={piece.locator} />
        </p>
        {piece.passage !== "" && <blockquote dir="auto">{piece.passage}</blockquote>}
        <p className="faint">
          {evidenceKindWords[piece.kind]}
          {piece.confidential && ", confidential"}
          {piece.isKept && ", copy kept"}, claim {claim.number} of <bdi>{claim.articleTitle}</bdi>
          {claim.statement !== "" && (
            <>
              : <bdi>{claim.statement}</bdi>
            </>
          )}
        </p>
      </div>
      <fieldset className="takeas">
        <legend>Take it over as</legend>
        {stances.map((stance) => (
          <button
            key={stance}
            type="button"
            className="btn"
            aria-disabled={busy || undefined}
            onClick={() => void take(stance)}
          >
            <StanceMark stance={stance} />
          </button>
        ))}
      </fieldset>
    </li>
  );
}
