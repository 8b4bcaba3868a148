import "server-only";
import { notFound, type Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { Actor } from "#lib/domain/role.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { articleOfEdition, editionRow } from "#lib/server/repositories/editions.ts";

export type Published = { readonly id: string; readonly number: number; readonly digest: string };

type Asked = { readonly id: string; readonly articleId: string; readonly isWithdrawal: boolean };

/**
 * What the same request made when it was sent before; null where no edition has this id. `not-found` where another one
 * has it, on whichever desk: an edition's id is its own everywhere.
 */
export async function editionSent(
  tx: Tx,
  { deskId, memberId }: Pick<Actor, "deskId" | "memberId">,
  { id, articleId, isWithdrawal }: Asked,
): Promise<Outcome<Published> | null> {
  if ((await articleOfEdition(tx, id)) === null) return null;
  const sent = await editionRow(tx, deskId, id);
  const isOwn = sent?.articleId === articleId && sent.publishedById === memberId && sent.isWithdrawal === isWithdrawal;
  return isOwn ? ok({ id, number: sent.number, digest: sent.digest }) : notFound();
}
