import { reportTemplates } from "#lib/domain/edition.ts";
import { noPlan, type ReportPlan } from "#lib/domain/edition-preview.ts";
import type { Typed } from "#lib/domain/form-state.ts";

const words = ["template", "language", "summary", "method"] as const;
export type PlanField = (typeof words)[number] | "claimOrder";
const fields: readonly PlanField[] = [...words, "claimOrder"];

type Three = { readonly base: ReportPlan; readonly mine: ReportPlan; readonly theirs: ReportPlan };

/**
 * What somebody else saved and what was changed here since `base`, as one plan with their row version. Each field, and
 * each claim's being printed, is whoever's changed it; a field that both changed stays as it is here and is named.
 */
export function mergePlans({ base, mine, theirs }: Three): { plan: ReportPlan; clashes: readonly PlanField[] } {
  const clashes: PlanField[] = [];
  const isTheirs = (field: PlanField): boolean => {
    const [was, here, there] = [base, mine, theirs].map((plan) => readField(plan, field));
    if (here === there) return false;
    if (was !== here && was !== there) clashes.push(field);
    return was === here;
  };
  let plan: ReportPlan = { ...mine, rowVersion: theirs.rowVersion, hidden: mergedHidden({ base, mine, theirs }) };
  for (const field of fields) if (isTheirs(field)) plan = { ...plan, [field]: theirs[field] };
  return { plan, clashes };
}

function mergedHidden({ base, mine, theirs }: Three): readonly string[] {
  const was = new Set(base.hidden);
  const here = new Set(mine.hidden);
  const there = new Set(theirs.hidden);
  const ids = new Set([...here, ...there]);
  return [...ids].filter((id) => (here.has(id) === was.has(id) ? there : here).has(id));
}

/** Whether both say the same once they are saved, whatever their row versions. */
export function isSamePlan(a: ReportPlan, b: ReportPlan): boolean {
  const isHidden = new Set(a.hidden);
  return (
    fields.every((field) => readField(a, field) === readField(b, field)) &&
    isHidden.size === new Set(b.hidden).size &&
    b.hidden.every((id) => isHidden.has(id))
  );
}

/** A field as it is when it is saved: white space at the ends and the form of the letters are no difference. */
function readField(plan: ReportPlan, field: PlanField): string {
  if (field === "claimOrder") return plan.claimOrder.join(" ");
  return plan[field].replace(/\r\n?/g, "\n").normalize("NFC").trim();
}

/** The plan as a form sends it. */
export function planFields({ rowVersion, claimOrder, hidden, ...rest }: ReportPlan): Typed {
  return { ...rest, rowVersion: String(rowVersion), claimOrder: claimOrder.join(" "), hidden: hidden.join(" ") };
}

/** The plan that stands now, as a conflict tells it. */
export function planOfFields(typed: Typed): ReportPlan {
  const ids = (list: string | undefined) => (list ?? "").split(" ").filter((id) => id !== "");
  return {
    rowVersion: Number(typed.rowVersion ?? 0),
    claimOrder: ids(typed.claimOrder),
    hidden: ids(typed.hidden),
    summary: typed.summary ?? "",
    method: typed.method ?? "",
    language: typed.language ?? "",
    template: reportTemplates.find((known) => known === typed.template) ?? noPlan.template,
  };
}
