import "server-only";
import { isUnderEmbargo } from "#lib/domain/publication.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { publicRows } from "#lib/server/repositories/publications.ts";

/** What a page of a public report needs to know besides the edition that it shows. */
export type PublicStanding = {
  readonly deskId: string;
  readonly articleId: string;
  /** The number of the newest edition; all from 1 on are there. */
  readonly newest: number;
  /** Whether the newest takes the check back. */
  readonly isWithdrawn: boolean;
  readonly isIndexed: boolean;
  readonly hasClaimPages: boolean;
};

/** The articles among these whose editions are public at this moment. The others look like what was never there. */
export async function publicStandings(
  { db, now }: AnonymousContext,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, PublicStanding>> {
  const rows = await publicRows(db, articleIds);
  const open = rows.filter(({ embargoUntil }) => !isUnderEmbargo(embargoUntil, now));
  return new Map(open.map(({ embargoUntil: _, ...standing }) => [standing.articleId, standing]));
}
