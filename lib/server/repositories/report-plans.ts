import "server-only";
import { reportTemplates } from "#lib/domain/edition.ts";
import { noPlan, type ReportPlan } from "#lib/domain/edition-preview.ts";
import type { Tx } from "#lib/server/db/client.ts";

type Key = { readonly deskId: string; readonly articleId: string };

/** What was prepared of an article's next edition; nothing, with `rowVersion` 0, where nobody has. */
export async function planOf(tx: Tx, { deskId, articleId }: Key): Promise<ReportPlan> {
  const row = await tx.reportPlan.findUnique({ where: { deskId_articleId: { deskId, articleId } } });
  if (row === null) return noPlan;
  const { rowVersion, claimOrder, hidden, summary, method, language } = row;
  const template = reportTemplates.find((known) => known === row.template) ?? noPlan.template;
  return { rowVersion, claimOrder, hidden, summary, method, language, template };
}

/** Compares and sets; `rowVersion` 0 makes the first one. False when somebody saved before. */
export async function savePlan(
  tx: Tx,
  key: Key,
  { rowVersion, claimOrder, hidden, ...plan }: ReportPlan,
  by: { readonly memberId: string; readonly now: Date },
): Promise<boolean> {
  const lists = { claimOrder: [...claimOrder], hidden: [...hidden] };
  const data = { ...plan, ...lists, updatedById: by.memberId, updatedAt: by.now };
  if (rowVersion === 0) {
    const { count } = await tx.reportPlan.createMany({ data: [{ ...key, ...data }], skipDuplicates: true });
    return count === 1;
  }
  const { count } = await tx.reportPlan.updateMany({
    where: { ...key, rowVersion },
    data: { ...data, rowVersion: { increment: 1 } },
  });
  return count === 1;
}
