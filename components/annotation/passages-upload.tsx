"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { ArticleCrumb, VersionsCrumb } from "#components/version/article-crumb.tsx";
import type { AnnotationsPage } from "#lib/domain/annotation-views.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  page: Pick<AnnotationsPage, "articleId" | "title" | "version">;
  heading: string;
  lead: string;
  action: FormAction;
  accept: string;
  hint: string;
  why: string;
  /** Where a file that was read is looked at, without the id that ends its path. */
  then: string;
  children?: ReactNode;
};

/** Where a file of passages comes into an article. The whole `main` of a page. */
export function PassagesUpload({ page, heading, lead, action, accept, hint, why, then, children }: Props) {
  const router = useRouter();
  const { articleId, title, version } = page;
  return (
    <main className="wrap narrow" id="main">
      <ArticleCrumb articleId={articleId} title={title}>
        <VersionsCrumb articleId={articleId} />
      </ArticleCrumb>
      <div className="phead">
        <h1>{heading}</h1>
        <span className="faint">into version {version.number}</span>
      </div>
      <p className="soft mb-6">{lead}</p>
      <Form
        action={action}
        label={heading}
        className="stack"
        makesId
        hidden={{ articleId }}
        onSaved={(id) => router.push(`${then}/${id}`)}
      >
        <TextField name="file" label="File" type="file" accept={accept} hint={hint} />
        <div className="acts">
          <SubmitButton>Read it</SubmitButton>
          <Link className="btn bare" href={`/articles/${articleId}`} prefetch={false}>
            Cancel
          </Link>
          <span className="why">{why}</span>
        </div>
      </Form>
      {children}
    </main>
  );
}
