import "server-only";
import type { ClaimGates } from "#lib/domain/gate.ts";
import type { Actor } from "#lib/domain/role.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import type { StoredEvidence } from "#lib/server/repositories/evidence.ts";

type Parts = {
  readonly claim: StoredClaim;
  /** The claim's words in the present version. */
  readonly quote: string;
  readonly evidence: readonly StoredEvidence[];
};

/** The desk's gates for one claim, at the stage that comes next for it. */
export async function claimGates(_db: Tx, _actor: Actor, _parts: Parts): Promise<ClaimGates> {
  return { stage: "propose", checks: [], overrideBarredBy: null };
}
