import Link from "next/link";
import { Due } from "#components/desk/due.tsx";
import { dueGroup } from "#components/desk/due-group.ts";
import { QueueEmpty } from "#components/desk/queue-empty.tsx";
import { QueueKeys } from "#components/desk/queue-keys.tsx";
import { PlacingMark } from "#components/placing/placing-mark.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { Day } from "#components/ui/time.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { QueuePage, QueueRow, QueueView } from "#lib/domain/views.ts";
import { queueViews } from "#lib/domain/views.ts";

type Props = {
  page: QueuePage;
  /** `YYYY-MM-DD`. */
  today: string;
  me: MemberView;
};

const viewWords: Readonly<Record<QueueView, string>> = {
  waiting: "Waiting for me",
  mine: "My claims",
  returned: "Returned to me",
  stale: "Stale",
  placing: "Needs placing",
  unassigned: "Unassigned",
  everything: "Everything",
};

const groups = [
  { key: "overdue", words: "Overdue" },
  { key: "today", words: "Today" },
  { key: "week", words: "This week" },
  { key: "later", words: "Later" },
  { key: "none", words: "No date" },
] as const;

/** The queue by due date, its views as links (`?view=`); `j` and `k` move, Enter opens. The whole `main` of a page. */
export function QueueTable({ page, today, me }: Props) {
  const all = page.counts.everything;
  return (
    <QueueKeys>
      <div className="phead">
        <h1>Queue</h1>
        <span className="faint">
          <Day iso={today} />, {all === 1 ? "1 claim" : `${all} claims`} on the desk
        </span>
      </div>
      <nav className="views" aria-label="Views">
        {queueViews.map((view) => (
          <Link key={view} href={`?view=${view}`} aria-current={view === page.view ? "page" : undefined}>
            {viewWords[view]} <span className="num">{page.counts[view]}</span>
          </Link>
        ))}
      </nav>
      {page.rows.length === 0 ? (
        <QueueEmpty page={page} />
      ) : (
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
          {groups.map(({ key, words }) => {
            const rows = page.rows.filter((row) => dueGroup(row.dueAt, today) === key);
            if (rows.length === 0) return null;
            return (
              <tbody key={key}>
                <tr className="grp">
                  <th colSpan={5} scope="rowgroup">
                    {words} <small className="num">{rows.length}</small>
                  </th>
                </tr>
                {rows.map((row) => (
                  <Row key={row.claimId} row={row} view={page.view} today={today} me={me} />
                ))}
              </tbody>
            );
          })}
        </table>
      )}
      {page.next !== null && (
        <p className="more">
          <Link className="btn" href={`?view=${page.view}&after=${encodeURIComponent(page.next)}`} prefetch={false}>
            Next page
          </Link>
        </p>
      )}
    </QueueKeys>
  );
}

function Row({ row, view, today, me }: { row: QueueRow; view: QueueView; today: string; me: MemberView }) {
  return (
    <tr>
      <td>
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
