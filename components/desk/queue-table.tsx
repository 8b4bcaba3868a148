import Link from "next/link";
import { Due } from "#components/desk/due.tsx";
import { dueGroup } from "#components/desk/due-group.ts";
import { QueueEmpty } from "#components/desk/queue-empty.tsx";
import { PlacingMark } from "#components/placing/placing-mark.tsx";
import { ChooseBox } from "#components/queue/choosing.tsx";
import { PagesNav } from "#components/ui/pages-nav.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import type { MemberView } from "#lib/domain/member-view.ts";
import { addressOf, type QueueFilter } from "#lib/domain/queue-filter.ts";
import type { QueuePage, QueueRow, QueueView } from "#lib/domain/queue-views.ts";

type Props = {
  page: QueuePage;
  filter: QueueFilter;
  /** `YYYY-MM-DD`. */
  today: string;
  me: MemberView;
  /** Whether it is the first page. */
  isFirst: boolean;
};

const groups = [
  { key: "overdue", words: "Overdue" },
  { key: "today", words: "Today" },
  { key: "week", words: "This week" },
  { key: "later", words: "Later" },
  { key: "none", words: "No date" },
] as const;

/** The queue as a table: by due date in groups, in other orders as one. Author and reviewers have a column each. */
export function QueueTable({ page, filter, today, me, isFirst }: Props) {
  if (page.rows.length === 0) return <QueueEmpty page={page} filter={filter} isFirst={isFirst} />;
  const isWhole = isFirst && page.next === null;
  const parts =
    filter.order === "due"
      ? groups.map(({ key, words }) => ({
          key,
          words,
          rows: page.rows.filter((row) => dueGroup(row.dueAt, today) === key),
        }))
      : [{ key: "all", words: "", rows: page.rows }];
  return (
    <>
      <table className="q">
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col" className="c-verdict">
              Verdict
            </th>
            <th scope="col" className="c-author">
              Author
            </th>
            <th scope="col" className="c-reviewer">
              Reviewer
            </th>
            <th scope="col" className="c-due">
              Due
            </th>
          </tr>
        </thead>
        {parts.map(({ key, words, rows }) =>
          rows.length === 0 ? null : (
            <tbody key={key}>
              {words !== "" && (
                <tr className="grp">
                  <th colSpan={5} scope="rowgroup">
                    {words} {isWhole && <small className="num">{rows.length}</small>}
                  </th>
                </tr>
              )}
              {rows.map((row) => (
                <Row key={row.claimId} row={row} view={page.view} today={today} me={me} />
              ))}
            </tbody>
          ),
        )}
      </table>
      <PagesNav
        first={isFirst ? null : `?${addressOf(filter)}`}
        next={page.next === null ? null : `?${addressOf(filter)}&after=${encodeURIComponent(page.next)}`}
      />
    </>
  );
}

function Row({ row, view, today, me }: { row: QueueRow; view: QueueView; today: string; me: MemberView }) {
  return (
    <tr>
      <td>
        <ChooseBox row={row} />
        <Link className="s" href={hrefOf(row, view)} prefetch={false}>
          <bdi>{row.statement}</bdi>
        </Link>
        <span className="a">
          <bdi>{row.articleTitle}</bdi>, claim {row.number}
        </span>
      </td>
      <td>
        {row.rating === null ? (
          <span className="faint">no verdict yet</span>
        ) : (
          <VerdictMark rating={row.rating} stale={row.state === "stale"} />
        )}
      </td>
      <td>
        {view === "placing" ? <PlacingMark /> : <StateMark state={row.state} />}
        <span className="sub">
          {row.author === null ? "Nobody assigned" : row.author.id === me.id ? "You" : <bdi>{row.author.name}</bdi>}
        </span>
      </td>
      <td>
        {row.reviewer.line}
        {row.reviewer.reason !== "" && (
          <span className="sub">
            <bdi>{row.reviewer.reason}</bdi>
          </span>
        )}
      </td>
      <td className="tn">
        {row.dueAt !== null && <Due iso={row.dueAt} today={today} />}
        {row.priority === "high" && <span className="sub hi">High</span>}
        {row.priority === "low" && <span className="sub">Low</span>}
      </td>
    </tr>
  );
}

/** Where the row's work is done. */
function hrefOf({ articleId, claimId, number }: QueueRow, view: QueueView): string {
  if (view === "waiting") return `/review/${claimId}`;
  return view === "placing"
    ? `/articles/${articleId}/placing#claim-${number}`
    : `/articles/${articleId}/claims/${claimId}`;
}
