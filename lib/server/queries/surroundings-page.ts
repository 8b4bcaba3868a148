import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden } from "#lib/domain/failure.ts";
import { onlySurroundingsChanged, type SurroundingsPage, type SurroundingsRow } from "#lib/domain/let-stand.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import { ruleSentence } from "#lib/domain/rule.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { latestVersion, type StoredVersion } from "#lib/server/repositories/articles.ts";
import { basisThen, presentBasis, sealedBasis } from "#lib/server/repositories/basis.ts";
import { type BasisEvidence, evidenceOfClaims } from "#lib/server/repositories/evidence.ts";
import { placementsIn, type StoredPlacement } from "#lib/server/repositories/placements.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { lapsedBySurroundings, workedOn } from "#lib/server/repositories/surroundings.ts";

const pageSize = 50;

type Lapsed = Awaited<ReturnType<typeof lapsedBySurroundings>>[number];
type Now = { readonly version: StoredVersion; readonly placement: StoredPlacement };

/**
 * A page of at most 50 verdicts that lapsed because only the text around their words changed, with that text then and
 * now. Those of which more has changed since are left out, and so are claims that the reader judges blind. Forbidden to
 * somebody from outside.
 */
export async function surroundingsPage(
  { actor, db }: Context,
  { after }: { readonly after: string | null },
): Promise<Outcome<SurroundingsPage>> {
  const { deskId } = actor;
  if (!can(actor, "article.read", { deskId })) return forbidden();
  const mayStand = can(actor, "verdict.stand", { deskId });
  const hidden = await blindClaims(db, actor);
  const lapsed = await lapsedBySurroundings(db, { deskId, after, take: pageSize + 1, hidden });
  const shown = lapsed.slice(0, pageSize);
  const ids = shown.map((claim) => claim.id);
  const [evidence, own] = [await evidenceOfClaims(db, deskId, ids), await workedOn(db, actor, ids)];
  const places = new Map<string, Now>();
  for (const articleId of new Set(shown.map((claim) => claim.articleId))) {
    const version = await latestVersion(db, deskId, articleId);
    if (version === null) continue;
    const ofArticle = shown.filter((claim) => claim.articleId === articleId).map((claim) => claim.id);
    const placements = await placementsIn(db, { deskId, versionId: version.id }, ofArticle);
    for (const placement of placements) places.set(placement.claimId, { version, placement });
  }
  const rows = shown.flatMap((claim) => {
    const now = places.get(claim.id);
    if (now === undefined) return [];
    const row = rowOf(claim, now, evidence.get(claim.id) ?? []);
    if (row === null) return [];
    const bar = mayStand ? null : "On this desk an editor lets verdicts stand again.";
    return [{ ...row, barredBy: own.has(claim.id) ? ruleSentence("contributor-cannot-review") : bar }];
  });
  return ok({ rows, next: lapsed.length > pageSize ? (shown.at(-1)?.id ?? null) : null });
}

type Row = Omit<SurroundingsRow, "barredBy">;

function rowOf(claim: Lapsed, { version, placement }: Now, evidence: readonly BasisEvidence[]): Row | null {
  const [revision] = claim.revisions;
  if (revision === undefined || needsPlacing(placement)) return null;
  const then = basisThen(revision);
  const present = presentBasis({ claim, version, placement, evidence });
  if (!onlySurroundingsChanged(then, present)) return null;
  const { label, token } = revision.rating;
  return {
    claimId: claim.id,
    revisionId: revision.id,
    basisDigest: sealedBasis(present).basisDigest,
    articleId: claim.articleId,
    articleTitle: claim.article.title,
    number: claim.number,
    statement: claim.statement,
    quote: placement.quote,
    rating: { label: verdictWords({ sentence: revision.sentence, label }), token },
    revisionNumber: revision.number,
    author: revision.author.name,
    before: then.blocks.join("\n"),
    after: present.blocks.join("\n"),
  };
}
