import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { latestVersion } from "#lib/server/repositories/articles.ts";
import { versionById } from "#lib/server/repositories/versions.ts";

type Named = { readonly articleId: string; readonly versionId: string };

/** The version that a request names, if it still is its article's newest. */
export async function presentVersion(
  tx: Tx,
  deskId: string,
  { articleId, versionId }: Named,
): Promise<Outcome<StoredVersion>> {
  const newest = await latestVersion(tx, deskId, articleId);
  if (newest?.id === versionId) return ok(newest);
  const named = await versionById(tx, deskId, versionId);
  return named === null || named.articleId !== articleId ? notFound() : refused("version-superseded");
}
