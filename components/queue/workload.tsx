import Link from "next/link";
import { HandOver, type HandOverActions } from "#components/queue/hand-over.tsx";
import { queueHref } from "#components/queue/queue-head.tsx";
import { openStates } from "#lib/domain/claim.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import { filterOf } from "#lib/domain/queue-filter.ts";
import type { WorkloadRow } from "#lib/domain/queue-views.ts";

const live = openStates.join(",");

const columns = [
  { key: "open", words: "To do", query: { author: "open,progress" } },
  { key: "proposed", words: "Proposed", query: { author: "proposed" } },
  { key: "returned", words: "Returned", query: { author: "returned" } },
  { key: "stale", words: "Stale", query: { author: "stale" } },
  { key: "overdue", words: "Overdue", query: { author: live, due: "overdue" } },
  { key: "today", words: "Due today", query: { author: live, due: "today" } },
] as const;

type Props = {
  rows: readonly WorkloadRow[];
  /** Who can take work over. */
  takers: readonly MemberView[];
  /** Null where this person may not hand over the work of others. */
  actions: HandOverActions | null;
};

/** How much each person has to do; every number is a link to those claims, and all of it goes to another in one step. */
export function Workload({ rows, takers, actions }: Props) {
  return (
    <table className="q load">
      <caption className="vh">Work by person</caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          {columns.map(({ key, words }) => (
            <th key={key} scope="col">
              {words}
            </th>
          ))}
          {actions !== null && (
            <th scope="col">
              <span className="vh">Hand over</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const assignee = row.member?.id ?? "nobody";
          return (
            <tr key={assignee}>
              <th scope="row">
                <Link href={queueHref(filterOf({ assignee, author: live }), "list")} prefetch={false}>
                  {row.member === null ? "Nobody" : <bdi>{row.member.name}</bdi>}
                </Link>
              </th>
              {columns.map(({ key, words, query }) => (
                <td key={key} className="tn" data-label={words}>
                  {row[key] === 0 ? (
                    <span className="faint">0</span>
                  ) : (
                    <Link className="link" href={queueHref(filterOf({ assignee, ...query }), "list")} prefetch={false}>
                      {row[key]}
                      <span className="vh"> {words.toLowerCase()}</span>
                    </Link>
                  )}
                </td>
              ))}
              {actions !== null && (
                <td className="hand">
                  {row.member !== null && openOf(row) > 0 && (
                    <HandOver from={row.member} claims={openOf(row)} takers={takers} actions={actions} />
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function openOf({ open, proposed, returned, stale }: WorkloadRow): number {
  return open + proposed + returned + stale;
}
