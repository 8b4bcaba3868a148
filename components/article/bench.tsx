import Link from "next/link";
import type { ReactNode } from "react";
import { ArticleText } from "#components/article/article-text.tsx";
import { Galley } from "#components/article/galley.tsx";
import { Margin } from "#components/article/margin.tsx";
import type { MarkClaim } from "#components/article/mark-claim.ts";
import { ReadingKeys } from "#components/article/reading-keys.tsx";
import { RestingPanel } from "#components/article/resting-panel.tsx";
import { SelectionToolbar } from "#components/article/selection-toolbar.tsx";
import { Tally } from "#components/article/tally.tsx";
import { Day } from "#components/ui/time.tsx";
import type { ArticleView } from "#lib/domain/views.ts";

type Props = {
  article: ArticleView;
  markClaim: MarkClaim;
  /** More to do with the article, beside "Prepare report". */
  actions?: ReactNode;
  /** The open claim's panel in its `PanelFrame`, or nothing. */
  children: ReactNode;
};

const count = new Intl.NumberFormat("en-GB");

/** The galley under its slug line, with the claims' notes in the margin and one claim's panel beside it. */
export function Bench({ article, markClaim, actions, children }: Props) {
  const { id, title, version, claims, may } = article;
  const opening = article.blocks[0];
  const titled = opening?.type === "heading" && article.text.slice(opening.start, opening.end) === title;
  const spans = claims.map((claim) => ({
    id: claim.id,
    number: claim.number,
    start: claim.start,
    end: claim.end,
  }));
  return (
    <>
      <div className="slug">
        <div>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <span className="meta">
            {article.publisher === "" ? null : <bdi>{article.publisher}</bdi>}
            <span>{`Version ${version.number} of ${version.latest}`}</span>
            <span>{`${count.format(version.words)} words`}</span>
          </span>
        </div>
        <div className="end">
          {actions}
          {may.export ? (
            <Link className="btn" href={`/articles/${id}/report`} prefetch={false}>
              Prepare report
            </Link>
          ) : null}
        </div>
        <Tally states={claims.map((claim) => claim.state)} />
      </div>
      <div className="bench">
        <Galley
          articleId={id}
          label={title}
          lang={article.language}
          beside={<RestingPanel claims={claims} mayMark={may.mark} />}
        >
          <ReadingKeys mayMark={may.mark} />
          <header>
            {titled ? null : (
              <p className="title" dir="auto">
                {title}
              </p>
            )}
            <p className="byline">
              {article.byline === "" ? null : <bdi>{article.byline}</bdi>}
              {article.byline !== "" && article.publishedOn !== null ? ", " : null}
              {article.publishedOn === null ? null : <Day iso={article.publishedOn} />}
            </p>
            {claims.length === 0 ? (
              <p className="invites">
                {may.mark
                  ? "Nothing is marked yet. Select words in the text and choose Mark claim."
                  : "Nothing is marked yet."}
              </p>
            ) : null}
          </header>
          <ArticleText text={article.text} blocks={article.blocks} claims={claims} />
          <Margin claims={claims} />
          {may.mark ? (
            <SelectionToolbar articleId={id} versionId={version.id} claims={spans} markClaim={markClaim} />
          ) : null}
        </Galley>
        {children}
      </div>
    </>
  );
}
