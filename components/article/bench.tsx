import type { ReactNode } from "react";
import { ArticleText } from "#components/article/article-text.tsx";
import { ClaimsProvider } from "#components/article/claims-provider.tsx";
import { Galley } from "#components/article/galley.tsx";
import type { MarkClaim } from "#components/article/mark-claim.ts";
import { MarkingTools } from "#components/article/marking-tools.tsx";
import { NothingMarked } from "#components/article/nothing-marked.tsx";
import type { PlaceClaim, PlacingClaim } from "#components/article/place-claim.ts";
import { PlacingMode } from "#components/article/placing-mode.tsx";
import { ReadingKeys } from "#components/article/reading-keys.tsx";
import { RestingPanel } from "#components/article/resting-panel.tsx";
import { SlugLine } from "#components/article/slug-line.tsx";
import { Day } from "#components/ui/time.tsx";
import type { ArticleView } from "#lib/domain/views.ts";

type Props = {
  article: ArticleView;
  /** Whether the page that asks has the words already, so that they need not be sent again. */
  hasWords: boolean;
  markClaim: MarkClaim;
  placingClaim: (claimId: string) => Promise<PlacingClaim | null>;
  place: PlaceClaim;
  /** More to do with the article, beside "Prepare report". */
  actions?: ReactNode;
  /** The open claim's panel in its `PanelFrame`, or nothing. */
  children: ReactNode;
};

/** The galley under its slug line, with the claims' notes in the margin and one claim's panel beside it. */
export function Bench({ article, hasWords, markClaim, placingClaim, place, actions, children }: Props) {
  const { id, title, version, claims, may, text, blocks } = article;
  const opening = blocks[0];
  const titled = opening?.type === "heading" && text.slice(opening.start, opening.end) === title;
  return (
    <ClaimsProvider
      key={version.id}
      articleId={id}
      versionId={version.id}
      words={hasWords ? null : { text, blocks }}
      claims={claims}
    >
      <SlugLine article={article} actions={actions} />
      <div className="bench">
        <Galley label={title} lang={article.language} beside={<RestingPanel mayMark={may.mark} />}>
          <PlacingMode articleId={id} placingClaim={placingClaim} place={place}>
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
              <NothingMarked mayMark={may.mark} />
            </header>
            <ArticleText />
            {may.mark ? <MarkingTools versionId={version.id} markClaim={markClaim} /> : null}
          </PlacingMode>
        </Galley>
        {children}
      </div>
    </ClaimsProvider>
  );
}
