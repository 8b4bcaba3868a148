import "server-only";
import { basisChanges } from "#lib/domain/basis.ts";
import type { StaleReason } from "#lib/domain/claim.ts";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";
import { blocksOf } from "#lib/domain/span.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { basisThen, presentBasis } from "#lib/server/repositories/basis.ts";
import type { CarriedClaim } from "#lib/server/repositories/carried-claims.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import { makeStale, noteBasisChanges } from "#lib/server/repositories/claims.ts";
import { evidenceOfClaims } from "#lib/server/repositories/evidence.ts";
import { insertCarried } from "#lib/server/repositories/placements.ts";
import { basesOf, latestBases } from "#lib/server/repositories/verdicts.ts";

type Carriage = {
  readonly newest: StoredVersion;
  readonly version: StoredVersion;
  readonly carried: readonly CarriedClaim[];
  /** The same claims, locked. */
  readonly claims: readonly StoredClaim[];
};

/**
 * Writes where a version that was just frozen has the article's claims. A standing verdict that no longer rests on the
 * words it was given on, or on the paragraphs around them, becomes stale; one whose passage only moved does not.
 */
export async function carryClaims(tx: Tx, { actor, now }: Context, carriage: Carriage): Promise<void> {
  const { deskId } = actor;
  const { newest, version, carried } = carriage;
  const placements = carried.map(({ claim, ...place }) => ({
    ...place,
    claimId: claim.claimId,
    fromVersionId: claim.settled?.versionId ?? null,
    active: claim.state !== "withdrawn",
  }));
  await insertCarried(tx, { deskId, versionId: version.id }, placements, now);
  const changed = carried.filter(({ claim }) => claim.state !== "withdrawn").filter(changesBasis(newest, version));
  await noteBasisChanges(
    tx,
    deskId,
    changed.map(({ claim }) => claim.claimId),
    now,
  );
  await makeStale(tx, deskId, await lapses(tx, carriage, changed), now);
}

/** Whether a claim has other words than in the newest version, or other paragraphs around them, under the fold. */
function changesBasis(newest: StoredVersion, version: StoredVersion): (carried: CarriedClaim) => boolean {
  const [before, after] = [paragraphsOf(newest), paragraphsOf(version)];
  return ({ claim, kind, start, end }) => {
    if (kind === "changed" || kind === "lost" || claim.settled?.versionId !== newest.id) return true;
    if (start === null || end === null || claim.start === null || claim.end === null) return true;
    const [old, present] = [before({ start: claim.start, end: claim.end }), after({ start, end })];
    return old.length !== present.length || old.some((words, index) => words !== present[index]);
  };
}

/** The folded paragraphs that a span touches; each is folded once. */
function paragraphsOf({ text, blocks }: ComposedText): (span: Span) => string[] {
  const folded = new Map<number, string>();
  return (span) =>
    blocksOf(blocks, span).map(({ index, start, end }) => {
      const words = folded.get(index) ?? typographicFold(text.slice(start, end));
      folded.set(index, words);
      return words;
    });
}

/**
 * Why the standing verdicts of these claims no longer rest on what they were given on, by their digests. Where other
 * words are offered, or none, the database has made them stale already.
 */
async function lapses(tx: Tx, { version, claims }: Carriage, changed: readonly CarriedClaim[]) {
  const { deskId } = version;
  const whole = changed.filter(({ kind }) => kind === "exact" || kind === "moved");
  const places = new Map(whole.map((place) => [place.claim.claimId, place]));
  const standing = claims.filter((claim) => hasStandingVerdict(claim.state) && places.has(claim.id));
  const ids = standing.map((claim) => claim.id);
  const [evidence, latest] = [await evidenceOfClaims(tx, deskId, ids), await latestBases(tx, deskId, ids)];
  const differing = standing.flatMap((claim) => {
    const placement = places.get(claim.id);
    const given = latest.get(claim.id);
    if (placement === undefined || given === undefined) return [];
    const present = presentBasis({ claim, version, placement, evidence: evidence.get(claim.id) ?? [] });
    const differs = sha256Hex(canonicalJson(present)) !== given.basisDigest;
    return differs ? [{ claimId: claim.id, revisionId: given.revisionId, present }] : [];
  });
  const then = await basesOf(
    tx,
    deskId,
    differing.map(({ revisionId }) => revisionId),
  );
  return differing.map(({ claimId, revisionId, present }) => {
    const given = then.get(revisionId);
    const [reason] = given === undefined ? [] : basisChanges(basisThen(given), present);
    return { claimId, reason: reason ?? surroundings };
  });
}

const surroundings: StaleReason = "surroundings";
