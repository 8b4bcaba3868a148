import type { SignedEdition } from "#lib/domain/edition.ts";
import type { Report, ReportClaim } from "#lib/domain/report.ts";
import { type EditionReference, referencesOf } from "#lib/formats/citations/edition-references.ts";

/** The named sources of an edition, each once, in the order of the claims. */
export type Sources = { readonly all: readonly EditionReference[] };

/** The references of an edition. The document does not say the desk's style; APA is what every desk begins with. */
export function sourcesOf({ edition }: SignedEdition): Sources {
  return { all: referencesOf(edition, "apa").all.filter(({ item }) => item !== null) };
}

/** How the desk describes its confidential sources, and the numbers of the claims that they serve. */
export function confidentialOf(report: Report): { readonly describedAs: string; readonly claims: readonly number[] }[] {
  const found = new Map<string, Set<number>>();
  for (const { number, evidence } of report.claims) {
    for (const item of evidence) {
      if (!item.confidential) continue;
      const claims = found.get(item.describedAs) ?? new Set();
      found.set(item.describedAs, claims.add(number));
    }
  }
  return [...found].map(([describedAs, claims]) => ({ describedAs, claims: [...claims].sort((a, b) => a - b) }));
}

/** The claims of these numbers, in the same order. */
export function citedBy(report: Report, numbers: readonly number[]): ReportClaim[] {
  const byNumber = claimsByNumber(report);
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

const known = new WeakMap<Report, ReadonlyMap<number, ReportClaim>>();

function claimsByNumber(report: Report): ReadonlyMap<number, ReportClaim> {
  const found = known.get(report) ?? new Map(report.claims.map((claim) => [claim.number, claim]));
  known.set(report, found);
  return found;
}
