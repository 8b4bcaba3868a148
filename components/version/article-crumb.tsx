import Link from "next/link";
import type { ReactNode } from "react";

type Props = { articleId: string; title: string; children?: ReactNode };

/** The way back to the article, and to whatever lies between (`children`, as links). */
export function ArticleCrumb({ articleId, title, children }: Props) {
  return (
    <nav className="crumb tight" aria-label="Way back">
      <Link className="link" href={`/articles/${articleId}`} prefetch={false}>
        <bdi>{title}</bdi>
      </Link>
      {children}
    </nav>
  );
}

/** The list of the article's versions, as a step on the way back. */
export function VersionsCrumb({ articleId }: { articleId: string }) {
  return (
    <Link className="link" href={`/articles/${articleId}/versions`} prefetch={false}>
      Versions
    </Link>
  );
}
