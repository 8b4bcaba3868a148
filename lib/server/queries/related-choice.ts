import "server-only";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import type { RelatedChoice } from "#lib/domain/relation.ts";
import type { Actor } from "#lib/domain/role.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { presentRevisions } from "#lib/server/repositories/claim-relations.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import type { findClaims } from "#lib/server/repositories/similar-claims.ts";

type Row = Awaited<ReturnType<typeof findClaims>>[number];

/** Claims to choose from beside `claimId`, with what was judged of each, as far as the reader may know it. */
export async function relatedChoices(
  tx: Tx,
  actor: Actor,
  { claimId, rows }: { readonly claimId: string; readonly rows: readonly Row[] },
): Promise<RelatedChoice[]> {
  const blind = await blindClaims(tx, actor);
  const ids = rows.map((row) => row.id);
  const revisions = await presentRevisions(tx, actor.deskId, ids);
  return rows.map(({ state, ...row }) => {
    const isHidden = blind.has(claimId) || blind.has(row.id);
    const revision = hasStandingVerdict(state) ? revisions.get(row.id) : undefined;
    const verdict = revision === undefined ? null : revision.sentence || revision.rating.label;
    return { ...row, state: isHidden ? null : state, verdict: isHidden ? null : verdict };
  });
}
