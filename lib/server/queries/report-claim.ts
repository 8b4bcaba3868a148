import "server-only";
import { type ClaimState, hasStandingVerdict } from "#lib/domain/claim.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { withSharedOrigins } from "#lib/domain/printed-evidence.ts";
import type { Quorum } from "#lib/domain/quorum.ts";
import type { PassageSelector, ReportClaim, ReportVerdict } from "#lib/domain/report.ts";
import { ratingIn } from "#lib/domain/scale.ts";
import { type StaleCause, staleWhy } from "#lib/domain/stale-why.ts";
import type { Recompute } from "#lib/formats/calculations/recompute.ts";
import { translationsOf } from "#lib/schemas/scale.ts";
import {
  reportEvidence,
  reportOverrides,
  reportRange,
  reportReplies,
  reportReviews,
  reportWording,
} from "#lib/server/queries/report-parts.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { presentBasis, sealedBasis } from "#lib/server/repositories/basis.ts";
import type { PlacedBefore } from "#lib/server/repositories/placed-before.ts";
import type { ClaimForReport } from "#lib/server/repositories/report.ts";

type Known = {
  readonly version: StoredVersion;
  readonly before: PlacedBefore | undefined;
  readonly cause: StaleCause | undefined;
  readonly recompute: Recompute;
  /** By evidence. */
  readonly selectors: ReadonlyMap<string, PassageSelector>;
  readonly language: string | null;
  readonly quorum: Quorum;
  readonly now: Date;
};

/**
 * A claim as it is printed. Its verdict is signed off only if it is approved and its basis, digested again here, is the
 * one that was approved; a claim that needs placing has its earlier words and no place, and its verdict is stale.
 */
export function reportClaim(row: ClaimForReport, known: Known): ReportClaim {
  const { version, before, cause, recompute, selectors, language, quorum, now } = known;
  const { claim } = row;
  const unplaced = needsPlacing(row);
  const present = presentBasis({ claim, version, placement: row, evidence: claim.evidence });
  const verdict = reportVerdict(claim, { unplaced, digest: sealedBasis(present).basisDigest, language, quorum });
  const lapsed = unplaced ? hasStandingVerdict(claim.state) : standsSigned(claim.state) && verdict?.signedOff === false;
  const reason = unplaced ? "quote" : (claim.staleReason ?? "evidence");
  return {
    id: claim.id,
    number: claim.number,
    state: lapsed ? "stale" : claim.state,
    staleReason: lapsed ? reason : claim.staleReason,
    // The record of the desk names who did it; what is printed names the version or the day.
    ...(cause === undefined || lapsed ? {} : { staleWhy: staleWhy({ ...cause, who: "" }) }),
    withdrawnReason: claim.withdrawnReason,
    start: unplaced ? 0 : (row.start ?? 0),
    end: unplaced ? 0 : (row.end ?? 0),
    quote: unplaced ? before?.quote || row.quote : row.quote,
    statement: claim.statement,
    claimant: claim.claimant,
    saidOn: claim.saidOn,
    saidIn: claim.saidIn,
    verdict,
    evidence: withSharedOrigins(
      claim.evidence.map((item) => reportEvidence(item, { recompute, selector: selectors.get(item.id) ?? null })),
    ),
    replies: reportReplies(claim, now),
  };
}

function standsSigned(state: ClaimState): boolean {
  return state === "approved" || state === "published";
}

type Present = Pick<Known, "language" | "quorum"> & { readonly unplaced: boolean; readonly digest: string };

function reportVerdict(claim: ClaimForReport["claim"], present: Present): ReportVerdict | null {
  const { unplaced, digest, language, quorum } = present;
  const [revision] = claim.revisions;
  if (revision === undefined) return null;
  const { token, value, translations } = revision.rating;
  const { number, rationale, asOf, suggestedWording, basisDigest, sentence } = revision;
  const { label, definition } = ratingIn({ ...revision.rating, translations: translationsOf(translations) }, language);
  return {
    id: revision.id,
    revision: number,
    label,
    ...(sentence === "" ? { definition } : { sentence, definition: "" }),
    token,
    value,
    range: reportRange(revision.rating),
    rationale,
    asOf,
    suggestedWording,
    wording: reportWording(revision),
    proposedBy: revision.author.name,
    proposedAt: revision.createdAt.toISOString(),
    basisDigest,
    signedOff: standsSigned(claim.state) && !unplaced && digest === basisDigest,
    reviews: reportReviews(claim, quorum),
    overrides: reportOverrides(claim, revision.number),
  };
}
