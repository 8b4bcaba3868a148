import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { checkSpan, quoteOf } from "#lib/domain/span.ts";
import { permit } from "#lib/policy/permit.ts";
import type { MarkClaim } from "#lib/schemas/claim.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { latestVersion, lockArticle, takeClaimNumber } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { claimById, insertClaim } from "#lib/server/repositories/claims.ts";
import { claimOnSpan } from "#lib/server/repositories/placements.ts";

type Marked = { readonly id: string; readonly existed: boolean };

/**
 * Marks a claim on a span of the article's latest version. A span that carries a claim already gives that claim, and
 * so does the same request sent twice; words that are only offered to a claim are free. Refuses spans beyond the text, inside a grapheme, or of white space.
 */
export function markClaim({ actor, db, now }: Context, input: MarkClaim): Promise<Outcome<Marked>> {
  const { deskId, memberId } = actor;
  return inTransaction<Marked>(db, async (tx) => {
    const article = permit(actor, "claim.mark", await lockArticle(tx, deskId, input.articleId));
    if (!article.ok) return article;
    const version = await latestVersion(tx, deskId, input.articleId);
    if (version === null || version.id !== input.versionId)
      return version === null ? notFound() : refused("span-outside");
    const span = checkSpan(version.text, version.blocks, input);
    if (!span.ok) return refused(span.error);

    const sent = await claimById(tx, deskId, input.id);
    if (sent !== null) return sent.articleId === input.articleId ? ok({ id: sent.id, existed: false }) : notFound();
    const there = await claimOnSpan(tx, deskId, { versionId: version.id, ...span.value });
    if (there !== null) return ok({ id: there.claimId, existed: true });

    const number = await takeClaimNumber(tx, deskId, input.articleId, now);
    const { quote } = quoteOf(version.text, span.value);
    const place = { articleId: input.articleId, versionId: version.id, ...span.value, quote };
    await insertClaim(tx, { deskId, id: input.id, number, memberId, now, ...place });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "claim.mark",
        subjectId: input.id,
        articleId: input.articleId,
        claimId: input.id,
        details: { number, quote },
      },
    );
    return ok({ id: input.id, existed: false });
  });
}
