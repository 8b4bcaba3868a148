import "server-only";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import type { CarriedClaim } from "#lib/server/repositories/carried-claims.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import { makeStale, noteBasisChanges } from "#lib/server/repositories/claims.ts";
import { changesBasis, lapses } from "#lib/server/repositories/lapsing-claims.ts";
import { insertCarried } from "#lib/server/repositories/placements.ts";

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
  const { newest, version, carried, claims } = carriage;
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
  await makeStale(tx, deskId, await lapses(tx, { deskId, next: version, changed, claims }), now);
}
