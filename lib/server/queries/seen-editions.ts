import "server-only";
import type { Actor } from "#lib/domain/role.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { claimsPrintedIn, editionRows, type StoredEdition } from "#lib/server/repositories/editions.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";

/**
 * The editions of an article that somebody of the desk may see, oldest first: none that prints a claim on which they owe
 * a second verdict.
 */
export async function seenEditions(tx: Tx, actor: Actor, articleId: string): Promise<StoredEdition[]> {
  const key = { deskId: actor.deskId, articleId };
  const rows = await editionRows(tx, key);
  const blind = rows.length === 0 ? new Set<string>() : await blindClaims(tx, actor);
  const telling = await claimsPrintedIn(tx, key, [...blind]);
  return rows.filter((row) => !telling.has(row.id));
}
