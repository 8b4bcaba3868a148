"use client";

import Link from "next/link";
import { PassagesUpload } from "#components/annotation/passages-upload.tsx";
import { annotationTypes, sendAnnotations } from "#components/annotation/send-annotations.ts";
import type { AnnotationsDraft, AnnotationsPage } from "#lib/domain/annotation-views.ts";

type Props = {
  page: AnnotationsPage;
  /** The notes that came with the text, where they wait to be brought in by this person. */
  waiting: Pick<AnnotationsDraft, "importId" | "passages"> | null;
};

/** Where passages that were marked with another tool come into an article. The whole `main` of a page. */
export function AnnotationsUpload({ page, waiting }: Props) {
  const article = `/articles/${page.articleId}`;
  return (
    <PassagesUpload
      page={page}
      heading="Bring in annotations"
      lead="Passages that were marked with Hypothesis, Recogito or another tool become claims where their very words stand. Whatever changed, or fits several places, is asked of you. Nothing is guessed."
      action={sendAnnotations}
      accept={annotationTypes}
      hint="W3C Web Annotations as JSON-LD, at most 10 MB and 2,000 passages."
      why="You see what becomes of every passage before it comes in."
      then={`${article}/annotations`}
    >
      {waiting !== null && (
        <p className="elsewhere">
          {waiting.passages === 1 ? "1 note came" : `${waiting.passages} notes came`} with the text.{" "}
          <Link className="link" href={`${article}/annotations/${waiting.importId}`} prefetch={false}>
            Look at {waiting.passages === 1 ? "it" : "them"} and bring {waiting.passages === 1 ? "it" : "them"} in
          </Link>
        </p>
      )}
      <p className="elsewhere">
        Checked in a spreadsheet?{" "}
        <Link className="link" href={`${article}/sheet`} prefetch={false}>
          Bring in a fact-check sheet
        </Link>
      </p>
    </PassagesUpload>
  );
}
