import { type Report, type ReportClaim, summarise } from "#lib/domain/report.ts";

/**
 * A report as the edition prints it that takes the check back: the words that were published, none of them signed off,
 * and every claim withdrawn for the reason that is given, but for those that were before.
 */
export function withdrawnReport(report: Report, { why, at }: { why: string; at: string }): Report {
  const claims = report.claims.map((claim) => withdrawnClaim(claim, why));
  return { ...report, status: "withdrawn", generatedAt: at, claims, summary: summarise(claims, []) };
}

function withdrawnClaim({ staleWhy: _, ...claim }: ReportClaim, why: string): ReportClaim {
  return {
    ...claim,
    state: "withdrawn",
    staleReason: null,
    withdrawnReason: claim.state === "withdrawn" ? claim.withdrawnReason : why,
    verdict: claim.verdict === null ? null : { ...claim.verdict, signedOff: false },
  };
}
