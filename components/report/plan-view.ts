import type { ReportTemplate } from "#lib/domain/edition.ts";
import type { ClaimToPrint } from "#lib/domain/edition-preview.ts";

export type Tongue = { readonly tag: string; readonly name: string };

/** A claim of the list; one that was withdrawn is not printed, whatever the plan says. */
type ClaimOnPage = ClaimToPrint & { readonly isWithdrawn: boolean };

/** The part of an article's claims that one page lists, in the order of printing. */
export type ClaimsOnPage = {
  readonly claims: readonly ClaimOnPage[];
  /** The ids of those on the pages before. */
  readonly before: readonly string[];
  readonly total: number;
};

/** As many as one page lists. */
export const claimsAPage = 200;

export const templateNames: Readonly<Record<ReportTemplate, string>> = {
  public: "The public",
  editor: "The editor",
  writer: "The writer",
};

/** How much of a claim's words the list shows, in code points. */
const most = 160;

export function clipped(words: string): string {
  const letters = [...words.slice(0, most * 2 + 2)];
  return letters.length <= most ? words : `${letters.slice(0, most).join("")}…`;
}
