"use client";

import { useEffect, useRef, useState } from "react";
import type { ClaimChoice } from "#components/capture/capture-actions.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/field.tsx";

type Props = {
  open: boolean;
  claims: () => Promise<readonly ClaimChoice[]>;
  busy: boolean;
  onChoose: (claimId: string) => void;
  onClose: () => void;
};

/** Which claim the selected words are for, when the copy was not opened from one. */
export function ChooseClaim({ open, claims, busy, onChoose, onClose }: Props) {
  return (
    <Dialog open={open} title="Quote for which claim?" onClose={onClose}>
      <Choices claims={claims} busy={busy} onChoose={onChoose} />
    </Dialog>
  );
}

function Choices({ claims, busy, onChoose }: Pick<Props, "claims" | "busy" | "onChoose">) {
  const [found, setFound] = useState<readonly ClaimChoice[] | "lost" | null>(null);
  const [words, setWords] = useState("");
  const ref = useRef<HTMLDivElement>(null);
  const isThere = found !== null;
  useEffect(() => {
    if (isThere) ref.current?.querySelector("input")?.focus();
  }, [isThere]);
  useEffect(() => {
    let current = true;
    // Without the list the claim's own page still leads here; the sentence says so.
    claims().then(
      (list) => current && setFound(list),
      () => current && setFound("lost"),
    );
    return () => {
      current = false;
    };
  }, [claims]);
  if (found === null) return <p className="faint">Looking up the claims.</p>;
  if (found === "lost") return <p>Not connected. Open this copy from the claim, or try again.</p>;
  const shown = found.filter((claim) => mentions(claim, words));
  return (
    <div ref={ref} className="stack">
      <TextField
        name="claimWords"
        label="Claim"
        type="search"
        autoComplete="off"
        placeholder="Number, statement or article"
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="vh" role="status">
        {shown.length === 1 ? "1 claim fits." : `${shown.length} claims fit.`}
      </p>
      {shown.length === 0 ? <p className="faint">No claim fits. Open this copy from the claim instead.</p> : null}
      <ul className="choices">
        {shown.map((claim) => (
          <li key={claim.id}>
            <button type="button" aria-busy={busy || undefined} onClick={() => onChoose(claim.id)}>
              <span className="num">Claim {claim.number}</span>
              <span className="serif" dir="auto">
                {claim.statement}
              </span>
              <span className="faint" dir="auto">
                {claim.articleTitle}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function mentions({ number, statement, articleTitle }: ClaimChoice, words: string): boolean {
  const said = `${number} ${statement} ${articleTitle}`.toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => said.includes(word));
}
