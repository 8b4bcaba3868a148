import "server-only";
import { blindClaim } from "#lib/domain/blind.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { type Report, reportSchema, summarise } from "#lib/domain/report.ts";
import { ok } from "#lib/domain/result.ts";
import { ratingIn } from "#lib/domain/scale.ts";
import { loadRecompute } from "#lib/formats/calculations/recompute.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { reportClaim } from "#lib/server/queries/report-claim.ts";
import { printedVotes, reportPeople } from "#lib/server/queries/report-parts.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { deskById, quorumOf } from "#lib/server/repositories/desks.ts";
import { passageSelectors } from "#lib/server/repositories/passage-selectors.ts";
import { placedBefore } from "#lib/server/repositories/placed-before.ts";
import { type ClaimForReport, claimsForReport } from "#lib/server/repositories/report.ts";
import { presentScale, scaleOf } from "#lib/server/repositories/scales.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { staleCauses } from "#lib/server/repositories/stale-causes.ts";

/** The fact-check report of an article as it stands now, a draft. Read in one snapshot of the database. */
export function articleReport({ actor, db, now }: Context, articleId: string): Promise<Outcome<Report>> {
  return db.$transaction(
    async (tx): Promise<Outcome<Report>> => {
      const present = await presentReport(tx, { actor, now }, { articleId });
      return present.ok ? ok(present.value.report) : present;
    },
    { isolationLevel: "RepeatableRead", timeout: 30_000, maxWait: 10_000 },
  );
}

type Asked = {
  readonly articleId: string;
  /** Of the ratings' words; the article's own where it is "" or left out. */
  readonly language?: string;
};

export type PresentReport = {
  readonly report: Report;
  /** What its claims were made of, in their order; a claim that the reader is blind for has nothing judged. */
  readonly rows: readonly ClaimForReport[];
  readonly desk: NonNullable<Awaited<ReturnType<typeof deskById>>>;
  /** The present scale, for the order of counts. */
  readonly scale: Awaited<ReturnType<typeof presentWords>>;
  /** The claims that the reader owes a second verdict on, and what is related to them. */
  readonly blind: ReadonlySet<string>;
};

/** The same in a transaction of the caller's, with what it was made of. */
export async function presentReport(
  tx: Tx,
  { actor, now }: Pick<Context, "actor" | "now">,
  { articleId, language: asked = "" }: Asked,
): Promise<Outcome<PresentReport>> {
  const { deskId } = actor;
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
  const evidence = rows.flatMap(({ claim }) => claim.evidence);
  const recompute = evidence.some((item) => item.calculation !== "") ? await loadRecompute() : () => [];
  const selectors = await passageSelectors(tx, deskId, evidence);
  const { title, byline, publisher, publishedOn, address } = loaded.value;
  const language = asked === "" ? loaded.value.language : asked;
  const stale = rows.filter(({ claim }) => claim.state === "stale").map((row) => row.claimId);
  const causes = await staleCauses(tx, deskId, stale);
  const known = { version, recompute, selectors, language, quorum, now };
  const claims = rows.map((row) =>
    reportClaim(row, { ...known, before: before.get(row.claimId), cause: causes.get(row.claimId) }),
  );
  const { id: versionId, text, blocks, textDigest, number } = version;
  const scale = await presentWords(tx, deskId, language);
  const about = { id: articleId, versionId, title, byline, publisher, publishedOn, address };
  const report: Report = {
    schema: reportSchema,
    status: "draft",
    generatedAt: now.toISOString(),
    desk: desk.name,
    article: { ...about, language: loaded.value.language, version: number, textDigest, text, blocks },
    people: reportPeople(rows),
    summary: summarise(claims, scale),
    claims,
  };
  return ok({ report, rows, desk, scale, blind });
}

/** A claim as whoever owes a second verdict on it may export it. */
function unjudged(claim: ClaimForReport["claim"]): ClaimForReport["claim"] {
  return { ...claim, ...blindClaim(claim), revisions: [], gateOverrides: [] };
}

/** The present scale in a language, for the order of the counts. */
async function presentWords(tx: Tx, deskId: string, language: string | null) {
  const scale = await presentScale(tx, deskId);
  const ratings = scale === null ? [] : scaleOf(scale).ratings;
  return ratings.map((rating) => ({ label: ratingIn(rating, language).label, token: rating.token }));
}
