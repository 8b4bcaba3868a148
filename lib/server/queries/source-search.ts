import "server-only";
import { patternsOf } from "#lib/domain/search-words.ts";
import type { FoundSource } from "#lib/domain/source-views.ts";
import type { Context } from "#lib/server/context.ts";
import { foundSources } from "#lib/server/queries/found-sources.ts";
import { findSourceIds } from "#lib/server/repositories/source-finding.ts";
import { sourcesByIds } from "#lib/server/repositories/sources.ts";

/** What is typed before there is anything to look for: an address of which only the scheme stands there. */
const notYet = /^(?:https?:?\/{0,2}|www\.?)?$/i;

/**
 * The desk's sources that fit what is being typed (words, an address, a DOI, an ISBN), at most `take`: those cited most
 * come first, then those changed last. Nothing typed gives what was cited last.
 */
export async function sourceSearch(
  { actor, db }: Context,
  options: { readonly words: string; readonly take: number },
): Promise<FoundSource[]> {
  const take = Math.min(50, options.take);
  const words = options.words.replaceAll("\u0000", "").trim();
  const patterns = patternsOf(words);
  if (patterns.length === 0 && !notYet.test(words)) return [];
  const ids = await findSourceIds(db, actor.deskId, { patterns, take });
  const found = await foundSources(db, actor.deskId, await sourcesByIds(db, actor.deskId, ids));
  const inOrder =
    patterns.length === 0
      ? (a: FoundSource, b: FoundSource) => (b.lastUsedAt ?? "").localeCompare(a.lastUsedAt ?? "")
      : (a: FoundSource, b: FoundSource) => b.uses - a.uses;
  return found.toSorted(inOrder).slice(0, take);
}
