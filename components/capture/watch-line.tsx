import { Icon } from "#components/ui/icon.tsx";
import { Day } from "#components/ui/time.tsx";
import type { EvidenceWatch } from "#lib/domain/evidence-views.ts";
import type { PassageState, WatchState } from "#lib/domain/watch.ts";

/** What a look at the source means for the evidence, and whether somebody should look at it. */
const found: Readonly<Record<WatchState, { readonly words: string; readonly asks: boolean }>> = {
  alive: { words: "Still there", asks: false },
  moved: { words: "Moved", asks: false },
  changed: { words: "Changed since, elsewhere", asks: false },
  "passage-changed": { words: "Changed since", asks: true },
  gone: { words: "Gone", asks: true },
  unreachable: { words: "Does not answer", asks: false },
};

const passages: Readonly<Record<PassageState, { readonly words: string; readonly asks: boolean } | null>> = {
  found: null,
  changed: { words: "Changed since", asks: true },
  gone: { words: "The passage is gone", asks: true },
};

/** What watching found at the source of evidence: a word, its sign where it asks for a look, and the day. */
export function WatchLine({ watch }: { watch: EvidenceWatch }) {
  const { words, asks } = (watch.passage === null ? null : passages[watch.passage]) ?? found[watch.state];
  return (
    <span className="watchword" data-asks={asks ? "" : undefined}>
      {asks ? <Icon name="warn" /> : null}
      <span>
        {words}
        {watch.checkedAt === null ? null : (
          <>
            , seen <Day iso={watch.checkedAt} />
          </>
        )}
      </span>
    </span>
  );
}
