import "server-only";
import type { VersionRow } from "#lib/domain/version-views.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { versionRecords, wordCounts } from "#lib/server/repositories/versions.ts";

const mostListed = 100;

/** The newest 100 versions of an article, newest first, and those with these numbers. The caller has checked that they may be read. */
export async function versionRows(
  db: Tx,
  newest: StoredVersion,
  numbers: readonly number[] = [],
): Promise<VersionRow[]> {
  const { deskId, articleId } = newest;
  const records = await versionRecords(db, deskId, { articleId, after: newest.number - mostListed, numbers });
  const words = await wordCounts(
    db,
    deskId,
    records.map((record) => record.id),
  );
  return records.map((record) => ({
    ...record,
    createdAt: record.createdAt.toISOString(),
    words: words.get(record.id) ?? 0,
  }));
}
