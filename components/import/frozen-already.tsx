import Link from "next/link";

/** What stands where an import was looked at that is an article now, for whoever goes back to it. The whole `main`. */
export function FrozenAlready({ articleId, title }: { articleId: string; title: string }) {
  return (
    <main className="wrap versions" id="main">
      <div className="phead">
        <h1>Frozen as version 1</h1>
      </div>
      <p className="becomes">
        This text is the article <bdi>{title}</bdi> now. Its words stay as they are.
      </p>
      <div className="acts">
        <Link className="btn" href={`/articles/${articleId}`} prefetch={false}>
          Open the article
        </Link>
        <Link className="btn" href="/articles/import" prefetch={false}>
          Import another
        </Link>
      </div>
    </main>
  );
}
