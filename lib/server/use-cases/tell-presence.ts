import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { Actor } from "#lib/domain/role.ts";
import { can } from "#lib/policy/can.ts";
import type { TellPresence } from "#lib/schemas/presence.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { claimById } from "#lib/server/repositories/claims.ts";
import { dropPage, notePage, tellPresence as tell, tidyPages } from "#lib/server/repositories/presence.ts";

/** Says that one's page shows an article or a claim of it, or that it is gone. Presence is no part of the record. */
export function tellPresence({ actor, db }: Context, input: TellPresence): Promise<Outcome<{ id: string }>> {
  return inTransaction(db, async (tx) => {
    if (!can(actor, "live.read", actor)) return forbidden();
    const { deskId, memberId } = actor;
    const page = { deskId, id: input.id, memberId };
    if (input.gone) {
      const left = await dropPage(tx, page);
      if (left !== null) await tell(tx, { deskId, articleId: left });
      return ok({ id: input.id });
    }
    const articleId = await articleOf(tx, actor, input);
    if (articleId === null) return notFound();
    const was = await notePage(tx, { ...page, articleId, claimId: input.claimId });
    if (was === "taken") return notFound();
    if (was === "new") await tidyPages(tx, page);
    if (was !== "same") await tell(tx, { deskId, articleId });
    return ok({ id: input.id });
  });
}

/** The article that the page shows; null when it, or the claim, is not there, not the desk's, or not of one another. */
async function articleOf(tx: Tx, { deskId }: Actor, { articleId, claimId }: TellPresence): Promise<string | null> {
  if (claimId !== null) {
    const claim = await claimById(tx, deskId, claimId);
    return claim !== null && (articleId === null || claim.articleId === articleId) ? claim.articleId : null;
  }
  return articleId === null ? null : ((await articleById(tx, deskId, articleId))?.id ?? null);
}
