import Link from "next/link";
import { Moment } from "#components/ui/time.tsx";
import type { HistoryLine } from "#lib/domain/views.ts";

type Props = {
  lines: readonly HistoryLine[];
  /** Where the whole story is read, day by day; null where the reader has none. */
  allAt: string | null;
};

/** A claim's story without what was said in passing, folded until asked for; oldest line first. */
export function History({ lines: all, allAt }: Props) {
  const lines = all.filter((line) => !line.inPassing);
  return (
    <details className="tale">
      <summary>
        History <small>{lines.length === 1 ? "1 entry" : `${lines.length} entries`}</small>
      </summary>
      {lines.length === 0 ? (
        <p className="aside mt-2">Nothing has happened to this claim yet.</p>
      ) : (
        <ol className="lines">
          {lines.map((line) => (
            <li key={line.seq}>
              <Moment iso={line.at} /> <b>{line.who === "" ? "Stet" : <bdi>{line.who}</bdi>}</b>{" "}
              <bdi>{line.sentence}</bdi>
            </li>
          ))}
        </ol>
      )}
      {allAt !== null && all.length > 0 && (
        <p className="mt-2">
          <Link className="link" href={allAt} prefetch={false}>
            Show all, day by day
          </Link>
        </p>
      )}
    </details>
  );
}
