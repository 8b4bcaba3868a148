import Link from "next/link";
import { Due } from "#components/desk/due.tsx";
import { queueHref } from "#components/queue/queue-head.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import { claimStateWords } from "#lib/domain/claim.ts";
import { countWords, type QueueFilter } from "#lib/domain/queue-filter.ts";
import type { BoardView, QueueRow } from "#lib/domain/queue-views.ts";

type Props = {
  board: BoardView;
  filter: QueueFilter;
  /** `YYYY-MM-DD`. */
  today: string;
};

/** The queue as columns by what stands with the author; claims move when work is done on them. On a phone, one list. */
export function Board({ board, filter, today }: Props) {
  return (
    <div className="board">
      {board.columns.map(({ state, states, count, rows }) => (
        <section key={state} aria-labelledby={`column-${state}`}>
          <h2 id={`column-${state}`}>
            <StateMark state={state} /> <span className="num faint">{countWords(count)}</span>
          </h2>
          {rows.length === 0 && <p className="faint">No claims.</p>}
          <ul>
            {rows.map((row) => (
              <Card key={row.claimId} row={row} today={today} />
            ))}
          </ul>
          {count > rows.length && (
            <p className="soft">
              The first {rows.length} of {countWords(count)}.{" "}
              <Link className="link" href={queueHref({ ...filter, author: states }, "list")} prefetch={false}>
                Show all<span className="vh"> {claimStateWords[state].toLowerCase()} claims</span> as a list
              </Link>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

function Card({ row, today }: { row: QueueRow; today: string }) {
  return (
    <li className="card">
      <Link className="s" href={`/articles/${row.articleId}/claims/${row.claimId}`} prefetch={false}>
        <bdi>{row.statement}</bdi>
      </Link>
      <p className="sub">
        <bdi>{row.articleTitle}</bdi>, claim {row.number}
      </p>
      {row.rating !== null && (
        <p>
          <VerdictMark rating={row.rating} stale={row.state === "stale"} />
        </p>
      )}
      <p className="sub">
        {row.author === null ? "Nobody assigned" : <bdi>{row.author.name}</bdi>}
        {row.dueAt !== null && (
          <>
            , <Due iso={row.dueAt} today={today} inSentence />
          </>
        )}
        {row.priority !== "normal" && `, ${row.priority} priority`}
      </p>
      <p className="sub">
        Reviewer: {row.reviewer.line.toLowerCase()}
        {row.reviewer.reason !== "" && <bdi className="block">{row.reviewer.reason}</bdi>}
      </p>
    </li>
  );
}
