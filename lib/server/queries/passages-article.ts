import "server-only";
import type { AnnotationsPage } from "#lib/domain/annotation-views.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";

type PassagesArticle = {
  readonly page: Pick<AnnotationsPage, "articleId" | "title" | "version">;
  readonly version: StoredVersion;
};

/** An article that the actor may bring passages into, and its newest version. */
export async function passagesArticle({ actor, db }: Context, articleId: string): Promise<Outcome<PassagesArticle>> {
  const loaded = permit(actor, "claim.mark", await articleById(db, actor.deskId, articleId));
  if (!loaded.ok) return loaded;
  const version = await latestVersion(db, actor.deskId, articleId);
  if (version === null) return notFound();
  const { id, number } = version;
  return ok({ page: { articleId, title: loaded.value.title, version: { id, number } }, version });
}
