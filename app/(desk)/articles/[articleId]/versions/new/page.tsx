import type { Metadata } from "next";
import { ArticleCrumb, VersionsCrumb } from "#components/version/article-crumb.tsx";
import { NewVersionForm } from "#components/version/new-version-form.tsx";
import { pageContext } from "#lib/server/session.ts";
import { versionsForChange } from "../versions-of.ts";

export const metadata: Metadata = { title: "New version" };

export default async function NewVersionPage({ params }: { params: Promise<{ articleId: string }> }) {
  const page = await versionsForChange(await pageContext(), (await params).articleId);
  const { articleId, title, address, newest } = page;
  return (
    <main className="wrap narrow" id="main">
      <ArticleCrumb articleId={articleId} title={title}>
        <VersionsCrumb articleId={articleId} />
      </ArticleCrumb>
      <div className="phead">
        <h1>New version</h1>
      </div>
      <NewVersionForm articleId={articleId} number={newest + 1} address={address} />
    </main>
  );
}
