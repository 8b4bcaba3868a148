import Link from "next/link";
import { DecisionWord } from "#components/claim/votes.tsx";
import { Moment } from "#components/ui/time.tsx";
import { SuggestedWords } from "#components/verdict/suggestions.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import type { RevisionView } from "#lib/domain/views.ts";

/** What was proposed before, and what reviewers said to it; newest first. */
export function EarlierRevisions({ claimId, revisions }: { claimId: string; revisions: readonly RevisionView[] }) {
  if (revisions.length === 0) return null;
  return (
    <section className="sec">
      <h2>
        Earlier revisions <small>{revisions.length}</small>
      </h2>
      <ol className="stack">
        {revisions.map((revision) => (
          <li key={revision.id} id={`revision-${revision.id}`}>
            <p className="bigrow">
              <VerdictMark rating={revision.rating} />{" "}
              <span className="aside">
                revision {revision.number} by <bdi>{revision.author.name}</bdi>, <Moment iso={revision.at} />
              </span>{" "}
              <Link className="link" href={`/review/${claimId}/changes?from=${revision.id}`} prefetch={false}>
                What changed since
              </Link>
            </p>
            <ul className="votes">
              {revision.reviews.map((review) => (
                <li key={review.id} className="flat">
                  <b>
                    <bdi>{review.reviewer.name}</bdi>
                  </b>
                  <DecisionWord decision={review.decision} isMine={false} />
                  {review.comment !== "" && (
                    <p className="say" dir="auto">
                      {review.comment}
                    </p>
                  )}
                  <SuggestedWords revision={revision} review={review} />
                </li>
              ))}
            </ul>
            <details className="tale quiet">
              <summary>Its rationale</summary>
              <p className="rat" dir="auto">
                {revision.rationale}
              </p>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
