import Link from "next/link";
import { ArticleCrumb, VersionsCrumb } from "#components/version/article-crumb.tsx";

type Props = { article: { articleId: string; title: string }; number: number };

/** What stands where a text was previewed that is a version now, for whoever goes back to it. The whole `main`. */
export function AlreadyFrozen({ article: { articleId, title }, number }: Props) {
  const href = `/articles/${articleId}`;
  return (
    <main className="wrap versions" id="main">
      <ArticleCrumb articleId={articleId} title={title}>
        <VersionsCrumb articleId={articleId} />
      </ArticleCrumb>
      <div className="phead">
        <h1>Frozen as version {number}</h1>
      </div>
      <p className="becomes">This text is version {number} of the article now. Its words stay as they are.</p>
      <div className="acts">
        <Link className="btn" href={`${href}/versions/compare?from=${number - 1}&to=${number}`} prefetch={false}>
          See what changed
        </Link>
        <Link className="btn" href={href} prefetch={false}>
          Back to the article
        </Link>
      </div>
    </main>
  );
}
