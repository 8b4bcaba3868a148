import Link from "next/link";
import { ReportHead } from "#components/report/report-head.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { WordingItem } from "#components/wording/wording-item.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import { type WordingsPage, wordingFilters } from "#lib/domain/wording.ts";

type Props = {
  page: WordingsPage;
  /** `id`, `claimId`, `revisionId`, `outcome`, `note`. */
  answer: FormAction;
  isFirst: boolean;
};

const filterWords = { all: "All", unanswered: "Unanswered" } as const;

/** What the writer is asked to change, and what they said to it. The whole `main` of a page. */
export function WordingPage({ page, answer, isFirst }: Props) {
  const { article, filter, rows, counts, next, may } = page;
  const path = `/articles/${article.id}/report/wordings`;
  const query = filter === "all" ? "" : `?show=${filter}`;
  return (
    <main className="wrap narrow" id="main">
      <ReportHead article={article} tab="Wording" />
      {counts.all === 0 ? (
        <EmptyState
          sentence="No verdict suggests other words."
          next="Whoever proposes a verdict can suggest wording; the writer’s answer is recorded here."
        />
      ) : (
        <>
          <p className="soft">
            What the verdicts suggest to the writer. {may.answer && "Record what they say. "}The report prints their
            newest answer beside the suggestion, and no verdict changes by it.
          </p>
          <nav className="views mt-4" aria-label="Show">
            {wordingFilters.map((one) => (
              <Link
                key={one}
                href={one === "all" ? path : `${path}?show=${one}`}
                aria-current={one === filter ? "page" : undefined}
                prefetch={false}
              >
                {filterWords[one]} <span className="num">{counts[one]}</span>
              </Link>
            ))}
          </nav>
          {rows.length === 0 && <EmptyState sentence="The writer has answered every suggestion." />}
          <ul className="rows">
            {rows.map((row) => (
              <WordingItem key={row.revisionId} row={row} answer={may.answer ? answer : null} />
            ))}
          </ul>
          {(next !== null || !isFirst) && (
            <nav className="acts" aria-label="Pages">
              {!isFirst && (
                <Link className="btn" href={`${path}${query}`} prefetch={false}>
                  First page
                </Link>
              )}
              {next !== null && (
                <Link className="btn" href={`${path}${query === "" ? "?" : `${query}&`}after=${next}`} prefetch={false}>
                  Next page
                </Link>
              )}
            </nav>
          )}
        </>
      )}
    </main>
  );
}
