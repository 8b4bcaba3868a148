"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { ClaimChoice } from "#components/relation/claim-choice.tsx";
import type { RelationActions } from "#components/relation/relation-actions.ts";
import { useRelating } from "#components/relation/use-relating.ts";
import type { RelatedChoice } from "#lib/domain/relation.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; actions: RelationActions };

/** Claims of the desk that say nearly the same, to be called the same in one step; nothing when there are none. */
export function SameSuggestions({ claim, actions }: Props) {
  const [found, setFound] = useState<readonly RelatedChoice[]>([]);
  const { id, busy, send } = useRelating(actions.relate);
  const suggest = useEffectEvent(actions.suggest);
  const { statement } = claim.fields;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when the claim says something else
  useEffect(() => {
    let current = true;
    // Only an offer: without an answer the panel is complete without it.
    suggest(claim.id).then(
      (choices) => current && setFound(choices ?? []),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [claim.id, statement]);
  if (found.length === 0) return null;
  return (
    <section className="sec" aria-label="The same claim?">
      <h2>
        The same claim? <small>it says nearly the same words</small>
      </h2>
      <ul className="stack">
        {found.map((choice) => (
          <li key={choice.id}>
            <ClaimChoice choice={choice} />
            <button
              type="button"
              className="textbtn"
              aria-disabled={busy || undefined}
              aria-label={`Yes, the same as claim ${choice.number} of ${choice.articleTitle}`}
              onClick={() => void send({ id, claimId: claim.id, otherId: choice.id }, "The claims are the same now.")}
            >
              Yes, the same
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
