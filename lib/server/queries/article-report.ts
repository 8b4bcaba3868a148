import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import type { Report, ReportClaim, ReportVerdict } from "#lib/domain/report.ts";
import { reportSchema, summarise } from "#lib/domain/report.ts";
import { ok } from "#lib/domain/result.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { reportEvidence, reportPeople, reportReviews } from "#lib/server/queries/report-parts.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { presentBasis } from "#lib/server/repositories/basis.ts";
import { deskById, presentRatings } from "#lib/server/repositories/desks.ts";
import type { ClaimForReport } from "#lib/server/repositories/report.ts";
import { claimsForReport } from "#lib/server/repositories/report.ts";

/**
 * The fact-check report of an article as it stands now, a draft. Read in one snapshot of the database. A verdict counts
 * as signed off only if it is approved and its basis, digested again here, is the one that was approved.
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
      const claims = rows.map((row) => reportClaim(row, version));
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

function reportClaim(row: ClaimForReport, version: StoredVersion): ReportClaim {
  const { claim, start, end, quote } = row;
  const basis = canonicalJson(presentBasis({ claim, version, placement: row, evidence: claim.evidence }));
  const verdict = reportVerdict(claim, sha256Hex(basis));
  const standsUnmatched = (claim.state === "approved" || claim.state === "published") && verdict?.signedOff === false;
  return {
    id: claim.id,
    number: claim.number,
    state: standsUnmatched ? "stale" : claim.state,
    staleReason: standsUnmatched ? (claim.staleReason ?? "evidence") : claim.staleReason,
    withdrawnReason: claim.withdrawnReason,
    start: start ?? 0,
    end: end ?? 0,
    quote,
    statement: claim.statement,
    claimant: claim.claimant,
    saidOn: claim.saidOn,
    saidIn: claim.saidIn,
    verdict,
    evidence: claim.evidence.map(reportEvidence),
  };
}

function reportVerdict(claim: ClaimForReport["claim"], digest: string): ReportVerdict | null {
  const [revision] = claim.revisions;
  if (revision === undefined) return null;
  const { label, definition, token, value } = revision.rating;
  const { number, rationale, asOf, suggestedWording, basisDigest } = revision;
  const stands = claim.state === "approved" || claim.state === "published";
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
    signedOff: stands && digest === basisDigest,
    reviews: reportReviews(revision),
  };
}
