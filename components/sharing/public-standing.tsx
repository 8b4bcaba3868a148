import Link from "next/link";
import type { ReactNode } from "react";
import type { SharingView } from "#components/sharing/sharing-view.ts";
import { Moment } from "#components/ui/time.tsx";

/** What everybody can read of the report at present, in a sentence or two. */
export function PublicStanding({ view }: { view: SharingView }) {
  const { article, publication, editions, heldBack, isHeld } = view;
  const { isPublic, isIndexed, hasClaimPages, embargoUntil } = publication;
  const [newest] = editions;
  if (newest === undefined) {
    return (
      <Standing>
        There is no edition yet, so there is nothing to read. What is chosen here holds from the first one on.{" "}
        <Link className="link" href={`/articles/${article.id}/report`} prefetch={false}>
          See the next edition
        </Link>
      </Standing>
    );
  }
  if (!isPublic) return <Standing>Nobody outside reads it without a link. Nothing of it is public.</Standing>;
  if (heldBack.some(({ number }) => number === newest.number)) {
    return <Standing>It is open, but nobody outside reads edition {newest.number}, which is the newest.</Standing>;
  }
  if (isHeld && embargoUntil !== null) {
    return (
      <Standing>
        Under embargo: nothing of it is public until <Moment iso={embargoUntil} />. From then on everybody reads edition{" "}
        {newest.number}.
      </Standing>
    );
  }
  return (
    <Standing>
      {newest.isWithdrawal
        ? `The desk withdrew this check. Everybody reads that, and why, in edition ${newest.number}.`
        : `Everybody reads edition ${newest.number}.`}{" "}
      {isIndexed ? "Search engines may list it." : "Search engines are asked not to list it."}{" "}
      {hasClaimPages ? "Each claim has a page of its own." : "Claims have no pages of their own."}
    </Standing>
  );
}

function Standing({ children }: { children: ReactNode }) {
  return <p className="soft">{children}</p>;
}
