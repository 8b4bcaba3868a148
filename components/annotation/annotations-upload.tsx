"use client";

import Link from "next/link";
import { PassagesUpload } from "#components/annotation/passages-upload.tsx";
import { annotationTypes, sendAnnotations } from "#components/annotation/send-annotations.ts";
import type { AnnotationsPage } from "#lib/domain/annotation-views.ts";

/** Where passages that were marked with another tool come into an article. The whole `main` of a page. */
export function AnnotationsUpload({ page }: { page: AnnotationsPage }) {
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
      <p className="elsewhere">
        Checked in a spreadsheet?{" "}
        <Link className="link" href={`${article}/sheet`} prefetch={false}>
          Bring in a fact-check sheet
        </Link>
      </p>
    </PassagesUpload>
  );
}
