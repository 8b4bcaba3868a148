"use client";

import Link from "next/link";
import { Fragment } from "react";
import { useClaims } from "#components/article/claims-context.ts";
import { claimHref } from "#components/article/galley-context.ts";
import { markStateOf, markStateWords } from "#components/article/mark-state.ts";
import { wantPanelFocus } from "#components/article/panel-focus.ts";
import type { ClaimMarkView } from "#lib/domain/views.ts";

const shownAtOnce = 12;

type Props = { articleId: string; claimId: string; only: string | null };

/** The other claims on the open claim's words. A click on words opens the shortest claim there; these are the way on. */
export function AlsoHere({ articleId, claimId, only }: Props) {
  const claims = useClaims();
  const open = claims.find(({ id }) => id === claimId);
  if (open === undefined) return null;
  const others = claims.filter(({ id, start, end }) => id !== claimId && start < open.end && end > open.start);
  if (others.length === 0) return null;
  const numbers = (some: readonly ClaimMarkView[]) =>
    some.map((claim, index) => (
      <Fragment key={claim.id}>
        {index === 0 ? null : ", "}
        <Link
          href={claimHref(articleId, { claimId: claim.id, only })}
          prefetch={false}
          scroll={false}
          aria-label={`Claim ${claim.number}, ${markStateWords[markStateOf(claim)].toLowerCase()}`}
          title={claim.summary}
          data-state={markStateOf(claim)}
          onClick={wantPanelFocus}
        >
          {claim.number}
        </Link>
      </Fragment>
    ));
  const more = others.slice(shownAtOnce);
  return (
    <nav className="also" aria-label="Other claims on these words">
      Also here: {numbers(others.slice(0, shownAtOnce))}
      {more.length === 0 ? null : (
        <details>
          <summary>and {more.length} more</summary>
          {numbers(more)}
        </details>
      )}
    </nav>
  );
}
