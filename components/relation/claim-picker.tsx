"use client";

import { useEffect, useId, useState } from "react";
import { ClaimChoice } from "#components/relation/claim-choice.tsx";
import type { RelationActions } from "#components/relation/relation-actions.ts";
import { useRelating } from "#components/relation/use-relating.ts";
import { Button } from "#components/ui/button.tsx";
import type { RelatedChoice } from "#lib/domain/relation.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; actions: RelationActions; purpose: "merge" | "same"; onDone: () => void };

const pause = 250;

/** Finds a claim by its number in the article or by words, to merge it into this one or to call this one the same. */
export function ClaimPicker({ claim, actions, purpose, onDone }: Props) {
  const [words, setWords] = useState("");
  const [found, setFound] = useState<readonly RelatedChoice[] | "lost" | null>(null);
  const [widen, setWiden] = useState(false);
  const inputId = useId();
  const merges = purpose === "merge";
  const { id, busy, send } = useRelating(merges ? actions.merge : actions.relate);
  const { find } = actions;
  useEffect(() => {
    let current = true;
    const look = () =>
      find(claim.id, words, merges ? "article" : "desk").then(
        (choices) => current && setFound(choices ?? "lost"),
        () => current && setFound("lost"),
      );
    const timer = setTimeout(() => void look(), pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [claim.id, words, merges, find]);
  const choose = async (choice: RelatedChoice) => {
    const fields = { id, claimId: claim.id, otherId: choice.id };
    const rest = merges ? { rowVersion: String(claim.rowVersion), widen: widen ? "yes" : "" } : {};
    const done = merges ? `Claim ${choice.number} is merged into this one.` : "The claims are the same now.";
    if (await send({ ...fields, ...rest }, done)) onDone();
  };
  return (
    <section className="evform stack" aria-label={merges ? "Merge another claim into this one" : "The same as"}>
      <div className="field">
        <label htmlFor={inputId}>{merges ? "Which claim goes into this one?" : "Which claim says the same?"}</label>
        <input
          id={inputId}
          className="in"
          type="search"
          dir="auto"
          autoComplete="off"
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          aria-describedby={`${inputId}-hint`}
        />
        <p className="hint" id={`${inputId}-hint`}>
          {merges
            ? "Its number or words of its statement. It is withdrawn, and its evidence comes here."
            : "Its number in this article, or words of its statement anywhere on the desk."}
        </p>
      </div>
      {merges && (
        <label className="tick">
          <input type="checkbox" checked={widen} onChange={(event) => setWiden(event.target.checked)} /> Let this
          claim’s words cover both
        </label>
      )}
      <p className="faint" role="status">
        {sentence(found)}
      </p>
      {found !== null && found !== "lost" && (
        <ul className="stack">
          {found.map((choice) => (
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

function sentence(found: readonly RelatedChoice[] | "lost" | null): string {
  if (found === null) return "Looking…";
  if (found === "lost") return "This was not looked for. Type on to try again.";
  if (found.length === 0) return "No claim fits. Try fewer words.";
  return found.length === 1 ? "1 claim fits." : `${found.length} claims fit.`;
}
