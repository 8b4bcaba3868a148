import type { Metadata } from "next";
import { ArticleCrumb, VersionsCrumb } from "#components/version/article-crumb.tsx";
import { EditTextForm } from "#components/version/edit-text-form.tsx";
import { pageContext } from "#lib/server/session.ts";
import { versionsForChange } from "../versions-of.ts";

export const metadata: Metadata = { title: "Edit the text" };

export default async function EditTextPage({ params }: { params: Promise<{ articleId: string }> }) {
  const page = await versionsForChange(await pageContext(), (await params).articleId);
  const { articleId, title, text, language, newest } = page;
  return (
    <main className="wrap narrow" id="main">
      <ArticleCrumb articleId={articleId} title={title}>
        <VersionsCrumb articleId={articleId} />
      </ArticleCrumb>
      <div className="phead">
        <h1>Edit the text</h1>
        <span className="faint">
          Version {newest} stays as it is; your words become version {newest + 1}.
        </span>
      </div>
      <EditTextForm articleId={articleId} number={newest} text={text} language={language} />
    </main>
  );
}
