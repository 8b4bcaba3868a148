import "server-only";
import { blindClaim } from "#lib/domain/blind.ts";
import type { ClaimState } from "#lib/domain/claim.ts";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import type { Quorum } from "#lib/domain/quorum.ts";
import type { Report, ReportClaim, ReportVerdict } from "#lib/domain/report.ts";
import { reportSchema, summarise } from "#lib/domain/report.ts";
import { ok } from "#lib/domain/result.ts";
import { ratingIn } from "#lib/domain/scale.ts";
import { type StaleCause, staleWhy } from "#lib/domain/stale-why.ts";
import { loadRecompute, type Recompute } from "#lib/formats/calculations/recompute.ts";
import { permit } from "#lib/policy/permit.ts";
import { translationsOf } from "#lib/schemas/scale.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import {
  printedVotes,
  reportEvidence,
  reportOverrides,
  reportPeople,
  reportReplies,
  reportReviews,
} from "#lib/server/queries/report-parts.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { presentBasis, sealedBasis } from "#lib/server/repositories/basis.ts";
import { deskById, quorumOf } from "#lib/server/repositories/desks.ts";
import { type PlacedBefore, placedBefore } from "#lib/server/repositories/placed-before.ts";
import type { ClaimForReport } from "#lib/server/repositories/report.ts";
import { claimsForReport } from "#lib/server/repositories/report.ts";
import { presentScale, scaleOf } from "#lib/server/repositories/scales.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { staleCauses } from "#lib/server/repositories/stale-causes.ts";

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
      const blind = await blindClaims(tx, actor);
      const quorum = quorumOf(desk);
      const rows = (await claimsForReport(tx, deskId, version.id)).map((row) => ({
        ...row,
        claim: blind.has(row.claimId) ? unjudged(row.claim) : printedVotes(row.claim, quorum),
      }));
      const unplaced = rows.filter(needsPlacing).map((row) => row.claimId);
      const before = await placedBefore(tx, { deskId, versionId: version.id }, unplaced);
      const calculated = rows.some(({ claim }) => claim.evidence.some((item) => item.calculation !== ""));
      const recompute = calculated ? await loadRecompute() : () => [];
      const { title, byline, publisher, publishedOn, address, language } = loaded.value;
      const stale = rows.filter(({ claim }) => claim.state === "stale").map((row) => row.claimId);
      const causes = await staleCauses(tx, deskId, stale);
      const known = { version, recompute, language, quorum, now };
      const claims = rows.map((row) =>
        reportClaim(row, { ...known, before: before.get(row.claimId), cause: causes.get(row.claimId) }),
      );
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
        summary: summarise(claims, await presentWords(tx, deskId, language)),
        claims,
      });
    },
    { isolationLevel: "RepeatableRead", timeout: 30_000 },
  );
}

/** A claim as whoever owes a second verdict on it may export it. */
function unjudged(claim: ClaimForReport["claim"]): ClaimForReport["claim"] {
  return { ...claim, ...blindClaim(claim), revisions: [], gateOverrides: [] };
}

/** The present scale in the article's language, for the order of the counts. */
async function presentWords(tx: Tx, deskId: string, language: string | null) {
  const scale = await presentScale(tx, deskId);
  const ratings = scale === null ? [] : scaleOf(scale).ratings;
  return ratings.map((rating) => ({ label: ratingIn(rating, language).label, token: rating.token }));
}

type Known = {
  readonly version: StoredVersion;
  readonly before: PlacedBefore | undefined;
  readonly cause: StaleCause | undefined;
  readonly recompute: Recompute;
  readonly language: string | null;
  readonly quorum: Quorum;
  readonly now: Date;
};

function reportClaim(row: ClaimForReport, known: Known): ReportClaim {
  const { version, before, cause, recompute, language, quorum, now } = known;
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
    evidence: claim.evidence.map((item) => reportEvidence(item, recompute)),
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
    revision: number,
    label,
    ...(sentence === "" ? { definition } : { sentence, definition: "" }),
    token,
    value,
    rationale,
    asOf,
    suggestedWording,
    proposedBy: revision.author.name,
    proposedAt: revision.createdAt.toISOString(),
    basisDigest,
    signedOff: standsSigned(claim.state) && !unplaced && digest === basisDigest,
    reviews: reportReviews(claim, quorum),
    overrides: reportOverrides(claim, revision.number),
  };
}
