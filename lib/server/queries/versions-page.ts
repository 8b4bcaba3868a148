import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { VersionsPage } from "#lib/domain/version-views.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { versionRows } from "#lib/server/queries/version-rows.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { countToPlace } from "#lib/server/repositories/placements.ts";

/** The versions of an article, the newest 100, and the newest one's text for whoever edits it. */
export async function versionsPage({ actor, db }: Context, articleId: string): Promise<Outcome<VersionsPage>> {
  const { deskId } = actor;
  const loaded = permit(actor, "article.read", await articleById(db, deskId, articleId));
  if (!loaded.ok) return loaded;
  const newest = await latestVersion(db, deskId, articleId);
  if (newest === null) return notFound();
  const { title, language, address } = loaded.value;
  return ok({
    articleId,
    title,
    language,
    address,
    text: newest.text,
    versions: await versionRows(db, newest),
    toPlace: await countToPlace(db, { deskId, versionId: newest.id }),
    may: { addVersion: can(actor, "article.version", loaded.value) },
  });
}
