import type { EvidenceKind, Stance } from "#lib/domain/evidence.ts";
import { type ConfidentialEvidence, describedAs, type Report, type ReportEvidence } from "#lib/domain/report.ts";

/** What a desk says of evidence whose source is confidential. */
export type ProtectedEvidence = {
  readonly stance: Stance;
  readonly kind: EvidenceKind;
  readonly publicAs: string;
};

/** Evidence of a confidential source as it is printed: nothing of it leaves the desk but its description. */
export function describedEvidence({ stance, kind, publicAs }: ProtectedEvidence): ConfidentialEvidence {
  return { confidential: true, stance, kind, describedAs: describedAs(publicAs) };
}

/**
 * The pieces of one claim, of which those that are named go back to one origin only where two of them do: shared with a
 * confidential one alone, it would tell where that comes from.
 */
export function withSharedOrigins(evidence: readonly ReportEvidence[]): ReportEvidence[] {
  const named = evidence.filter((item) => !item.confidential);
  const groups = Map.groupBy(named, ({ originId }) => originId);
  return evidence.map((item) =>
    item.confidential || (groups.get(item.originId)?.length ?? 0) > 1 ? item : { ...item, originId: null },
  );
}

/**
 * A report that was printed before some of its sources were made confidential, as it is printed now; `kept` is what the
 * desk says of those, by the id of the evidence. Everything else stays as it was.
 */
export function withoutProtected(report: Report, kept: ReadonlyMap<string, ProtectedEvidence>): Report {
  const printed = (item: ReportEvidence): ReportEvidence => {
    const now = item.confidential ? undefined : kept.get(item.id);
    return now === undefined ? item : describedEvidence(now);
  };
  const claims = report.claims.map((claim) => ({ ...claim, evidence: withSharedOrigins(claim.evidence.map(printed)) }));
  return { ...report, claims };
}
