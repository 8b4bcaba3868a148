import "server-only";
import { patternsOf } from "#lib/domain/search-words.ts";
import type { FoundSource } from "#lib/domain/source-views.ts";
import { can } from "#lib/policy/can.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { foundSources } from "#lib/server/queries/found-sources.ts";
import { findSourceIds } from "#lib/server/repositories/source-finding.ts";
import { sourcesByIds } from "#lib/server/repositories/sources.ts";

/** What is typed before there is anything to look for: an address of which only the scheme stands there. */
const notYet = /^(?:https?:?\/{0,2}|www\.?)?$/i;

/**
 * The desk's sources that fit what is being typed (words, an address, a DOI, an ISBN), at most `take`: those cited most
 * come first, then those changed last. Nothing typed gives what was cited last; `also` is the id of one that is wanted
 * whatever was typed.
 */
export async function sourceSearch(
  { actor, db }: Context,
  options: { readonly words: string; readonly take: number; readonly also?: string | undefined },
): Promise<FoundSource[]> {
  if (!can(actor, "source.read", actor)) return [];
  const take = Math.min(50, options.take);
  const words = options.words.replaceAll("\u0000", "").trim();
  const patterns = patternsOf(words);
  if (patterns.length === 0 && !notYet.test(words)) return [];
  const ids = await findSourceIds(db, actor.deskId, { patterns, take });
  const also = identifier.safeParse(options.also);
  const wanted = also.success ? [...new Set([...ids, also.data])] : ids;
  const found = await foundSources(db, actor.deskId, await sourcesByIds(db, actor.deskId, wanted));
  const inOrder =
    patterns.length === 0
      ? (a: FoundSource, b: FoundSource) => (b.lastUsedAt ?? "").localeCompare(a.lastUsedAt ?? "")
      : (a: FoundSource, b: FoundSource) => b.uses - a.uses;
  const first = found.toSorted(inOrder).slice(0, take);
  return also.success
    ? [...first, ...found.filter(({ id }) => id === also.data && !first.some((other) => other.id === id))]
    : first;
}
