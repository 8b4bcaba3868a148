"use client";

import Link from "next/link";
import { useClaims } from "#components/article/claims-context.ts";
import { claimHref, useGalley, useOpenClaim } from "#components/article/galley-context.ts";
import { markStateOf } from "#components/article/mark-state.ts";
import { wantPanelFocus } from "#components/article/panel-focus.ts";
import { PlacingMark } from "#components/placing/placing-mark.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";

const shownClaims = 6;

/** Stands where a claim's panel will be, on wide screens: what asks for work in this article, and how to go on. */
export function RestingPanel({ mayMark }: { mayMark: boolean }) {
  const claims = useClaims();
  const { articleId, only } = useGalley();
  const open = useOpenClaim();
  if (open !== null) return null;
  const asking = claims.filter((claim) => claim.asks !== null);
  return (
    <aside className="rest" aria-label="No claim is open">
      <h2>No claim is open</h2>
      <p className="soft">
        {claims.length === 0 ? "" : "Choose a number in the text, or its note, to see evidence and verdict. "}
        {mayMark && "Select words to mark a claim."}
      </p>
      {asking.length > 0 && (
        <section className="sec" aria-label="Claims that ask for work">
          <h3>
            Ask for work <small className="num">{asking.length}</small>
          </h3>
          <ul>
            {asking.slice(0, shownClaims).map((claim) => (
              <li key={claim.id} data-state={markStateOf(claim)}>
                <Link
                  href={claimHref(articleId, { claimId: claim.id, only })}
                  prefetch={false}
                  scroll={false}
                  onClick={wantPanelFocus}
                >
                  <span className="num">{claim.number}</span>
                  <span className="sum" dir="auto">
                    {claim.summary}
                  </span>
                  {claim.needsPlacing ? <PlacingMark /> : <StateMark state={claim.state} />}
                  <span className="by" dir="auto">
                    {claim.asks}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          {asking.length > shownClaims && <p className="aside">and {asking.length - shownClaims} more in the margin</p>}
        </section>
      )}
      <p className="sec aside">
        <kbd>j</kbd> <kbd>k</kbd> next, previous claim. <kbd>?</kbd> all keys.
      </p>
    </aside>
  );
}
