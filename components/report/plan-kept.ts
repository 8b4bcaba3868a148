import { planFields, planOfFields } from "#components/report/plan-merge.ts";
import type { ReportPlan } from "#lib/domain/edition-preview.ts";

const placeOf = (articleId: string) => `plan ${articleId}`;

/** What was typed in this tab and not saved, and what it was typed over. The lists are saved at once and not in it. */
type KeptPlan = { readonly base: ReportPlan; readonly mine: ReportPlan };

/** Keeps it until it is saved; null forgets it. */
export function keepPlan(articleId: string, kept: KeptPlan | null): void {
  if (kept === null) {
    sessionStorage.removeItem(placeOf(articleId));
    return;
  }
  const wordsOf = (plan: ReportPlan) => planFields({ ...plan, claimOrder: [], hidden: [] });
  sessionStorage.setItem(placeOf(articleId), JSON.stringify({ base: wordsOf(kept.base), mine: wordsOf(kept.mine) }));
}

/** What was kept, with the lists as they stand in `plan`; null when nothing was. */
export function keptPlan(articleId: string, plan: ReportPlan): KeptPlan | null {
  const value: unknown = JSON.parse(sessionStorage.getItem(placeOf(articleId)) ?? "null");
  if (!isRecord(value)) return null;
  const read = (words: unknown): ReportPlan => {
    const typed = Object.entries(isRecord(words) ? words : {}).map(([name, text]) => [name, String(text)]);
    return { ...planOfFields(Object.fromEntries(typed)), claimOrder: plan.claimOrder, hidden: plan.hidden };
  };
  return { base: read(value.base), mine: read(value.mine) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
