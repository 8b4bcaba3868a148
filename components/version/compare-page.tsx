import { ArticleCrumb, VersionsCrumb } from "#components/version/article-crumb.tsx";
import { CompareForm } from "#components/version/compare-form.tsx";
import { Comparison, type Shown } from "#components/version/comparison.tsx";
import { becameSentence } from "#components/version/version-words.ts";
import type { ComparisonView, VersionRow } from "#lib/domain/version-views.ts";

type Props = { view: ComparisonView; to: VersionRow; shown: Shown };

/** Two frozen versions of an article beside each other. The whole `main` of a page. */
export function ComparePage({ view, to, shown }: Props) {
  const { articleId, title, from, versions, claims } = view;
  const same = from.number === to.number;
  const path = `/articles/${articleId}/versions/compare?from=${from.number}&to=${to.number}`;
  return (
    <main className="wrap versions" id="main">
      <ArticleCrumb articleId={articleId} title={title}>
        <VersionsCrumb articleId={articleId} />
      </ArticleCrumb>
      <div className="phead">
        <h1>
          Version {from.number} beside version {to.number}
        </h1>
      </div>
      <p className="soft">
        {same ? `Version ${to.number} is on both sides, so nothing differs.` : becameSentence(claims)}
      </p>
      <CompareForm articleId={articleId} versions={versions} from={from.number} to={to.number} />
      {!same && <Comparison view={view} newer={to.number} shown={shown} path={path} />}
    </main>
  );
}
