import Link from "next/link";
import { Day } from "#components/ui/time.tsx";
import {
  addressOf,
  countWords,
  isNarrowed,
  presetOf,
  type QueueFilter,
  type SavedFilterView,
  viewWords,
} from "#lib/domain/queue-filter.ts";
import { type QueueView, queueViews } from "#lib/domain/queue-views.ts";

/** `list` is the table, `board` columns by status, `people` the work of each person. */
export const queueShapes = ["list", "board", "people"] as const;
export type QueueShape = (typeof queueShapes)[number];

const shapeWords: Readonly<Record<QueueShape, string>> = { list: "List", board: "Board", people: "People" };

type Props = {
  filter: QueueFilter;
  shape: QueueShape;
  counts: Readonly<Record<QueueView, number>>;
  matching: number;
  kept: readonly SavedFilterView[];
  /** `YYYY-MM-DD`. */
  today: string;
};

/** The address of a filter in one of the shapes. */
export function queueHref(filter: QueueFilter, shape: QueueShape): string {
  return `/queue?${addressOf(filter)}${shape === "list" ? "" : `&as=${shape}`}`;
}

/** What the queue is of: its heading, the views and kept filters as links, and the shapes it can be read in. */
export function QueueHead({ filter, shape, counts, matching, kept, today }: Props) {
  const query = addressOf(filter);
  const narrowed = isNarrowed(filter);
  return (
    <>
      <div className="phead">
        <h1>Queue</h1>
        <span className="faint">
          <Day iso={today} />, {counts.everything === 1 ? "1 claim" : `${countWords(counts.everything)} claims`} on the
          desk
          {narrowed && shape !== "people" && `, ${countWords(matching)} shown by the filter`}
        </span>
        <nav className="shapes" aria-label="Show as">
          {queueShapes.map((one) => (
            <Link key={one} href={queueHref(filter, one)} aria-current={one === shape ? "page" : undefined}>
              {shapeWords[one]}
            </Link>
          ))}
        </nav>
      </div>
      <nav className="views" aria-label="Views">
        {queueViews.map((view) => (
          <Link
            key={view}
            href={queueHref(presetOf(view), shape === "board" ? "board" : "list")}
            aria-current={view === filter.view && !narrowed && shape !== "people" ? "page" : undefined}
          >
            {viewWords[view]} <span className="num">{countWords(counts[view])}</span>
          </Link>
        ))}
        {kept.map(({ id, name, query: own, by }) => (
          <Link
            key={id}
            className="kept"
            href={`/queue?${own}`}
            aria-current={own === query && shape !== "people" ? "page" : undefined}
            title={by === null ? undefined : `Shared by ${by}`}
          >
            <bdi>{name}</bdi>
          </Link>
        ))}
      </nav>
      {filter.view === "stale" && shape !== "people" && (
        <p className="soft">
          Where only the text around the words changed, an editor can{" "}
          <Link className="link" href="/queue/surroundings" prefetch={false}>
            let several verdicts stand again
          </Link>
          .
        </p>
      )}
    </>
  );
}
