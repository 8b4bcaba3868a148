import { nearWords } from "#components/capture/near-words.ts";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";

type Props = { evidence: Pick<EvidenceView, "passage" | "context"> };

/** The passage that evidence relies on, between the words of its paragraph in the kept copy. Nothing where none was written. */
export function PassageInContext({ evidence: { passage, context } }: Props) {
  if (passage === "") return null;
  if (context === null) return <blockquote dir="auto">{passage}</blockquote>;
  const { before, after } = nearWords(context);
  return (
    <blockquote dir="auto">
      {before === "" ? null : <span className="around">{before}</span>}
      <mark className="relied">{passage}</mark>
      {after === "" ? null : <span className="around">{after}</span>}
    </blockquote>
  );
}
