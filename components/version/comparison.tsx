import { PagesNav } from "#components/ui/pages-nav.tsx";
import { ChangeSteps } from "#components/version/change-steps.tsx";
import { ComparisonRow } from "#components/version/comparison-row.tsx";
import { SkippedRow } from "#components/version/skipped-row.tsx";
import { stretchesOf, unfold, type WholeText } from "#components/version/unfold.ts";
import { FocusUnfolded } from "#components/version/unfold-link.tsx";
import { blocksSentence } from "#components/version/version-words.ts";
import type { ComparedRow, ComparisonView } from "#lib/domain/version-views.ts";

/** What the address asks for. */
export type Shown = {
  /** Of the rows, from 1. */
  readonly page: number;
  /** The block of the newer text, from 1, at which a folded stretch begins that is to be open; null for none. */
  readonly open: number | null;
  /** One of the two texts, while a stretch is open. */
  readonly whole: WholeText | null;
  /** Whether one of the two texts can be had, so that stretches can be opened. */
  readonly opens: boolean;
};

type Props = {
  view: ComparisonView;
  /** The number that the newer text has, or will have. */
  newer: number;
  shown: Shown;
  /** The comparison's address, to which `page` and `open` are added. */
  path: string;
};

/** Two texts beside each other, what is equal folded away, with the claims that the differences touch. */
export function Comparison({ view, newer, shown, path }: Props) {
  const { articleId, from, next } = view;
  const { page, open, whole, opens } = shown;
  const rows = open === null || whole === null ? view.rows : unfold(view.rows, { open, whole });
  const names = { old: `Version ${from.number}`, fresh: `Version ${newer}` };
  const here = new Set(rows.flatMap(anchorsOf));
  const stretches = stretchesOf(rows);
  const hrefOf = (asked: { page: number; open?: number }) => {
    const rest = asked.open === undefined ? "" : `&open=${asked.open}`;
    return `${path}${path.includes("?") ? "&" : "?"}page=${asked.page}${rest}`;
  };
  return (
    <section className="cmp" aria-label={`${names.old} beside ${names.fresh}`}>
      <p className="soft">{blocksSentence(view.blocks)}</p>
      {rows.some(differs) && (
        <div className="cmp-head">
          <span aria-hidden="true">{names.old}</span>
          <span aria-hidden="true">{names.fresh}</span>
          <ChangeSteps />
        </div>
      )}
      <ol className="cmp-rows">
        {keyed(rows).map(({ key, row, index }) => {
          if (row.kind !== "skipped")
            return <ComparisonRow key={key} {...{ row, names, here, articleId, open, language: view.language }} />;
          const fresh = stretches.get(index)?.fresh;
          const href = opens && fresh !== undefined ? hrefOf({ page, open: fresh }) : null;
          return <SkippedRow key={key} blocks={row.blocks} href={href} />;
        })}
      </ol>
      <FocusUnfolded open={open} />
      <PagesNav
        label="Pages of this comparison"
        previous={page > 1 ? hrefOf({ page: page - 1 }) : null}
        next={next === null ? null : hrefOf({ page: next })}
      />
    </section>
  );
}

function differs(row: ComparedRow): boolean {
  return row.kind !== "same" && row.kind !== "skipped";
}

/** Where a link between the two places of a moved passage can lead to. */
function anchorsOf(row: ComparedRow): string[] {
  if (row.kind === "moved-here") return [`new-${row.fresh}`];
  return row.kind === "moved-away" ? [`old-${row.old}`] : [];
}

/** The blocks that a row stands for name it; a fold is named by its place. */
function keyed(rows: readonly ComparedRow[]): { key: string; row: ComparedRow; index: number }[] {
  return rows.map((row, index) => ({
    key: row.kind === "skipped" ? `fold ${index}` : `${row.kind} ${row.old} ${row.fresh}`,
    row,
    index,
  }));
}
