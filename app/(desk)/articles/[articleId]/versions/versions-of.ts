import "server-only";
import { notFound } from "next/navigation";
import type { VersionsPage } from "#lib/domain/version-views.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { versionsPage } from "#lib/server/queries/versions-page.ts";

/** The versions of the article that an address names; the not-found page when there is none, or none that may be seen. */
export async function versionsOf(context: Context, articleId: string): Promise<VersionsPage> {
  const id = identifier.safeParse(articleId);
  return id.success ? shown(await versionsPage(context, id.data)) : notFound();
}

/** The same for whoever brings a new text. */
export async function versionsForChange(
  context: Context,
  articleId: string,
): Promise<VersionsPage & { newest: number }> {
  const page = await versionsOf(context, articleId);
  const newest = page.versions[0]?.number;
  return page.may.addVersion && newest !== undefined ? { ...page, newest } : notFound();
}
