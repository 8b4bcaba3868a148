import Link from "next/link";
import { InTheWay } from "#components/report/in-the-way.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import type { Report } from "#lib/domain/report.ts";

const formats = [
  { format: "html", words: "HTML", use: "one page to read, print or send" },
  { format: "markdown", words: "Markdown", use: "plain text for a wiki or a repository" },
  { format: "json", words: "JSON", use: "everything, for a program" },
] as const;

/** What a report says, what stands in the way of a full one, and the report in three formats. The whole `main` of a page. */
export function ReportPrepare({ articleId, report }: { articleId: string; report: Report }) {
  const { article, summary } = report;
  return (
    <main className="wrap narrow" id="main">
      <div className="phead">
        <h1>Report</h1>
        <span className="faint">
          <Link className="link" href={`/articles/${articleId}`} prefetch={false}>
            <bdi>{article.title}</bdi>
          </Link>
          , version {article.version}
        </span>
      </div>
      <dl className="tot">
        <Count words={summary.claims === 1 ? "claim" : "claims"} count={summary.claims} />
        <Count words="signed off" count={summary.signedOff} />
        <Count words="still open" count={summary.open} />
        <Count words="of them stale" count={summary.stale} />
        <Count words="withdrawn" count={summary.withdrawn} />
      </dl>
      {summary.ratings.length > 0 && (
        <ul className="tally" aria-label="Signed-off verdicts">
          {summary.ratings.map((rating) => (
            <li key={rating.label} className="inrow">
              <VerdictMark rating={rating} /> <b className="num">{rating.claims}</b>
            </li>
          ))}
        </ul>
      )}
      <InTheWay articleId={articleId} claims={report.claims} />
      <section className="sec">
        <h2>
          Download <small>a draft, as things stand now</small>
        </h2>
        <ul className="dls">
          {formats.map(({ format, words, use }) => (
            <li key={format}>
              <a className="btn" href={`/api/v1/articles/${articleId}/report?format=${format}`} download>
                {words}
              </a>
              <span className="aside">{use}</span>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

function Count({ words, count }: { words: string; count: number }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{count}</dd>
    </div>
  );
}
