"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useLetterKeys } from "#components/desk/letter-keys.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; position: { readonly earlier: string | null; readonly later: string | null } };

/** Where the claim stands, and the way through the reader's queue (`k` earlier, `j` later). */
export function ReviewCrumb({ claim, position: { earlier, later } }: Props) {
  const router = useRouter();
  const keys = useMemo(() => {
    const go = (href: string | null) => () => {
      if (href !== null) router.push(href);
      return href !== null;
    };
    return { j: go(later), k: go(earlier) };
  }, [router, earlier, later]);
  useLetterKeys(".review", keys);
  return (
    <div className="crumb">
      <Link className="link" href={`/articles/${claim.articleId}/claims/${claim.id}`} prefetch={false}>
        <bdi>{claim.articleTitle}</bdi>
      </Link>
      <span>version {claim.versionNumber}</span>
      <span>
        claim {claim.number} of {claim.ofClaims}
      </span>
      {(earlier !== null || later !== null) && (
        <nav className="end" aria-label="Queue">
          {earlier !== null && (
            <Link className="link" href={earlier} prefetch={false}>
              Earlier in the queue <kbd>k</kbd>
            </Link>
          )}
          {later !== null && (
            <Link className="link" href={later} prefetch={false}>
              Later <kbd>j</kbd>
            </Link>
          )}
        </nav>
      )}
    </div>
  );
}
