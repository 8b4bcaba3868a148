"use client";

import { useState } from "react";
import { ClaimChoice } from "#components/relation/claim-choice.tsx";
import type { RelationActions } from "#components/relation/relation-actions.ts";
import { useRelating } from "#components/relation/use-relating.ts";
import { Button } from "#components/ui/button.tsx";
import { LookupField } from "#components/ui/lookup-field.tsx";
import { type Lookup, useLookup } from "#components/ui/use-lookup.ts";
import type { RelatedChoice } from "#lib/domain/relation.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; actions: RelationActions; purpose: "merge" | "same"; onDone: () => void };

/** Finds a claim by its number in the article or by words, to merge it into this one or to call this one the same. */
export function ClaimPicker({ claim, actions, purpose, onDone }: Props) {
  const [words, setWords] = useState("");
  const [widen, setWiden] = useState(false);
  const merges = purpose === "merge";
  const { id, busy, send } = useRelating(merges ? actions.merge : actions.relate);
  const lookup = useLookup(words, claim.id, (typed) => actions.find(claim.id, typed, merges ? "article" : "desk"));
  const choose = async (choice: RelatedChoice) => {
    const fields = { id, claimId: claim.id, otherId: choice.id };
    const rest = merges ? { rowVersion: String(claim.rowVersion), widen: widen ? "yes" : "" } : {};
    const done = merges ? `Claim ${choice.number} is merged into this one.` : "The claims are the same now.";
    if (await send({ ...fields, ...rest }, done)) onDone();
  };
  return (
    <section className="evform stack" aria-label={merges ? "Merge another claim into this one" : "The same as"}>
      <LookupField
        label={merges ? "Which claim goes into this one?" : "Which claim says the same?"}
        hint={
          merges
            ? "Its number or words of its statement. It is withdrawn, and its evidence comes here."
            : "Its number in this article, or words of its statement anywhere on the desk."
        }
        words={words}
        onWords={setWords}
      />
      {merges && (
        <label className="tick">
          <input type="checkbox" checked={widen} onChange={(event) => setWiden(event.target.checked)} /> Let this
          claim’s words cover both
        </label>
      )}
      <p className="faint" role="status">
        {sentence(lookup)}
      </p>
      {lookup.kind === "found" && (
        <ul className="stack">
          {lookup.found.map((choice) => (
            <li key={choice.id}>
              <ClaimChoice choice={choice} />
              <button
                type="button"
                className="btn"
                aria-disabled={busy || undefined}
                onClick={() => void choose(choice)}
              >
                {merges ? `Merge claim ${choice.number}` : `Same as claim ${choice.number}`}
              </button>
            </li>
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

function sentence(lookup: Lookup<RelatedChoice>): string {
  if (lookup.kind !== "found") {
    return lookup.kind === "looking" ? "Looking…" : "This was not looked for. Type on to try again.";
  }
  const { length } = lookup.found;
  if (length === 0) return "No claim fits. Try fewer words.";
  return length === 1 ? "1 claim fits." : `${length} claims fit.`;
}
