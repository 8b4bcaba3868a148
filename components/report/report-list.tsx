import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { ReportRow } from "#lib/domain/report-row.ts";

type Props = {
  rows: readonly ReportRow[];
  /** Where the next page is; null on the last one. */
  next: string | null;
};

/** The desk's reports: how much of each is signed off, what was published of it, who may see that. A whole `main`. */
export function ReportList({ rows, next }: Props) {
  return (
    <main className="wrap narrow" id="main">
      <div className="phead">
        <h1>Reports</h1>
      </div>
      {rows.length === 0 ? (
        <EmptyState sentence="No reports yet." next="Import an article and check its claims first." />
      ) : (
        <ul className="rows">
          {rows.map((row) => (
            <Row key={row.articleId} row={row} />
          ))}
        </ul>
      )}
      {next !== null && (
        <p className="more">
          <Link className="btn" href={next} prefetch={false}>
            Next page
          </Link>
        </p>
      )}
    </main>
  );
}

function Row({ row }: { row: ReportRow }) {
  const { articleId, title, newest } = row;
  const report = `/articles/${articleId}/report`;
  return (
    <li>
      <div>
        <Link className="name" href={report} prefetch={false}>
          <bdi>{title}</bdi>
        </Link>
        <p className="meta">
          {newest === null ? (
            <span>no edition yet</span>
          ) : (
            <>
              <span>
                <Link className="link" href={`${report}/editions/${newest.id}`} prefetch={false}>
                  Edition {newest.number}
                </Link>
                , <Moment iso={newest.publishedAt} />
              </span>
              {newest.isWithdrawal && <b>withdrawn</b>}
              <Openness row={row} />
            </>
          )}
        </p>
      </div>
      <span className="side">{signedOffWords(row)}</span>
    </li>
  );
}

function Openness({ row: { openness, embargoUntil } }: { row: ReportRow }) {
  switch (openness) {
    case "desk":
      return <span>not public</span>;
    case "public":
      return <span>public</span>;
    case "embargo":
      return <span>under embargo{embargoUntil !== null && <> until {<Moment iso={embargoUntil} />}</>}</span>;
  }
}

function signedOffWords({ claims, signedOff }: ReportRow): string {
  return claims === 0 ? "no claims yet" : `${signedOff} of ${claims} signed off`;
}
