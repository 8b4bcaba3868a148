"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { claimHref, useGalley, useStanding } from "#components/article/galley-context.ts";
import { wantPanelFocus } from "#components/article/panel-focus.ts";
import { type ClaimState, claimStateWords } from "#lib/domain/claim.ts";

type Claim = { readonly id: string; readonly number: number; readonly state: ClaimState };
type Props = { claim: Claim; lane: number; begins: boolean; ends: boolean; children: ReactNode };

/**
 * One piece of a claim in the text. The first carries the number, which is the real link; what is not the article's
 * own words carries `data-skip`, and offsets do not count it.
 */
export function ClaimMark({ claim, lane, begins, ends, children }: Props) {
  const { articleId, only } = useGalley();
  const standing = useStanding(claim);
  return (
    <mark className="claim" data-claim={claim.id} data-state={claim.state} data-lane={lane} {...standing}>
      {begins ? (
        <>
          <span className="vh" data-skip="">
            {`claim ${claim.number} begins`}
          </span>
          <Link
            className="n"
            id={`claim-${claim.id}`}
            href={claimHref(articleId, { claimId: claim.id, only })}
            prefetch={false}
            scroll={false}
            draggable={false}
            data-skip=""
            aria-label={`Claim ${claim.number}, ${claimStateWords[claim.state].toLowerCase()}`}
            aria-describedby={`note-${claim.id}`}
            onClick={wantPanelFocus}
          >
            {claim.number}
          </Link>
        </>
      ) : null}
      {children}
      {ends ? (
        <span className="vh" data-skip="">
          {`claim ${claim.number} ends`}
        </span>
      ) : null}
    </mark>
  );
}
