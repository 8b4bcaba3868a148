import type { SignedEdition } from "#lib/domain/edition.ts";

let turn = 0;

/** The edition with other sources of the same kind: references that this process formatted before are kept. */
export function withNewSources({ edition, proof }: SignedEdition): SignedEdition {
  turn += 1;
  const { report } = edition;
  const claims = report.claims.map((claim) => ({
    ...claim,
    evidence: claim.evidence.map((item) => {
      if (item.confidential) return item;
      const title = `${item.source.title}, ${turn}`;
      return { ...item, source: { ...item.source, title, csl: { ...item.source.csl, title } } };
    }),
  }));
  return { edition: { ...edition, report: { ...report, claims } }, proof };
}
