import "server-only";
import type { AnonymousContext } from "#lib/server/context.ts";
import { lastPrintedIn } from "#lib/server/repositories/printed-claims.ts";

type Key = { readonly deskId: string; readonly articleId: string; readonly claimId: string; readonly number: number };

/** The edition that printed a claim last, and the one after it, which left it out. */
export type LeftOutClaim = { readonly printed: number; readonly leftOut: number };

/**
 * What became of a claim that edition `number` does not print; null where no edition before it does. For callers that
 * have made sure that the article's editions are public.
 */
export async function leftOutClaim(
  { db }: Pick<AnonymousContext, "db">,
  { number, ...key }: Key,
): Promise<LeftOutClaim | null> {
  const printed = await lastPrintedIn(db, { ...key, before: number });
  return printed === null ? null : { printed, leftOut: printed + 1 };
}
