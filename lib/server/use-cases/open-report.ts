import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, notFound, refused } from "#lib/domain/failure.ts";
import { opensMore } from "#lib/domain/opens-more.ts";
import { printedSentence } from "#lib/domain/printed-claims.ts";
import { nothingPublic } from "#lib/domain/publication.ts";
import { ok } from "#lib/domain/result.ts";
import { hasSameFields } from "#lib/domain/same-fields.ts";
import { permit } from "#lib/policy/permit.ts";
import type { OpenReport } from "#lib/schemas/publication.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { lockArticle } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { publicationOf, savePublication } from "#lib/server/repositories/publications.ts";
import { isBlindIn } from "#lib/server/repositories/publish-facts.ts";
import { keptInPrint } from "#lib/server/repositories/shown-outside.ts";

/**
 * Says who may see the article's editions: whether they have public pages, may be indexed, whether each claim has a page
 * of its own, and until when nothing of it is public. It may be said before there is an edition, so that the first one
 * comes out as wanted. What stands already is not said again. Refuses to open more while an edition prints what a second
 * verdict has to be blind for. An edition that names a source which is confidential now is opened to nobody by this: see
 * `heldBack`.
 */
export function openReport(
  { actor, db, now }: Context,
  input: OpenReport,
): Promise<Outcome<{ articleId: string; rowVersion: number }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const { articleId, rowVersion, isPublic, isIndexed, hasClaimPages, embargoUntil } = input;
    const loaded = permit(actor, "report.open", await lockArticle(tx, deskId, articleId));
    if (!loaded.ok) return loaded;
    if (await isBlindIn(tx, actor, articleId)) return refused("blind-second");
    const openness = { isPublic, isIndexed, hasClaimPages, embargoUntil };
    const before = (await publicationOf(tx, { deskId, articleId })) ?? { ...nothingPublic, embargoUntil: null };
    const isSaid = before.rowVersion > 0 && hasSameFields(choices, fieldsOf(before), fieldsOf(input));
    if (isSaid) return ok({ articleId, rowVersion: before.rowVersion });
    if (isPastHour(embargoUntil, { before: before.embargoUntil, now })) return refused("embargo-past");
    if (before.rowVersion === rowVersion && opensMore(before, openness, now)) {
      const kept = await keptInPrint(tx, { deskId, articleId }, null);
      if (kept.length > 0) return refused("second-open", printedSentence(kept));
    }
    const saved = await savePublication(tx, { deskId, articleId, rowVersion }, { ...openness, by: memberId, now });
    const present = await publicationOf(tx, { deskId, articleId });
    if (!saved) return present === null ? notFound() : conflict(fieldsOf(present));
    const details = fieldsOf({ ...openness, rowVersion: rowVersion + 1 });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "report.open", subjectId: articleId, articleId, details },
    );
    return ok({ articleId, rowVersion: rowVersion + 1 });
  });
}

/** A mistyped year would publish at once. One that was said earlier has passed of itself, and may stay. */
function isPastHour(hour: Date | null, { before, now }: { before: Date | null; now: Date }): boolean {
  return hour !== null && hour <= now && hour.getTime() !== before?.getTime();
}

const choices = ["isPublic", "isIndexed", "hasClaimPages", "embargoUntil"] as const;

type Field = (typeof choices)[number] | "rowVersion";

/** By the names of its form's fields. */
function fieldsOf(row: Pick<OpenReport, Field>): Record<Field, string> {
  const word = (said: boolean) => (said ? "yes" : "");
  return {
    isPublic: word(row.isPublic),
    isIndexed: word(row.isIndexed),
    hasClaimPages: word(row.hasClaimPages),
    embargoUntil: row.embargoUntil?.toISOString() ?? "",
    rowVersion: String(row.rowVersion),
  };
}
