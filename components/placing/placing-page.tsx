import type { PlacingActions } from "#components/placing/placing-actions.ts";
import { PlacingList } from "#components/placing/placing-list.tsx";
import { PagesNav } from "#components/ui/pages-nav.tsx";
import { ArticleCrumb, VersionsCrumb } from "#components/version/article-crumb.tsx";
import type { PlacingPage as Page } from "#lib/domain/version-views.ts";

type Props = { page: Page; actions: PlacingActions; isFirst: boolean };

/** The claims of an article whose place somebody has to decide, old beside new. The whole `main` of a page. */
export function PlacingPage({ page, actions, isFirst }: Props) {
  const { articleId, title, version, counts, next } = page;
  const total = counts.changed + counts.ambiguous + counts.lost;
  const path = `/articles/${articleId}/placing`;
  return (
    <main className="wrap placing" id="main">
      <ArticleCrumb articleId={articleId} title={title}>
        <VersionsCrumb articleId={articleId} />
      </ArticleCrumb>
      <div className="phead">
        <h1>Needs placing</h1>
        {total > 0 && (
          <span className="faint">
            Version {version.number}: {countWords(counts)}
          </span>
        )}
      </div>
      <PlacingList page={page} actions={actions} isFirst={isFirst} />
      <PagesNav first={isFirst ? null : path} next={next === null ? null : `${path}?after=${next}`} />
    </main>
  );
}

function countWords({ changed, ambiguous, lost }: Page["counts"]): string {
  const words = [
    changed > 0 ? `${changed} changed` : "",
    ambiguous > 0 ? `${ambiguous} with several places` : "",
    lost > 0 ? `${lost} gone` : "",
  ];
  return words.filter((word) => word !== "").join(", ");
}
