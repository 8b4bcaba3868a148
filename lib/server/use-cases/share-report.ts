import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { printedSentence } from "#lib/domain/printed-claims.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { ShareReport } from "#lib/schemas/publication.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { newToken } from "#lib/server/one-use-token.ts";
import { heldEditions } from "#lib/server/queries/held-editions.ts";
import { lockArticle } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { editionNamed, newestEdition } from "#lib/server/repositories/frozen-editions.ts";
import { isBlindIn } from "#lib/server/repositories/publish-facts.ts";
import { insertReportLink, renewReportLink, reportLinkById } from "#lib/server/repositories/report-links.ts";
import { keptInPrint } from "#lib/server/repositories/shown-outside.ts";

const dayMs = 24 * 3_600_000;

/**
 * A link by which somebody outside reads an edition, or always the newest one, until it expires or is revoked; it works
 * under an embargo too. The token is in the answer and nowhere else; the same request sent again makes the same link with
 * another token, and the first one stops working. Refuses an edition that prints what a second verdict has to be blind
 * for, and one that names a source which is confidential now.
 */
export function shareReport(
  { actor, db, now }: Context,
  input: ShareReport,
): Promise<Outcome<{ id: string; token: string }>> {
  const { deskId, memberId: createdById } = actor;
  return inTransaction(db, async (tx) => {
    const { id, articleId, editionId, name, days } = input;
    const loaded = permit(actor, "report.share", await lockArticle(tx, deskId, articleId));
    if (!loaded.ok) return loaded;
    if (await isBlindIn(tx, actor, articleId)) return refused("blind-second");
    const { token, tokenHash } = newToken();
    const sent = await reportLinkById(tx, deskId, id);
    if (sent !== null) {
      if (sent.createdById !== createdById || sent.articleId !== articleId || sent.editionId !== editionId)
        return notFound();
      if (sent.revokedAt !== null || sent.expiresAt <= now) return refused("invite-over");
      await renewReportLink(tx, { deskId, id }, tokenHash);
      return ok({ id, token });
    }
    const newest = await newestEdition(tx, { deskId, articleId });
    if (newest === null) return refused("not-published");
    const named = editionId === null ? null : await editionNamed(tx, { deskId, articleId }, editionId);
    if (editionId !== null && named === null) return notFound();
    const kept = await keptInPrint(tx, { deskId, articleId }, named?.id ?? newest.id);
    if (kept.length > 0) return refused("second-open", printedSentence(kept));
    const number = named?.number ?? newest.number;
    const held = (await heldEditions(tx, { deskId, articleId })).find((edition) => edition.number === number);
    if (held !== undefined) return refused("names-protected", printedSentence(held.claims));

    const expiresAt = new Date(now.getTime() + days * dayMs);
    await insertReportLink(tx, {
      ...{ deskId, id, articleId, editionId, tokenHash, name, createdById, expiresAt },
      createdAt: now,
    });
    const details = { name, days, ...(named === null ? {} : { number: named.number }) };
    await appendAudit(
      tx,
      { deskId, actorId: createdById, now },
      { action: "report.link", subjectId: id, articleId, details },
    );
    return ok({ id, token });
  });
}
