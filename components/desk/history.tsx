import { Moment } from "#components/ui/time.tsx";
import type { HistoryLine } from "#lib/domain/views.ts";

/** A claim's story, folded until asked for; oldest line first. */
export function History({ lines }: { lines: readonly HistoryLine[] }) {
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
    </details>
  );
}
