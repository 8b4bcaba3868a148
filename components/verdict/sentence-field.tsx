import { TextArea } from "#components/ui/field.tsx";
import type { Rating } from "#lib/domain/rating.ts";
import { scaleLimits } from "#lib/domain/scale.ts";

type Props = { rating: Rating | undefined; defaultValue: string };

/** The verdict on a desk whose scale has no ratings: `sentence`, and in `ratingId` the one entry that carries it. */
export function SentenceField({ rating, defaultValue }: Props) {
  return (
    <div className="stack">
      <input type="hidden" name="ratingId" value={rating?.id ?? ""} readOnly />
      <TextArea
        name="sentence"
        label="Verdict in a sentence"
        hint="It stands wherever the verdict is shown: say what was found."
        defaultValue={defaultValue}
        maxLength={scaleLimits.sentence}
        rows={2}
      />
    </div>
  );
}
