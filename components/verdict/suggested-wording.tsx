import { Moment } from "#components/ui/time.tsx";
import type { RevisionView } from "#lib/domain/views.ts";
import { wordingOutcomeWords } from "#lib/domain/wording.ts";

/** The words that a revision suggests, and what the writer said of them last. Nothing where none are suggested. */
export function SuggestedWording({ revision: { suggestedWording, wording } }: { revision: RevisionView }) {
  if (suggestedWording === "") return null;
  return (
    <div className="suggested">
      <p>
        <span className="aside">Suggested wording </span>
        <bdi className="serif">{suggestedWording}</bdi>
      </p>
      {wording !== null && (
        <p className="aside">
          The writer: {wordingOutcomeWords[wording.outcome].toLowerCase()}
          {wording.note !== "" && ", "}
          {wording.note !== "" && <bdi className="serif">{wording.note}</bdi>}. Recorded by <bdi>{wording.by}</bdi>,{" "}
          <Moment iso={wording.at} />
        </p>
      )}
    </div>
  );
}
