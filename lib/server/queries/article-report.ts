import "server-only";
import type { ClaimState } from "#lib/domain/claim.ts";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import type { Report, ReportClaim, ReportVerdict } from "#lib/domain/report.ts";
import { reportSchema, summarise } from "#lib/domain/report.ts";
import { ok } from "#lib/domain/result.ts";
import { loadRecompute, type Recompute } from "#lib/formats/calculations/recompute.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import {
  reportEvidence,
  reportOverrides,
  reportPeople,
  reportReplies,
  reportReviews,
} from "#lib/server/queries/report-parts.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { presentBasis } from "#lib/server/repositories/basis.ts";
import { deskById, presentRatings } from "#lib/server/repositories/desks.ts";
import { type PlacedBefore, placedBefore } from "#lib/server/repositories/placed-before.ts";
import type { ClaimForReport } from "#lib/server/repositories/report.ts";
import { claimsForReport } from "#lib/server/repositories/report.ts";

/**
 * The fact-check report of an article as it stands now, a draft. Read in one snapshot of the database. A verdict counts
 * as signed off only if it is approved and its basis, digested again here, is the one that was approved. A claim that
 * nobody has placed in the newest version has its earlier words and no place, and its verdict is stale.
 */
export function articleReport({ actor, db, now }: Context, articleId: string): Promise<Outcome<Report>> {
  const { deskId } = actor;
  return db.$transaction(
    async (tx): Promise<Outcome<Report>> => {
      const loaded = permit(actor, "report.export", await articleById(tx, deskId, articleId));
      if (!loaded.ok) return loaded;
      const [desk, version] = [await deskById(tx, deskId), await latestVersion(tx, deskId, articleId)];
      if (desk === null || version === null) return notFound();
      const rows = await claimsForReport(tx, deskId, version.id);
      const unplaced = rows.filter(needsPlacing).map((row) => row.claimId);
      const before = await placedBefore(tx, { deskId, versionId: version.id }, unplaced);
      const calculated = rows.some(({ claim }) => claim.evidence.some((item) => item.calculation !== ""));
      const recompute = calculated ? await loadRecompute() : () => [];
      const claims = rows.map((row) => reportClaim(row, { version, before: before.get(row.claimId), recompute, now }));
      const { title, byline, publisher, publishedOn, address, language } = loaded.value;
      const { text, blocks, textDigest, number } = version;
      return ok({
        schema: reportSchema,
        status: "draft",
        generatedAt: now.toISOString(),
        desk: desk.name,
        article: {
          title,
          byline,
          publisher,
          publishedOn,
          address,
          language,
          version: number,
          textDigest,
          text,
          blocks,
        },
        people: reportPeople(rows),
        summary: summarise(claims, await presentRatings(tx, deskId)),
        claims,
      });
    },
    { isolationLevel: "RepeatableRead", timeout: 30_000 },
  );
}

type Known = {
  readonly version: StoredVersion;
  readonly before: PlacedBefore | undefined;
  readonly recompute: Recompute;
  readonly now: Date;
};

function reportClaim(row: ClaimForReport, { version, before, recompute, now }: Known): ReportClaim {
  const { claim } = row;
  const unplaced = needsPlacing(row);
  const basis = canonicalJson(presentBasis({ claim, version, placement: row, evidence: claim.evidence }));
  const verdict = reportVerdict(claim, { unplaced, digest: sha256Hex(basis) });
  const lapsed = unplaced ? hasStandingVerdict(claim.state) : standsSigned(claim.state) && verdict?.signedOff === false;
  const reason = unplaced ? "quote" : (claim.staleReason ?? "evidence");
  return {
    id: claim.id,
    number: claim.number,
    state: lapsed ? "stale" : claim.state,
    staleReason: lapsed ? reason : claim.staleReason,
    withdrawnReason: claim.withdrawnReason,
    start: unplaced ? 0 : (row.start ?? 0),
    end: unplaced ? 0 : (row.end ?? 0),
    quote: unplaced ? before?.quote || row.quote : row.quote,
    statement: claim.statement,
    claimant: claim.claimant,
    saidOn: claim.saidOn,
    saidIn: claim.saidIn,
    verdict,
    evidence: claim.evidence.map((item) => reportEvidence(item, recompute)),
    replies: reportReplies(claim, now),
  };
}

function standsSigned(state: ClaimState): boolean {
  return state === "approved" || state === "published";
}

type Present = { readonly unplaced: boolean; readonly digest: string };

function reportVerdict(claim: ClaimForReport["claim"], { unplaced, digest }: Present): ReportVerdict | null {
  const [revision] = claim.revisions;
  if (revision === undefined) return null;
  const { label, definition, token, value } = revision.rating;
  const { number, rationale, asOf, suggestedWording, basisDigest } = revision;
  return {
    revision: number,
    label,
    definition,
    token,
    value,
    rationale,
    asOf,
    suggestedWording,
    proposedBy: revision.author.name,
    proposedAt: revision.createdAt.toISOString(),
    basisDigest,
    signedOff: standsSigned(claim.state) && !unplaced && digest === basisDigest,
    reviews: reportReviews(revision),
    overrides: reportOverrides(claim, revision.number),
  };
}
