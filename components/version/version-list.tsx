import Link from "next/link";
import { PlacingMark } from "#components/placing/placing-mark.tsx";
import { Moment } from "#components/ui/time.tsx";
import { ArticleCrumb } from "#components/version/article-crumb.tsx";
import { CompareForm } from "#components/version/compare-form.tsx";
import { wordsOf } from "#components/version/version-words.ts";
import type { VersionRow, VersionsPage } from "#lib/domain/version-views.ts";

type Props = { page: Omit<VersionsPage, "text"> };

/** An article's versions, newest first, any two of which can be compared. The whole `main` of a page. */
export function VersionList({ page }: Props) {
  const { articleId, title, versions, toPlace, may } = page;
  const [newest, previous] = versions;
  return (
    <main className="wrap versions" id="main">
      <ArticleCrumb articleId={articleId} title={title} />
      <div className="phead">
        <h1>Versions</h1>
        {may.addVersion && (
          <div className="end">
            <Link className="btn" href={`/articles/${articleId}/versions/edit`} prefetch={false}>
              Edit the text
            </Link>
            <Link className="btn go" href={`/articles/${articleId}/versions/new`} prefetch={false}>
              New version
            </Link>
          </div>
        )}
      </div>
      {toPlace > 0 && (
        <p className="toplace">
          <PlacingMark label={toPlace === 1 ? "1 claim needs placing" : `${toPlace} claims need placing`} />
          <Link className="link" href={`/articles/${articleId}/placing`} prefetch={false}>
            Place {toPlace === 1 ? "it" : "them"}
          </Link>
        </p>
      )}
      {newest !== undefined && previous !== undefined ? (
        <CompareForm articleId={articleId} versions={versions} from={previous.number} to={newest.number} />
      ) : (
        <p className="soft mb-6">
          This article has one version. Its text is never changed: a new text becomes version 2.
        </p>
      )}
      {may.addVersion && (
        <p className="elsewhere">
          Marked elsewhere?{" "}
          <Link className="link" href={`/articles/${articleId}/annotations`} prefetch={false}>
            Bring in annotations
          </Link>{" "}
          or{" "}
          <Link className="link" href={`/articles/${articleId}/sheet`} prefetch={false}>
            a fact-check sheet
          </Link>
        </p>
      )}
      <ol className="rows vlist" reversed>
        {versions.map((version) => (
          <Row key={version.id} articleId={articleId} version={version} isNewest={version === newest} />
        ))}
      </ol>
    </main>
  );
}

function Row({ articleId, version, isNewest }: { articleId: string; version: VersionRow; isNewest: boolean }) {
  const { number } = version;
  return (
    <li>
      <div>
        <h2 className="name">
          {isNewest ? (
            <Link className="name" href={`/articles/${articleId}`} prefetch={false}>
              Version {number}
            </Link>
          ) : (
            `Version ${number}`
          )}
        </h2>
        <p className="meta">
          {isNewest && <span>present text</span>}
          <bdi>{version.importedFrom}</bdi>
          <span className="num">{wordsOf(version.words)}</span>
          {number > 1 && (
            <span>
              <Link
                className="link"
                href={`/articles/${articleId}/versions/compare?from=${number - 1}&to=${number}`}
                prefetch={false}
              >
                What changed<span className="vh"> in version {number}</span>
              </Link>
            </span>
          )}
          {version.original !== null && (
            <span>
              <a className="link" href={`/api/v1/versions/${version.id}/original`} download>
                Original<span className="vh"> of version {number}</span>
              </a>{" "}
              <span className="sha">SHA-256 {version.original.sha256}</span>
            </span>
          )}
        </p>
      </div>
      <span className="side">
        <bdi>{version.createdBy.name}</bdi>, <Moment iso={version.createdAt} />
      </span>
    </li>
  );
}
