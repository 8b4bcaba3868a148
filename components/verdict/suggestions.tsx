import { Button } from "#components/ui/button.tsx";
import { WordDiff } from "#components/verdict/word-diff.tsx";
import { suggestibleFields, suggestibleWords } from "#lib/domain/suggestion.ts";
import type { ReviewView, RevisionView } from "#lib/domain/views.ts";

type Props = {
  revision: RevisionView;
  /** Puts the words into the form for the next revision; null where that form is not open. */
  onTake: ((review: ReviewView) => void) | null;
};

/** What reviewers would write instead, word by word beside what stands, each with a button that takes it over. */
export function Suggestions({ revision, onTake }: Props) {
  const suggesting = revision.reviews.filter((review) => review.suggestion !== null);
  if (suggesting.length === 0) return null;
  return (
    <section className="suggestions" aria-label="Suggested by reviewers">
      {suggesting.map((review) => (
        <div key={review.id}>
          <p>
            <b>
              <bdi>{review.reviewer.name}</bdi>
            </b>{" "}
            suggests other wording
          </p>
          <SuggestedWords revision={revision} review={review} />
          {onTake !== null && (
            <div className="acts">
              <Button variant="plain" onClick={() => onTake(review)}>
                Take over
              </Button>
              <span className="why">
                It goes into the form below, and <bdi>{review.reviewer.name}</bdi> cannot review it then.
              </span>
            </div>
          )}
        </div>
      ))}
    </section>
  );
}

/** One reviewer's suggestion against the revision that it is about; nothing where there is none. */
export function SuggestedWords({ revision, review }: { revision: RevisionView; review: ReviewView }) {
  const fields = suggestibleFields.filter((field) => review.suggestion?.[field] !== undefined);
  if (fields.length === 0) return null;
  return (
    <dl className="chg say">
      {fields.map((field) => (
        <div key={field} className="contents">
          <dt>{suggestibleWords[field]}</dt>
          <dd>
            <WordDiff before={revision[field]} after={review.suggestion?.[field] ?? ""} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
