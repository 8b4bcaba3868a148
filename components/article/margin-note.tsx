"use client";

import Link from "next/link";
import { claimHref, useGalley, useStanding } from "#components/article/galley-context.ts";
import { wantPanelFocus } from "#components/article/panel-focus.ts";
import { StateMark } from "#components/ui/state-mark.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import type { ClaimMarkView } from "#lib/domain/views.ts";

/** What was found about a claim, beside its line or under its paragraph; a third line only where somebody must act. */
export function MarginNote({ claim }: { claim: ClaimMarkView }) {
  const { articleId, only } = useGalley();
  const { "aria-current": current, "data-shown": shown } = useStanding(claim);
  return (
    <li data-note={claim.id} data-state={claim.state} data-shown={shown} data-open={current}>
      <Link
        className="note"
        id={`note-${claim.id}`}
        data-state={claim.state}
        href={claimHref(articleId, { claimId: claim.id, only })}
        prefetch={false}
        scroll={false}
        aria-current={current}
        onClick={wantPanelFocus}
      >
        <span className="num">{claim.number}</span>
        <span className="bd">
          <span className="sum" dir="auto">
            {claim.summary}
          </span>{" "}
          <span className="row">
            <StateMark state={claim.state} />{" "}
            {claim.rating === null ? null : <VerdictMark rating={claim.rating} stale={claim.state === "stale"} />}
          </span>
          {claim.asks === null ? null : (
            <span className="by" dir="auto">
              {" "}
              {claim.asks}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
