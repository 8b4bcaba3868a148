import Link from "next/link";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import { WordDiff } from "#components/verdict/word-diff.tsx";
import type { ClaimView, RevisionView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; latest: RevisionView; previous: RevisionView };

/** What is different from the revision before: rating and evidence first, then the words. */
export function WhatChanged({ claim, latest, previous }: Props) {
  const cameBack = previous.reviews.some((review) => review.decision === "return");
  return (
    <section className="sec">
      <h2>
        What changed{" "}
        <small>
          since revision {previous.number}
          {cameBack && ", which came back"}
        </small>
        <span className="sech-end">
          <Link className="link" href={`/review/${claim.id}/changes`} prefetch={false}>
            All of it
          </Link>
        </span>
      </h2>
      <dl className="chg">
        <dt>Rating</dt>
        <dd className="swap">
          {latest.rating.id === previous.rating.id && latest.rating.label === previous.rating.label ? (
            "The same"
          ) : (
            <>
              <del>
                <span className="vh">removed: </span>
                <VerdictMark rating={previous.rating} />
              </del>{" "}
              <span className="faint">became</span>{" "}
              <ins>
                <span className="vh">added: </span>
                <VerdictMark rating={latest.rating} />
              </ins>
            </>
          )}
        </dd>
        <dt>Rests on</dt>
        <dd>{claim.revisedSince.length === 0 ? "The same" : claim.revisedSince.join(" ")}</dd>
        <dt>Rationale</dt>
        <dd>
          {latest.rationale === previous.rationale ? (
            "The same"
          ) : (
            <WordDiff before={previous.rationale} after={latest.rationale} />
          )}
        </dd>
        {latest.suggestedWording !== previous.suggestedWording && (
          <>
            <dt>Wording</dt>
            <dd>
              <WordDiff before={previous.suggestedWording} after={latest.suggestedWording} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
