import type { ReactNode } from "react";
import type { RatingToken } from "#lib/domain/rating.ts";
import type { RatingIcon } from "#lib/domain/rating-icon.ts";
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

/** What a desk can choose instead of the disc. */
const signs: Readonly<Record<Exclude<RatingIcon, "">, ReactNode>> = {
  check: <path d="m2.5 8.6 3.7 3.9L13.5 4" strokeWidth="2" />,
  cross: <path d="m3.5 3.5 9 9m0-9-9 9" strokeWidth="2" />,
  warn: (
    <>
      <path d="M8 2 14.6 14H1.4z" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="M8 6.2v3.6M8 11v1.4" strokeWidth="1.6" />
    </>
  ),
  question: (
    <>
      {ring}
      <path d="M6 6.4a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1.1M8 10.9v1.3" strokeWidth="1.5" />
    </>
  ),
  pen: <path d="m3 13 .7-2.9L11 2.8 13.2 5l-7.3 7.3zM9.5 4.3l2.2 2.2" strokeWidth="1.5" strokeLinejoin="round" />,
  clock: (
    <>
      {ring}
      <path d="M8 4.2V8l2.6 1.8" strokeWidth="1.6" />
    </>
  ),
};

/** The disc alone, or the rating's own sign, for places that have the word already. */
export function VerdictDisc({ token, icon = "" }: { token: RatingToken; icon?: RatingIcon }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16">
      {icon === "" ? discs[token] : signs[icon]}
    </svg>
  );
}

/** A rating as sign and word, or as sign and sentence. A stale one is struck through and never stands in its own colour. */
export function VerdictMark({ rating, stale = false }: { rating: RatingView; stale?: boolean }) {
  const word = <span dir="auto">{rating.label}</span>;
  return (
    <span
      className="vd"
      data-v={rating.token}
      data-old={stale ? "" : undefined}
      data-long={rating.label.length > 30 ? "" : undefined}
    >
      <VerdictDisc token={rating.token} icon={rating.icon ?? ""} />
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
