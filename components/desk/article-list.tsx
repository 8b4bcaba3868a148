import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { Moment } from "#components/ui/time.tsx";
import { claimStateWords } from "#lib/domain/claim.ts";
import { addressOf, filterOf } from "#lib/domain/queue-filter.ts";
import type { ArticleRow } from "#lib/domain/views.ts";

type Props = {
  rows: readonly ArticleRow[];
  mayImport: boolean;
  /** Where the next page is; null on the last one. */
  next: string | null;
};

const order = ["published", "approved", "proposed", "returned", "stale", "progress", "open", "withdrawn"] as const;

/** The desk's articles, each with how far its claims are. The whole `main` of a page. */
export function ArticleList({ rows, mayImport, next }: Props) {
  return (
    <main className="wrap" id="main">
      <div className="phead">
        <h1>Articles</h1>
        {mayImport && rows.length > 0 && (
          <div className="end">
            <Link className="btn go" href="/articles/import">
              Import an article
            </Link>
          </div>
        )}
      </div>
      <List rows={rows} mayImport={mayImport} next={next} />
    </main>
  );
}

function List({ rows, mayImport, next }: Props) {
  if (rows.length === 0) {
    return (
      <EmptyState
        sentence="No articles yet."
        next={
          mayImport
            ? "Paste, upload or name the address of the text you want to check."
            : "A checker imports the first one."
        }
        action={
          mayImport && (
            <Link className="btn go" href="/articles/import">
              Import an article
            </Link>
          )
        }
      />
    );
  }
  return (
    <>
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <Link className="name" href={`/articles/${row.id}`} prefetch={false}>
                <bdi>{row.title}</bdi>
              </Link>
              <p className="meta">
                {row.byline !== "" && <bdi>{row.byline}</bdi>}
                {row.publisher !== "" && <bdi>{row.publisher}</bdi>}
                <span>version {row.version}</span>
              </p>
            </div>
            <span className="side">
              Changed <Moment iso={row.updatedAt} />
            </span>
            <Tallies articleId={row.id} counts={row.counts} />
          </li>
        ))}
      </ul>
      {next !== null && (
        <p className="more">
          <Link className="btn" href={next} prefetch={false}>
            Next page
          </Link>
        </p>
      )}
    </>
  );
}

/** How many claims stand where, each a link to those in the queue. */
function Tallies({ articleId, counts }: { articleId: string; counts: ArticleRow["counts"] }) {
  const present = order.flatMap((state) => {
    const count = counts[state] ?? 0;
    return count === 0 ? [] : [{ state, count }];
  });
  if (present.length === 0) return <p className="tally faint">No claims yet</p>;
  return (
    <ul className="tally" aria-label="Claims by state">
      {present.map(({ state, count }) => (
        <li key={state}>
          <Link href={`/queue?${addressOf(filterOf({ article: articleId, author: state }))}`} prefetch={false}>
            <StateMark
              state={state}
              label={
                <>
                  <b>{count}</b> {claimStateWords[state].toLowerCase()}
                </>
              }
            />
          </Link>
        </li>
      ))}
    </ul>
  );
}
