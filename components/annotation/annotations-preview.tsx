import Link from "next/link";
import { AnnotationTable } from "#components/annotation/annotation-table.tsx";
import { claimsWord, passagesSentence, placingSentence } from "#components/annotation/annotation-words.ts";
import { BringIn } from "#components/annotation/bring-in.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { ArticleCrumb, VersionsCrumb } from "#components/version/article-crumb.tsx";
import type { AnnotationsDraft, AnnotationsPage, BroughtIn } from "#lib/domain/annotation-views.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = { page: AnnotationsPage; draft: AnnotationsDraft; action: FormAction };

/** The last look before passages that were marked elsewhere become claims. The whole `main` of a page. */
export function AnnotationsPreview({ page, draft, action }: Props) {
  const { articleId, title, version } = page;
  const { broughtIn, fileName, claims, toPlace } = draft;
  const article = `/articles/${articleId}`;
  return (
    <main className="versions" id="main">
      <div className="wrap">
        <ArticleCrumb articleId={articleId} title={title}>
          <VersionsCrumb articleId={articleId} />
        </ArticleCrumb>
        <div className="phead">
          <h1>{broughtIn === null ? "Before they come in" : "Brought in"}</h1>
          {fileName !== "" && (
            <span className="faint">
              <bdi>{fileName}</bdi>, into version {version.number}
            </span>
          )}
        </div>
        {broughtIn !== null ? (
          <Done articleId={articleId} broughtIn={broughtIn} />
        ) : (
          <>
            <p className="becomes">{passagesSentence(draft)}</p>
            {toPlace > 0 && <p className="soft mb-6">{placingSentence(draft)}</p>}
            <AnnotationTable rows={draft.rows} passages={draft.passages} articleId={articleId} />
          </>
        )}
      </div>
      {broughtIn === null && (
        <BringIn
          importId={draft.importId}
          articleId={articleId}
          versionId={version.id}
          label={`Bring in ${claimsWord(claims)}`}
          action={action}
          then={toPlace > 0 ? `${article}/placing` : article}
          said={claims === 1 ? "1 claim came in." : `${claimsWord(claims)} came in.`}
        >
          <div className="foot">
            <span className="why">{footWords(draft)}</span>
            <Link className="btn" href={claims === 0 ? `${article}/annotations` : article} prefetch={false}>
              {claims === 0 ? "Choose another file" : "Cancel"}
            </Link>
            {claims > 0 && <SubmitButton>Bring in {claimsWord(claims)}</SubmitButton>}
          </div>
        </BringIn>
      )}
    </main>
  );
}

function footWords({ claims, toPlace }: AnnotationsDraft): string {
  if (claims === 0) return "There is nothing to bring in.";
  return toPlace > 0 ? "What needs placing is asked of you next." : "Nothing is on the desk yet.";
}

function Done({ articleId, broughtIn: { claims, toPlace } }: { articleId: string; broughtIn: BroughtIn }) {
  const needs = toPlace === 1 ? "1 of them needs placing." : `${toPlace} of them need placing.`;
  return (
    <EmptyState
      sentence={claims === 1 ? "1 claim came in from this file." : `${claimsWord(claims)} came in from this file.`}
      next={toPlace > 0 ? needs : "Every one of them had its place at once."}
      action={
        <Link className="btn go" href={`/articles/${articleId}${toPlace > 0 ? "/placing" : ""}`} prefetch={false}>
          {toPlace > 0 ? "Place them" : "Back to the article"}
        </Link>
      }
    />
  );
}
