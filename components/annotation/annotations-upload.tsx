"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { annotationTypes, sendAnnotations } from "#components/annotation/send-annotations.ts";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { ArticleCrumb, VersionsCrumb } from "#components/version/article-crumb.tsx";
import type { AnnotationsPage } from "#lib/domain/annotation-views.ts";

/** Where passages that were marked with another tool come into an article. The whole `main` of a page. */
export function AnnotationsUpload({ page: { articleId, title, version } }: { page: AnnotationsPage }) {
  const router = useRouter();
  return (
    <main className="wrap narrow" id="main">
      <ArticleCrumb articleId={articleId} title={title}>
        <VersionsCrumb articleId={articleId} />
      </ArticleCrumb>
      <div className="phead">
        <h1>Bring in annotations</h1>
        <span className="faint">into version {version.number}</span>
      </div>
      <p className="soft mb-6">
        Passages that were marked with Hypothesis, Recogito or another tool become claims where their very words stand.
        Whatever changed, or fits several places, is asked of you. Nothing is guessed.
      </p>
      <Form
        action={sendAnnotations}
        label="Bring in annotations"
        className="stack"
        makesId
        hidden={{ articleId }}
        onSaved={(id) => router.push(`/articles/${articleId}/annotations/${id}`)}
      >
        <TextField
          name="file"
          label="File"
          type="file"
          accept={annotationTypes}
          hint="W3C Web Annotations as JSON-LD, at most 10 MB and 2,000 passages."
        />
        <div className="acts">
          <SubmitButton>Read it</SubmitButton>
          <Link className="btn bare" href={`/articles/${articleId}`} prefetch={false}>
            Cancel
          </Link>
          <span className="why">You see what becomes of every passage before it comes in.</span>
        </div>
      </Form>
      <p className="elsewhere">
        Checked in a spreadsheet?{" "}
        <Link className="link" href={`/articles/${articleId}/sheet`} prefetch={false}>
          Bring in a fact-check sheet
        </Link>
      </p>
    </main>
  );
}
