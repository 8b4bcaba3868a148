import type { ReportTemplate } from "#lib/domain/edition.ts";

/** What the button and the dialog know of the next edition. */
export type ToPublish = {
  readonly articleId: string;
  readonly number: number;
  readonly printed: number;
  readonly leftOut: number;
  readonly planVersion: number;
  /** The digest of what the editor looks at. */
  readonly seen: string;
  /** Why it cannot be published; null when it can. */
  readonly why: string | null;
};

/** "Edition 3: 41 claims, 2 left out." */
export function editionCounts({ number, printed, leftOut }: Pick<ToPublish, "number" | "printed" | "leftOut">): string {
  const claims = printed === 1 ? "1 claim" : `${printed.toLocaleString("en")} claims`;
  const out = leftOut === 0 ? "none left out" : `${leftOut.toLocaleString("en")} left out`;
  return `Edition ${number}: ${claims}, ${out}.`;
}

type Standing = { readonly printed: number; readonly obstacles: number; readonly isBlind: boolean };

/** Why there is nothing to publish yet; null when nothing stands in the way. */
export function whyNot({ printed, obstacles, isBlind }: Standing): string | null {
  if (isBlind) return "You owe a second verdict in this article. Give it first, without having seen the report.";
  if (printed === 0) return "No claim is printed. Tick at least one.";
  if (obstacles === 0) return null;
  return obstacles === 1
    ? "One thing stands in the way. It is listed below, with the way to mend it."
    : `${obstacles.toLocaleString("en")} things stand in the way. They are listed below, with the way to mend them.`;
}

/** What readers outside would see of an edition that is not made for them; null for one that is. */
export function insideWords(template: ReportTemplate): string | null {
  switch (template) {
    case "public":
      return null;
    case "editor":
      return "It is for the editor: what reviewers wrote on the way stands in it. Whoever may read the report reads that.";
    case "writer":
      return "It is for the writer: the suggested wordings stand in it. Whoever may read the report reads them.";
  }
}
