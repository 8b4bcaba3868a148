import Link from "next/link";
import { AnnotationTable } from "#components/annotation/annotation-table.tsx";
import {
  claimsWord,
  leftOutSentence,
  passagesSentence,
  placingSentence,
} from "#components/annotation/annotation-words.ts";
import { BringIn } from "#components/annotation/bring-in.tsx";
import { UnplacedRows } from "#components/annotation/unplaced-rows.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ArticleCrumb, VersionsCrumb } from "#components/version/article-crumb.tsx";
import type { AnnotationsDraft, AnnotationsPage, BroughtIn } from "#lib/domain/annotation-views.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = { page: AnnotationsPage; draft: AnnotationsDraft; action: FormAction };

/** The last look before passages that were marked elsewhere become claims. The whole `main` of a page. */
export function AnnotationsPreview({ page, draft, action }: Props) {
  const { articleId, title, version } = page;
  const { broughtIn, fileName, claims, toPlace, unplaced } = draft;
  const chooses = draft.rows.some(({ label }) => label !== "");
  const head = (
    <>
      <ArticleCrumb articleId={articleId} title={title}>
        <VersionsCrumb articleId={articleId} />
      </ArticleCrumb>
      <div className="phead">
        <h1>{broughtIn === null ? "Before they come in" : "Brought in"}</h1>
        <span className="faint">
          {fileName === "" ? "Into" : <bdi>{fileName}</bdi>}
          {fileName === "" ? "" : ", into"} version {version.number}
        </span>
      </div>
    </>
  );
  if (broughtIn !== null) {
    return (
      <main className="versions wrap" id="main">
        {head}
        <Done articleId={articleId} broughtIn={broughtIn} />
        {unplaced.length > 0 && <UnplacedRows rows={unplaced} />}
      </main>
    );
  }
  return (
    <main className="versions bringin" id="main">
      <BringIn
        importId={draft.importId}
        articleId={articleId}
        versionId={version.id}
        action={action}
        claims={claims}
        toPlace={toPlace}
        chooses={chooses}
      >
        <div className="wrap">
          {head}
          <p className="becomes">{passagesSentence(draft)}</p>
          {toPlace > 0 && <p className="soft mb-6">{placingSentence(draft)}</p>}
          {chooses && <p className="soft mb-6">{leftOutSentence(draft)}</p>}
          {unplaced.length > 0 && <UnplacedRows rows={unplaced} />}
          <AnnotationTable rows={draft.rows} passages={draft.passages} articleId={articleId} chooses={chooses} />
        </div>
      </BringIn>
    </main>
  );
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
