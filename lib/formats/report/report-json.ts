import type { Report, ReportClaim } from "#lib/domain/report.ts";
import { standingOf } from "#lib/domain/report.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";

/** The report in canonical form (RFC 8785) and a line feed. Throws on a lone surrogate. */
export function reportToJson(report: Report): string {
  return `${canonicalForm(report)}\n`;
}

/**
 * SHA-256, in hexadecimal, of the report's canonical form without `generatedAt`, so that every format made of the same
 * state of the work names the same digest.
 */
export function reportDigest({ generatedAt: _, ...report }: Report): string {
  return sha256Hex(canonicalForm(report));
}

function canonicalForm(report: Omit<Report, "generatedAt">): string {
  return canonicalJson({ ...report, claims: report.claims.map(withItsStanding) });
}

function withItsStanding(claim: ReportClaim): ReportClaim {
  if (claim.verdict === null) return claim;
  return { ...claim, verdict: { ...claim.verdict, signedOff: standingOf(claim).kind === "signed-off" } };
}
