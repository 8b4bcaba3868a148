import Link from "next/link";
import { ChangeSteps } from "#components/version/change-steps.tsx";
import { ComparisonRow } from "#components/version/comparison-row.tsx";
import { SkippedRow } from "#components/version/skipped-row.tsx";
import { blocksSentence } from "#components/version/version-words.ts";
import type { ComparedRow, ComparisonView } from "#lib/domain/version-views.ts";

type Props = {
  view: ComparisonView;
  /** The number that the newer text has, or will have. */
  newer: number;
  /** Which page of the rows this is, and the address of any. */
  page: number;
  pageHref: (page: number) => string;
};

/** Two texts beside each other, what is equal folded away, with the claims that the differences touch. */
export function Comparison({ view, newer, page, pageHref }: Props) {
  const { articleId, from, rows, next } = view;
  const names = { old: `Version ${from.number}`, fresh: `Version ${newer}` };
  const changes = rows.filter((row) => row.kind !== "same" && row.kind !== "skipped").length;
  const here = new Set(rows.flatMap(anchorsOf));
  return (
    <section className="cmp" aria-label={`${names.old} beside ${names.fresh}`}>
      <p className="cmp-says">{blocksSentence(view.blocks)}</p>
      {changes > 0 && (
        <div className="cmp-head">
          <span aria-hidden="true">{names.old}</span>
          <span aria-hidden="true">{names.fresh}</span>
          <ChangeSteps />
        </div>
      )}
      <ol className="cmp-rows">
        {keyed(rows).map(({ key, row }) =>
          row.kind === "skipped" ? (
            <SkippedRow key={key} row={row} />
          ) : (
            <ComparisonRow key={key} {...{ row, names, here, articleId, language: view.language }} />
          ),
        )}
      </ol>
      {(next !== null || page > firstPage) && (
        <nav className="more acts" aria-label="Pages of this comparison">
          {page > firstPage && (
            <Link className="btn" href={pageHref(page - 1)} prefetch={false}>
              Previous page
            </Link>
          )}
          {next !== null && (
            <Link className="btn" href={pageHref(next)} prefetch={false}>
              Next page
            </Link>
          )}
        </nav>
      )}
    </section>
  );
}

export const firstPage = 1;

/** Where a link between the two places of a moved passage can lead to. */
function anchorsOf(row: ComparedRow): string[] {
  if (row.kind === "moved-here") return [`new-${row.fresh}`];
  return row.kind === "moved-away" ? [`old-${row.old}`] : [];
}

/** Rows never change while they are shown; the blocks they stand for, and for a fold its neighbours, name them. */
function keyed(rows: readonly ComparedRow[]): { key: string; row: ComparedRow }[] {
  return rows.map((row, index) => ({ key: `${row.kind} ${index}`, row }));
}
