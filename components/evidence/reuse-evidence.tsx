"use client";

import { useState } from "react";
import { uuidv7 } from "uuidv7";
import type { EvidenceActions } from "#components/evidence/evidence-actions.ts";
import { SourceAbout, sourceName } from "#components/evidence/source-line.tsx";
import { StanceMark } from "#components/evidence/stance-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { LookupField } from "#components/ui/lookup-field.tsx";
import { sendFields } from "#components/ui/send-fields.ts";
import { showToast } from "#components/ui/toast.tsx";
import { type Lookup, useLookup } from "#components/ui/use-lookup.ts";
import { evidenceKindWords, stances } from "#lib/domain/evidence.ts";
import type { ReusableEvidence } from "#lib/domain/evidence-views.ts";

type Props = { claimId: string; actions: EvidenceActions; onDone: () => void };

/** Evidence of the desk's earlier checks, found by words, to be taken over with what it does to this claim chosen anew. */
export function ReuseEvidence({ claimId, actions, onDone }: Props) {
  const [words, setWords] = useState("");
  const lookup = useLookup(words, claimId, (typed) => actions.findReusable(claimId, typed));
  return (
    <section className="evform stack reuse" aria-label="Evidence of earlier checks">
      <LookupField
        label="Evidence of earlier checks"
        hint="Words of the passage, the source or the claim."
        words={words}
        onWords={setWords}
      />
      <p className="faint" role="status">
        {sentence(lookup, words)}
      </p>
      {lookup.kind === "found" && lookup.found.length > 0 && (
        <ul className="reusable">
          {lookup.found.map((piece) => (
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

function sentence(lookup: Lookup<ReusableEvidence>, words: string): string {
  if (lookup.kind !== "found") {
    return lookup.kind === "looking" ? "Looking…" : "This was not looked for. Type on to try again.";
  }
  const count = lookup.found.length;
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
