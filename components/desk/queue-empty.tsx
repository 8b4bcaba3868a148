import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { addressOf, countWords, isNarrowed, type QueueFilter } from "#lib/domain/queue-filter.ts";
import type { QueuePage, QueueView } from "#lib/domain/queue-views.ts";

const sentences: Readonly<Record<QueueView, string>> = {
  waiting: "Let it stand.",
  mine: "Nothing is on your desk.",
  returned: "Nothing came back to you.",
  stale: "No verdict is stale.",
  placing: "Every claim has its place.",
  unassigned: "Every claim has somebody.",
  everything: "No claims yet.",
};

const firsts: Readonly<Record<QueueView, string>> = {
  waiting: "Nothing waits for your review.",
  mine: "No claim is assigned to you.",
  returned: "No reviewer has sent a verdict back to you.",
  stale: "Everything that was signed off still rests on what it rested on.",
  placing: "No words of a claim changed in a new version without somebody having looked at them.",
  unassigned: "There is nobody's work to pick up.",
  everything: "Open an article and mark the first claim in its text.",
};

/** What an empty view says, and where there is work instead. */
export function QueueEmpty({ page, filter, isFirst }: { page: QueuePage; filter: QueueFilter; isFirst: boolean }) {
  const { view, counts } = page;
  if (!isFirst) {
    return (
      <EmptyState
        sentence="Nothing comes after this."
        next="The claims that were here have moved, or are done."
        action={
          <Link className="btn go" href={`?${addressOf(filter)}`}>
            Show the first page
          </Link>
        }
      />
    );
  }
  if (isNarrowed(filter)) {
    return (
      <EmptyState
        sentence="No claim fits this filter."
        next="Widen it above, or look at everything."
        action={
          <Link className="btn go" href="/queue?view=everything">
            Show all claims
          </Link>
        }
      />
    );
  }
  if (view === "everything" || counts.everything === 0) {
    return (
      <EmptyState
        sentence={sentences[counts.everything === 0 ? "everything" : view]}
        next={firsts.everything}
        action={
          <Link className="btn go" href="/articles">
            Show articles
          </Link>
        }
      />
    );
  }
  const offersUnassigned = view !== "unassigned" && counts.unassigned > 0;
  const waiting = counts.unassigned === 1 ? "One claim has" : `${countWords(counts.unassigned)} claims have`;
  return (
    <EmptyState
      sentence={sentences[view]}
      next={offersUnassigned ? `${firsts[view]} ${waiting} nobody assigned.` : firsts[view]}
      action={
        <Link className="btn go" href={offersUnassigned ? "?view=unassigned" : "?view=everything"}>
          {offersUnassigned ? "Show unassigned claims" : "Show all claims"}
        </Link>
      }
    />
  );
}
