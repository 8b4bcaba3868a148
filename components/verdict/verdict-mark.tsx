import type { ReactNode } from "react";
import type { RatingToken } from "#lib/domain/rating.ts";
import type { RatingView } from "#lib/domain/views.ts";

const ring = <circle cx="8" cy="8" r="6.4" strokeWidth="1.5" />;
const filled = (path: string) => (
  <>
    {ring}
    <path d={path} fill="currentColor" stroke="none" />
  </>
);

/** A disc filled as far as it is true; off the scale it is a broken ring. */
const discs: Readonly<Record<RatingToken, ReactNode>> = {
  true: (
    <>
      <circle cx="8" cy="8" r="7.2" fill="currentColor" stroke="none" />
      <path d="m4.6 8.2 2.4 2.5 4.5-5.2" stroke="var(--knock, var(--color-paper))" strokeWidth="1.8" />
    </>
  ),
  mostly: filled("M8 8V2.5A5.5 5.5 0 1 1 2.5 8z"),
  half: filled("M2.5 8a5.5 5.5 0 0 0 11 0z"),
  barely: filled("M8 8V2.5A5.5 5.5 0 0 1 13.5 8z"),
  false: (
    <>
      {ring}
      <path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" strokeWidth="1.7" />
    </>
  ),
  off: (
    <>
      <circle cx="8" cy="8" r="6.4" strokeWidth="1.5" strokeDasharray="2.4 1.62" />
      <path d="M5.5 8h5" strokeWidth="1.7" />
    </>
  ),
};

/** The disc alone, for places that have the word already. */
function VerdictDisc({ token }: { token: RatingToken }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16">
      {discs[token]}
    </svg>
  );
}

/** A rating as disc and word. A stale one is struck through and never stands in its own colour. */
export function VerdictMark({ rating, stale = false }: { rating: RatingView; stale?: boolean }) {
  const word = <span dir="auto">{rating.label}</span>;
  return (
    <span className="vd" data-v={rating.token} data-old={stale ? "" : undefined}>
      <VerdictDisc token={rating.token} />
      {stale ? (
        <s className="w">
          <span className="vh">Stale: </span>
          {word}
        </s>
      ) : (
        word
      )}
    </span>
  );
}
