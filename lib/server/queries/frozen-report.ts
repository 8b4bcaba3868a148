import "server-only";
import type { SignedEdition } from "#lib/domain/edition.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { frozenEdition } from "#lib/server/repositories/frozen-editions.ts";

export type FrozenReport = { readonly signed: SignedEdition; readonly digest: string; readonly length: number };

type Key = { readonly deskId: string; readonly articleId: string; readonly number: number };

/**
 * An edition as it was frozen, from its own row alone. For callers that have made sure who may read it; `length` is that
 * of its document in UTF-16 code units.
 */
export async function frozenReport({ db }: Pick<AnonymousContext, "db">, key: Key): Promise<FrozenReport | null> {
  return await frozenEdition(db, key);
}
