import type { ReactNode } from "react";
import { claimHref } from "#components/article/galley-context.ts";
import { markStateOf, markStateWords } from "#components/article/mark-state.ts";
import type { ClaimMarkView } from "#lib/domain/views.ts";

type Props = {
  articleId: string;
  claim: ClaimMarkView;
  lane: number;
  isOpen: boolean;
  begins: boolean;
  ends: boolean;
  children: ReactNode;
};

/**
 * One piece of a claim in the text. The first carries the number, which is the real link; what is not the article's
 * own words carries `data-skip`, and offsets do not count it.
 */
export function ClaimMark({ articleId, claim, lane, isOpen, begins, ends, children }: Props) {
  const { id, number } = claim;
  const state = markStateOf(claim);
  return (
    <mark
      className="claim"
      data-claim={id}
      data-state={state}
      data-lane={lane}
      aria-current={isOpen ? "true" : undefined}
    >
      {begins ? (
        <>
          <span className="vh" data-skip="">
            {`claim ${number} begins`}
          </span>
          <a
            className="n"
            id={`claim-${id}`}
            href={claimHref(articleId, { claimId: id, only: null })}
            draggable={false}
            data-skip=""
            aria-label={`Claim ${number}, ${markStateWords[state].toLowerCase()}`}
            aria-describedby={`note-${id}`}
          >
            {number}
          </a>
        </>
      ) : null}
      {children}
      {ends ? (
        <span className="vh" data-skip="">
          {`claim ${number} ends`}
        </span>
      ) : null}
    </mark>
  );
}
