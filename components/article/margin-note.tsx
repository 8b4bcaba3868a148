import { claimHref } from "#components/article/galley-context.ts";
import { markStateOf } from "#components/article/mark-state.ts";
import { PlacingMark } from "#components/placing/placing-mark.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import type { ClaimMarkView } from "#lib/domain/views.ts";

type Props = { articleId: string; claim: ClaimMarkView; isOpen: boolean };

/** What was found about a claim, beside its line or under its paragraph; a third line only where somebody must act. */
export function MarginNote({ articleId, claim, isOpen }: Props) {
  const state = markStateOf(claim);
  return (
    <li data-note={claim.id} data-state={state} data-open={isOpen ? "" : undefined} suppressHydrationWarning>
      <a
        className="note"
        id={`note-${claim.id}`}
        data-state={state}
        href={claimHref(articleId, { claimId: claim.id, only: null })}
        aria-current={isOpen ? "true" : undefined}
      >
        <span className="num">{claim.number}</span>
        <span className="bd">
          <span className="sum" dir="auto">
            {claim.summary}
          </span>{" "}
          <span className="row">
            {claim.needsPlacing ? <PlacingMark /> : <StateMark state={claim.state} />}{" "}
            {claim.rating === null ? null : <VerdictMark rating={claim.rating} stale={claim.state === "stale"} />}
          </span>
          {claim.asks === null ? null : (
            <span className="by" dir="auto">
              {" "}
              {claim.asks}
            </span>
          )}
        </span>
      </a>
    </li>
  );
}
