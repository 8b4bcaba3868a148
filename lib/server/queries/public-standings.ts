import "server-only";
import { isUnderEmbargo } from "#lib/domain/publication.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { heldBack } from "#lib/server/queries/held-editions.ts";
import { publicRows } from "#lib/server/repositories/publications.ts";

/** What a page of a public report needs to know besides the edition that it shows. */
export type PublicStanding = {
  readonly deskId: string;
  readonly articleId: string;
  /** The number of the newest edition; all from 1 on are there, but for those that are held back. */
  readonly newest: number;
  /** Whether the newest takes the check back. */
  readonly isWithdrawn: boolean;
  readonly isIndexed: boolean;
  readonly hasClaimPages: boolean;
  /** Editions that name a source which is confidential now: for the public they are not there. */
  readonly heldBack: readonly number[];
};

/** The articles among these whose editions are public at this moment. The others look like what was never there. */
export async function publicStandings(
  { db, now }: AnonymousContext,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, PublicStanding>> {
  const rows = await publicRows(db, articleIds);
  const open = rows.filter(({ embargoUntil }) => !isUnderEmbargo(embargoUntil, now));
  const standings = open.map(async ({ embargoUntil: _, confidential, ...row }) => {
    const held = await heldBack({ db }, { ...row, confidential });
    return [row.articleId, { ...row, heldBack: held }] as const;
  });
  return new Map(await Promise.all(standings));
}
