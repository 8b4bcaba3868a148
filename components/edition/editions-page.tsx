import Link from "next/link";
import { EditionChangeWords } from "#components/edition/edition-change-words.tsx";
import { WithdrawSection } from "#components/edition/withdraw-section.tsx";
import { ReportHead } from "#components/report/report-head.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { EditionRow } from "#lib/domain/edition-preview.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  article: { readonly id: string; readonly title: string };
  /** The newest first. */
  editions: readonly EditionRow[];
  /** `id` of the new edition, `articleId`, `what`, `why`; null for whoever may not. */
  withdraw: FormAction | null;
};

/** Every edition of an article's report, and the way to take the check back. The whole `main` of a page. */
export function EditionsPage({ article, editions, withdraw }: Props) {
  const [newest] = editions;
  return (
    <main className="wrap narrow editions" id="main">
      <ReportHead article={article} tab="Editions" />
      {newest === undefined ? (
        <NoneYet articleId={article.id} mayPublish={withdraw !== null} />
      ) : (
        <>
          {newest.isWithdrawal && <Withdrawn articleId={article.id} newest={newest} />}
          <ol className="rows" reversed aria-label="Editions, the newest first">
            {editions.map((edition) => (
              <Row key={edition.id} articleId={article.id} edition={edition} isNewest={edition === newest} />
            ))}
          </ol>
          {withdraw !== null && <WithdrawSection articleId={article.id} newest={newest} withdraw={withdraw} />}
        </>
      )}
    </main>
  );
}

function NoneYet({ articleId, mayPublish }: { articleId: string; mayPublish: boolean }) {
  return (
    <EmptyState
      sentence="No edition yet."
      next="An edition is the report as it was published: frozen, signed, and the same in every format."
      action={
        <Link className="btn" href={`/articles/${articleId}/report`} prefetch={false}>
          {mayPublish ? "Prepare the next edition" : "See the next edition"}
        </Link>
      }
    />
  );
}

function Withdrawn({ articleId, newest }: { articleId: string; newest: EditionRow }) {
  return (
    <div className="lapsed mb-6">
      <p>This check is withdrawn.</p>
      <p>
        Edition {newest.number} says so in every format and in the feed. To bring the check back, publish another
        edition: <Link href={`/articles/${articleId}/report`}>prepare it</Link>.
      </p>
    </div>
  );
}

type RowProps = { articleId: string; edition: EditionRow; isNewest: boolean };

function Row({ articleId, edition, isNewest }: RowProps) {
  const { id, number, change, isWithdrawal, publishedAt, publishedBy } = edition;
  return (
    <li>
      <div>
        <h2>
          <Link className="name" href={`/articles/${articleId}/report/editions/${id}`} prefetch={false}>
            Edition {number}
          </Link>
        </h2>
        <p className="meta">
          {isNewest && <span>{isWithdrawal ? "newest, takes the check back" : "newest"}</span>}
          {!isNewest && isWithdrawal && <span>took the check back</span>}
          {change === null && <span>first published</span>}
          {isNewest && (
            <span>
              <Link className="link" href={`/articles/${articleId}/report/sharing`} prefetch={false}>
                who may read it
              </Link>
            </span>
          )}
        </p>
        {change !== null && <EditionChangeWords change={change} most={400} />}
      </div>
      <span className="side">
        <bdi>{publishedBy}</bdi>, <Moment iso={publishedAt} />
      </span>
    </li>
  );
}
