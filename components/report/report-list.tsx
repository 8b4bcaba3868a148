import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ArticleRow } from "#lib/domain/views.ts";

/** The desk's articles with how much of each is signed off; each leads to its report. The whole `main` of a page. */
export function ReportList({ rows }: { rows: readonly ArticleRow[] }) {
  return (
    <main className="wrap narrow" id="main">
      <div className="phead">
        <h1>Reports</h1>
        <span className="faint">drafts, as the work stands</span>
      </div>
      {rows.length === 0 ? (
        <EmptyState sentence="No reports yet." next="Import an article and check its claims first." />
      ) : (
        <Rows rows={rows} />
      )}
    </main>
  );
}

function Rows({ rows }: { rows: readonly ArticleRow[] }) {
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id}>
          <Link className="name" href={`/articles/${row.id}/report`} prefetch={false}>
            <bdi>{row.title}</bdi>
          </Link>
          <span className="side">{signedOffWords(row)}</span>
        </li>
      ))}
    </ul>
  );
}

function signedOffWords({ counts }: ArticleRow): string {
  const claims = Object.entries(counts).reduce((sum, [state, count]) => (state === "withdrawn" ? sum : sum + count), 0);
  const signed = (counts.approved ?? 0) + (counts.published ?? 0);
  return claims === 0 ? "no claims yet" : `${signed} of ${claims} signed off`;
}
