import Link from "next/link";
import type { ReactNode } from "react";
import { Tally } from "#components/article/tally.tsx";
import { OthersOnArticle } from "#components/live/others-here.tsx";
import type { ArticleView } from "#lib/domain/views.ts";

type Props = {
  article: Pick<ArticleView, "id" | "title" | "publisher" | "version" | "toPlace" | "may">;
  actions: ReactNode;
};

const count = new Intl.NumberFormat("en-GB");

/** What article this is, what can be done with it, and how far the work on it is. */
export function SlugLine({ article: { id, title, publisher, version, toPlace, may }, actions }: Props) {
  return (
    <div className="slug">
      <div>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <span className="meta">
          {publisher === "" ? null : <bdi>{publisher}</bdi>}
          <span>{`Version ${version.number} of ${version.latest}`}</span>
          <span>{`${count.format(version.words)} words`}</span>
          {toPlace === 0 ? null : (
            <span>
              <Link href={`/articles/${id}/placing`} prefetch={false}>
                {toPlace === 1 ? "1 claim needs placing" : `${count.format(toPlace)} claims need placing`}
              </Link>
            </span>
          )}
        </span>
      </div>
      <div className="end">
        <OthersOnArticle articleId={id} />
        {actions}
        <Link className="btn" href={`/articles/${id}/versions`} prefetch={false}>
          Versions
        </Link>
        {may.export ? (
          <Link className="btn" href={`/articles/${id}/report`} prefetch={false}>
            Prepare report
          </Link>
        ) : null}
      </div>
      <Tally />
    </div>
  );
}
