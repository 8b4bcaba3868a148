import { type ClaimState, hasStandingVerdict } from "#lib/domain/claim.ts";
import { outcomeOf } from "#lib/domain/review.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { latestVersion } from "#lib/server/repositories/articles.ts";
import { presentBasis, sealedBasis } from "#lib/server/repositories/basis.ts";
import { claimById, contributorsOf } from "#lib/server/repositories/claims.ts";
import { deskById, quorumOf } from "#lib/server/repositories/desks.ts";
import { basisEvidenceOf } from "#lib/server/repositories/evidence.ts";
import { placementOf } from "#lib/server/repositories/placements.ts";
import { revisionsOf } from "#lib/server/repositories/verdicts.ts";
import { good } from "#tests/support/desk.ts";
import type { ClaimRow, World } from "#tests/support/life/world.ts";

/** Where a claim may go from each state in one step. */
const next: Readonly<Record<ClaimState, readonly ClaimState[]>> = {
  open: ["progress", "proposed", "withdrawn"],
  progress: ["proposed", "withdrawn"],
  proposed: ["returned", "approved", "stale", "withdrawn"],
  returned: ["proposed", "withdrawn"],
  approved: ["proposed", "published", "stale", "withdrawn"],
  published: ["proposed", "stale", "withdrawn"],
  stale: ["proposed", "approved", "withdrawn"],
  withdrawn: ["progress"],
};

type After = { readonly before: readonly ClaimRow[]; readonly isRefused: boolean };

/** What is wrong with the world now, by product.md; empty when nothing is. */
export async function wrongs(world: World, { before, isRefused }: After): Promise<string[]> {
  const now = await world.states();
  const found = isRefused && JSON.stringify(now) !== JSON.stringify(before) ? ["a refused step changed a claim"] : [];
  for (const { id, state } of now) {
    const was = before.find((row) => row.id === id)?.state ?? "open";
    if (was !== state && !next[was].includes(state)) found.push(`a claim went from ${was} to ${state}`);
    found.push(...(await wrongsOf(world, id)));
  }
  return [...found, ...(await wrongsOfReport(world, now))];
}

async function wrongsOf({ db, desk: { deskId } }: World, id: string): Promise<string[]> {
  const [claim, desk] = [await claimById(db, deskId, id), await deskById(db, deskId)];
  if (claim === null || desk === null) return ["a claim is gone"];
  const [latest] = await revisionsOf(db, deskId, id);
  const found: string[] = [];
  const stands = hasStandingVerdict(claim.state);
  if (stands && latest === undefined) found.push("a verdict stands that nobody gave");
  if (latest === undefined) return found;
  const contributors = new Set((await contributorsOf(db, deskId, id)).map(({ memberId }) => memberId));
  if (stands && latest.reviews.some(({ reviewerId }) => contributors.has(reviewerId))) {
    found.push("a contributor's vote counts");
  }
  const voters = latest.reviews.filter(({ decision }) => decision !== "comment").map(({ reviewerId }) => reviewerId);
  if (new Set(voters).size !== voters.length) found.push("somebody voted twice");
  const outcome = outcomeOf(latest.reviews, quorumOf(desk));
  if (stands && outcome !== claim.state) found.push(`${claim.state}, although the votes say ${outcome}`);
  if (claim.state === "returned" && outcome !== "returned") found.push("returned without the votes for it");
  if (stands && (await basisNow({ db, deskId, id, articleId: claim.articleId })) !== latest.basisDigest) {
    found.push(`${claim.state} on a basis that is another now`);
  }
  return found;
}

type Place = { readonly db: World["db"]; readonly deskId: string; readonly id: string; readonly articleId: string };

async function basisNow({ db, deskId, id, articleId }: Place): Promise<string> {
  const [claim, version] = [await claimById(db, deskId, id), await latestVersion(db, deskId, articleId)];
  const placement = version === null ? null : await placementOf(db, deskId, id, version.id);
  if (claim === null || version === null || placement === null) throw new Error("The claim has no place.");
  const evidence = await basisEvidenceOf(db, deskId, id);
  return sealedBasis(presentBasis({ claim, version, placement, evidence })).basisDigest;
}

async function wrongsOfReport({ desk, articleId }: World, now: readonly ClaimRow[]): Promise<string[]> {
  const report = good(await articleReport(desk.as("viewer"), articleId));
  const approved = now.filter(({ state }) => state === "approved").length;
  return report.summary.signedOff > approved ? ["the report signs off what is not approved"] : [];
}
