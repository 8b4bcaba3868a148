import "server-only";
import type { SourceView } from "#lib/domain/evidence-views.ts";
import type { Context } from "#lib/server/context.ts";
import { sourceView } from "#lib/server/queries/claim-parts.ts";
import { findSources } from "#lib/server/repositories/sources.ts";

type Found = SourceView & { readonly uses: number };

/** The desk's sources whose title, publication, author or address contains the words, at most `take`. */
export async function sourceSearch(
  { actor, db }: Context,
  options: { readonly words: string; readonly take: number },
): Promise<Found[]> {
  const words = options.words
    .replaceAll("\u0000", "")
    .toWellFormed()
    .trim()
    .slice(0, 200)
    .replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const rows = await findSources(db, actor.deskId, { words, take: Math.min(200, options.take) });
  return rows.map((row) => ({ ...sourceView(row), uses: row._count.evidence }));
}
