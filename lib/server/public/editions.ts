import "server-only";
import { byteCache } from "#lib/server/public/byte-cache.ts";
import { readerContext } from "#lib/server/public/reader-context.ts";
import { inRounds } from "#lib/server/public/rounds.ts";
import { type FrozenReport, frozenReport } from "#lib/server/queries/frozen-report.ts";
import { type PublicStanding, publicStandings } from "#lib/server/queries/public-standings.ts";

const mostEditions = 64 * 1024 * 1024;
const kept = byteCache<FrozenReport & { readonly size: number }>(mostEditions);

/** An edition never changes, so it is read once; null when there is none of this number. */
export async function keptEdition(key: {
  readonly deskId: string;
  readonly articleId: string;
  readonly number: number;
}): Promise<FrozenReport | null> {
  return await kept(`${key.deskId}/${key.articleId}/${key.number}`, async () => {
    const found = await frozenReport(readerContext(), key);
    // Parsed, a text takes about so many times its length.
    return found === null ? null : { ...found, size: found.length * 3 };
  });
}

/** Whether the public reads the edition of this number. */
export function isOpen({ newest, heldBack }: PublicStanding, number: number): boolean {
  return number <= newest && !heldBack.includes(number);
}

/** What of an article is public now: asked of the database for every request, so that all processes say the same. */
export const standingNow: (articleId: string) => Promise<PublicStanding | undefined> = inRounds((ids) =>
  publicStandings(readerContext(), ids),
);
