import "server-only";
import { basisChanges } from "#lib/domain/basis.ts";
import type { StaleReason } from "#lib/domain/claim.ts";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";
import { blocksOf } from "#lib/domain/span.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { basisThen, presentBasis, sealedBasis } from "#lib/server/repositories/basis.ts";
import type { CarriedClaim } from "#lib/server/repositories/carried-claims.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import { evidenceOfClaims } from "#lib/server/repositories/evidence.ts";
import { basesOf, latestBases } from "#lib/server/repositories/verdicts.ts";

/** Whether a claim has other words than in the newest version, or other paragraphs around them, under the fold. */
export function changesBasis(newest: ComposedText & { id: string }, next: ComposedText) {
  const [before, after] = [paragraphsOf(newest), paragraphsOf(next)];
  return ({ claim, kind, start, end }: CarriedClaim): boolean => {
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

type Lapsing = {
  readonly deskId: string;
  readonly next: ComposedText;
  /** Those whose words or paragraphs changed. */
  readonly changed: readonly CarriedClaim[];
  readonly claims: readonly StoredClaim[];
};

/**
 * Why the standing verdicts of claims whose words stay no longer rest on what they were given on, by their digests.
 * Where other words are offered, or none, the database makes them stale by itself.
 */
export async function lapses(tx: Tx, { deskId, next, changed, claims }: Lapsing) {
  const whole = changed.filter(({ kind }) => kind === "exact" || kind === "moved");
  const places = new Map(whole.map((place) => [place.claim.claimId, place]));
  const standing = claims.filter((claim) => hasStandingVerdict(claim.state) && places.has(claim.id));
  const ids = standing.map((claim) => claim.id);
  const [evidence, latest] = [await evidenceOfClaims(tx, deskId, ids), await latestBases(tx, deskId, ids)];
  const differing = standing.flatMap((claim) => {
    const placement = places.get(claim.id);
    const given = latest.get(claim.id);
    if (placement === undefined || given === undefined) return [];
    const present = presentBasis({ claim, version: next, placement, evidence: evidence.get(claim.id) ?? [] });
    const differs = sealedBasis(present).basisDigest !== given.basisDigest;
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

type Freezing = {
  readonly newest: StoredVersion;
  readonly next: ComposedText;
  readonly carried: readonly CarriedClaim[];
  readonly claims: readonly StoredClaim[];
};

/** The claims whose standing verdicts freezing this text would make stale. */
export async function lapsingClaims(tx: Tx, { newest, next, carried, claims }: Freezing): Promise<ReadonlySet<string>> {
  const standing = carried.filter(({ claim }) => hasStandingVerdict(claim.state));
  const changed = standing.filter(changesBasis(newest, next));
  const gone = changed.filter(({ kind }) => kind !== "exact" && kind !== "moved");
  const around = await lapses(tx, { deskId: newest.deskId, next, changed, claims });
  return new Set([...gone.map(({ claim }) => claim.claimId), ...around.map(({ claimId }) => claimId)]);
}
