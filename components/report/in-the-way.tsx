import Link from "next/link";
import { Icon } from "#components/ui/icon.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { staleSentences } from "#lib/domain/claim.ts";
import type { ReportClaim } from "#lib/domain/report.ts";

/** The claims that are not signed off, each with its state, the reason, and the way to it. */
export function InTheWay({ articleId, claims }: { articleId: string; claims: readonly ReportClaim[] }) {
  const left = claims.filter((claim) => claim.state !== "withdrawn" && claim.verdict?.signedOff !== true);
  return (
    <section className="sec">
      <h2>
        In the way <small>{left.length === 0 ? "nothing" : left.length}</small>
      </h2>
      {left.length === 0 ? (
        <p className="soft">
          {claims.length === 0 ? "No claim has been marked, so the report says little." : "Every claim is signed off."}
        </p>
      ) : (
        <>
          <ul className="gates roomy">
            {left.map((claim) => (
              <li key={claim.number} className="no">
                <Icon name="cross" />
                <span>
                  <span className="vh">In the way: </span>
                  <span className="serif" dir="auto">
                    {claim.statement || claim.quote}
                  </span>
                  <span className="below">
                    <StateMark state={claim.state} label={stateWords(claim)} />
                  </span>
                </span>
                <Link className="link" href={`/articles/${articleId}/claims/${claim.id}`} prefetch={false}>
                  Claim {claim.number}
                </Link>
              </li>
            ))}
          </ul>
          <p className="aside mt-2">
            The report can be made all the same. It names these as not signed off and counts them under no rating.
          </p>
        </>
      )}
    </section>
  );
}

function stateWords({ state, staleReason, staleWhy }: ReportClaim): string {
  switch (state) {
    case "stale":
      return staleReason === null ? "Stale" : `Stale. ${staleWhy ?? staleSentences[staleReason]}`;
    case "proposed":
      return "Proposed, not reviewed yet";
    case "returned":
      return "Returned by a reviewer";
    case "progress":
      return "In progress, no verdict proposed";
    default:
      return "Open, nobody has begun";
  }
}
