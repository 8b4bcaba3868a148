import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { RevokeReportLink } from "#lib/schemas/publication.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { lockArticle } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { endReportLink, reportLinkById } from "#lib/server/repositories/report-links.ts";

/** Ends a link to the report at once. Revoking twice is once. */
export function revokeReportLink(
  { actor, db, now }: Context,
  { id }: RevokeReportLink,
): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const named = permit(actor, "report.share", await reportLinkById(tx, deskId, id));
    if (!named.ok) return named;
    const { articleId, name } = named.value;
    // So that two who revoke at once are one in the record.
    await lockArticle(tx, deskId, articleId);
    if ((await reportLinkById(tx, deskId, id))?.revokedAt !== null) return ok({ id });

    await endReportLink(tx, { deskId, id }, now);
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "report.unlink", subjectId: id, articleId, details: { name } },
    );
    return ok({ id });
  });
}
