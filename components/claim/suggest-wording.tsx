import { TextArea } from "#components/ui/field.tsx";
import type { Typed } from "#lib/domain/form-state.ts";
import { scaleLimits } from "#lib/domain/scale.ts";
import { suggestibleFields } from "#lib/domain/suggestion.ts";
import type { RevisionView } from "#lib/domain/views.ts";

type Props = { latest: RevisionView; draft: Typed | undefined };

/**
 * The author's words to write over, folded away until wanted; open when a draft has other words in it. What the reviewer
 * leaves as it is suggests nothing.
 */
export function SuggestWording({ latest, draft }: Props) {
  const differs = suggestibleFields.some((field) => draft?.[field] !== undefined && draft[field] !== latest[field]);
  return (
    <details className="tale quiet suggest" open={differs}>
      <summary>Suggest wording</summary>
      <div className="stack">
        <p className="aside">
          Write over what <bdi>{latest.author.name}</bdi> wrote. If the author takes this over, another colleague has to
          review it: you will have worked on it.
        </p>
        {latest.sentence !== "" && (
          <TextArea
            name="sentence"
            label="Verdict in a sentence, as you would write it"
            defaultValue={latest.sentence}
            maxLength={scaleLimits.sentence}
            rows={2}
          />
        )}
        <TextArea
          name="rationale"
          label="Rationale, as you would write it"
          defaultValue={latest.rationale}
          maxLength={20_000}
          rows={5}
        />
        <TextArea
          name="suggestedWording"
          label="Wording for the article, as you would write it"
          defaultValue={latest.suggestedWording}
          maxLength={2000}
          rows={2}
        />
      </div>
    </details>
  );
}
