import { DiscussButton } from "#components/thread/discuss-button.tsx";
import { Day, Moment } from "#components/ui/time.tsx";
import { SuggestedWording } from "#components/verdict/suggested-wording.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import type { RevisionView } from "#lib/domain/views.ts";

type Props = {
  revision: RevisionView;
  stale: boolean;
  /** The form below begins with its words: they are folded away here. */
  isFolded: boolean;
};

/** A verdict revision as it was given: rating, rationale, author and moment. A stale one is struck. */
export function VerdictSummary({ revision, stale, isFolded }: Props) {
  return (
    <div className="given" id={`revision-${revision.id}`}>
      <VerdictMark rating={revision.rating} stale={stale} />
      {isFolded ? (
        <details className="tale quiet">
          <summary>Its rationale</summary>
          <Words revision={revision} />
        </details>
      ) : (
        <Words revision={revision} />
      )}
      <p className="aside mt-1">
        Revision {revision.number} by <bdi>{revision.author.name}</bdi>, <Moment iso={revision.at} />. As of{" "}
        <Day iso={revision.asOf} />. <DiscussButton anchor="verdict" anchorId={revision.id} />
      </p>
    </div>
  );
}

function Words({ revision }: { revision: RevisionView }) {
  return (
    <>
      <p className="rat" dir="auto">
        {revision.rationale}
      </p>
      <SuggestedWording revision={revision} />
    </>
  );
}
