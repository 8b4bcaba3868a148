import Link from "next/link";
import { PlacingMark } from "#components/placing/placing-mark.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { placementWords } from "#lib/domain/placement.ts";
import type { ComparedClaim } from "#lib/domain/version-views.ts";

const lapseWords = {
  ...placementWords,
  exact: "Same words, paragraph changed: verdict lapses",
  moved: "Moved, and what stands around it changed: verdict lapses",
} as const;

/** The claims that a difference touches, with what became of their words; nothing where there are none. */
export function TouchedClaims({ articleId, claims }: { articleId: string; claims: readonly ComparedClaim[] }) {
  if (claims.length === 0) return null;
  return (
    <ul className="touched" aria-label="Claims in this passage">
      {claims.map((claim) => (
        <li key={claim.id} data-state={claim.state}>
          <Link href={`/articles/${articleId}/claims/${claim.id}`} prefetch={false}>
            <span className="num">
              <span className="vh">Claim </span>
              {claim.number}
            </span>{" "}
            <span className="sum" dir="auto">
              {claim.summary}
            </span>{" "}
            <span className="row">
              <StateMark state={claim.state} />{" "}
              {claim.needsPlacing ? (
                <PlacingMark label={`${placementWords[claim.placement]}, needs placing`} />
              ) : (
                <span className={claim.lapses ? "lapses" : "faint"}>
                  {claim.lapses ? lapseWords[claim.placement] : placementWords[claim.placement]}
                </span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
