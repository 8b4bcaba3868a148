import "server-only";
import type { ReportPlan } from "#lib/domain/edition-preview.ts";
import { conflict, type Outcome, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { hasSameFields } from "#lib/domain/same-fields.ts";
import { permit } from "#lib/policy/permit.ts";
import type { ChangeReportPlan } from "#lib/schemas/edition.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { claimIdsOf, isBlindIn } from "#lib/server/repositories/publish-facts.ts";
import { planOf, savePlan } from "#lib/server/repositories/report-plans.ts";

/**
 * Says what the article's next edition prints, in which order and with which words. Like a draft, it is not in the
 * record: the edition is. Ids that are not of the article's claims are passed over. `id` is the article's.
 */
export function changeReportPlan(
  { actor, db, now }: Context,
  { articleId, ...asked }: ChangeReportPlan,
): Promise<Outcome<{ id: string; rowVersion: number }>> {
  const key = { deskId: actor.deskId, articleId };
  return inTransaction(db, async (tx) => {
    const loaded = permit(actor, "report.plan", await articleById(tx, actor.deskId, articleId));
    if (!loaded.ok) return loaded;
    if (await isBlindIn(tx, actor, articleId)) return refused("blind-second");
    const known = await claimIdsOf(tx, key);
    const ofArticle = (ids: readonly string[]) => [...new Set(ids)].filter((id) => known.has(id));
    const plan = { ...asked, claimOrder: ofArticle(asked.claimOrder), hidden: ofArticle(asked.hidden) };
    const before = await planOf(tx, key);
    if (isSamePlan(before, plan)) return ok({ id: articleId, rowVersion: before.rowVersion });
    const by = { memberId: actor.memberId, now };
    if (before.rowVersion !== plan.rowVersion || !(await savePlan(tx, key, plan, by))) {
      return conflict(currentOf(await planOf(tx, key)));
    }
    return ok({ id: articleId, rowVersion: plan.rowVersion + 1 });
  });
}

const words = ["summary", "method", "language", "template"] as const;

function isSamePlan(before: ReportPlan, plan: ReportPlan): boolean {
  const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join();
  const isSaved = before.rowVersion > 0;
  return (
    isSaved &&
    hasSameFields(words, before, plan) &&
    same(before.claimOrder, plan.claimOrder) &&
    same(before.hidden, plan.hidden)
  );
}

function currentOf({ rowVersion, claimOrder, hidden, ...rest }: ReportPlan) {
  return { ...rest, claimOrder: claimOrder.join(" "), hidden: hidden.join(" "), rowVersion: String(rowVersion) };
}
