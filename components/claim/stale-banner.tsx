import { staleSentences } from "#lib/domain/claim.ts";
import type { ClaimView } from "#lib/domain/views.ts";

/** Why a verdict no longer stands, what changed since it was given, and what makes it stand again. */
export function StaleBanner({ claim }: { claim: ClaimView }) {
  const latest = claim.revisions[0];
  return (
    <section className="lapsed" aria-label="Stale verdict">
      <p>{whyOf(claim)}</p>
      {claim.changedSince.length > 0 && (
        <>
          <p className="aside mt-1">What changed{latest === undefined ? "" : ` since revision ${latest.number}`}</p>
          <ul>
            {claim.changedSince.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <p className="soft">
        {claim.may.propose
          ? "Read it again, then propose a new revision below. Until a colleague has reviewed it, it is not signed off."
          : "It is not signed off until a new revision has been proposed and reviewed."}
      </p>
    </section>
  );
}

function whyOf({ staleWhy, staleReason }: ClaimView): string {
  return staleWhy ?? (staleReason === null ? "The verdict no longer stands." : staleSentences[staleReason]);
}
