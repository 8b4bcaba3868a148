import "server-only";
import type { AnonymousContext } from "#lib/server/context.ts";
import { type PublicEdition, publicEditions } from "#lib/server/repositories/publications.ts";

const perPage = 20;

/** One page of a desk's public editions, the latest first; `next` is the id to go on after, null on the last page. */
export type PublicEditions = { readonly editions: readonly PublicEdition[]; readonly next: string | null };

/** `reviews` are the newest editions whose claims have pages of their own; `editions` are all that are public now. */
export async function publicEditionsPage(
  { db, now }: AnonymousContext,
  asked: { readonly deskId: string; readonly of: "reviews" | "editions"; readonly after: string | null },
): Promise<PublicEditions> {
  const { deskId, of, after } = asked;
  const rows = await publicEditions(db, deskId, { now, after, of, take: perPage + 1 });
  const editions = rows.slice(0, perPage);
  return { editions, next: rows.length > perPage ? (editions.at(-1)?.id ?? null) : null };
}
