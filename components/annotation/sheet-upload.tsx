"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { sendSheet, sheetTypes } from "#components/annotation/send-sheet.ts";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { ArticleCrumb, VersionsCrumb } from "#components/version/article-crumb.tsx";
import type { SheetPage } from "#lib/domain/annotation-sheet.ts";

/** Where a desk's fact-check sheet comes into an article. The whole `main` of a page. */
export function SheetUpload({ page: { articleId, title, version } }: { page: SheetPage }) {
  const router = useRouter();
  return (
    <main className="wrap narrow" id="main">
      <ArticleCrumb articleId={articleId} title={title}>
        <VersionsCrumb articleId={articleId} />
      </ArticleCrumb>
      <div className="phead">
        <h1>Bring in a fact-check sheet</h1>
        <span className="faint">into version {version.number}</span>
      </div>
      <p className="soft mb-6">
        Each row becomes a claim where its quote stands in the text, with its sources as evidence and its notes. Rows
        that are not in the text are listed, and stay out.
      </p>
      <Form
        action={sendSheet}
        label="Bring in a fact-check sheet"
        className="stack"
        makesId
        hidden={{ articleId }}
        onSaved={(id) => router.push(`/articles/${articleId}/sheet/${id}`)}
      >
        <TextField
          name="file"
          label="File"
          type="file"
          accept={sheetTypes}
          hint="XLSX or CSV, one row for each fact; at most 10 MB and 2,000 facts."
        />
        <div className="acts">
          <SubmitButton>Read it</SubmitButton>
          <Link className="btn bare" href={`/articles/${articleId}`} prefetch={false}>
            Cancel
          </Link>
          <span className="why">You say next what its columns hold.</span>
        </div>
      </Form>
    </main>
  );
}
