import Link from "next/link";
import { queueHref } from "#components/queue/queue-head.tsx";
import { filterOf } from "#lib/domain/queue-filter.ts";
import type { WorkloadRow } from "#lib/domain/views.ts";

const live = "open,progress,proposed,returned,stale";

const columns = [
  { key: "open", words: "To do", query: { author: "open,progress" } },
  { key: "proposed", words: "Proposed", query: { author: "proposed" } },
  { key: "returned", words: "Returned", query: { author: "returned" } },
  { key: "stale", words: "Stale", query: { author: "stale" } },
  { key: "overdue", words: "Overdue", query: { author: live, due: "overdue" } },
] as const;

/** How much each person has to do; every number is a link to those claims. */
export function Workload({ rows }: { rows: readonly WorkloadRow[] }) {
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
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
