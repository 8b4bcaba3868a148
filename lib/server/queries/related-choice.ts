import "server-only";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import type { RelatedChoice } from "#lib/domain/relation.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { findClaims } from "#lib/server/repositories/similar-claims.ts";
import { presentRevisions } from "#lib/server/repositories/verdicts.ts";

type Row = Awaited<ReturnType<typeof findClaims>>[number];

type Choices = {
  readonly claimId: string;
  readonly rows: readonly Row[];
  /** The claims of which the reader must not learn what was judged. */
  readonly blind: ReadonlySet<string>;
};

/** Claims to choose from beside `claimId`, with what was judged of each, as far as the reader may know it. */
export async function relatedChoices(
  tx: Tx,
  deskId: string,
  { claimId, rows, blind }: Choices,
): Promise<RelatedChoice[]> {
  const ids = rows.map((row) => row.id);
  const revisions = await presentRevisions(tx, deskId, ids);
  return rows.map(({ state, ...row }) => {
    const isHidden = blind.has(claimId) || blind.has(row.id);
    const revision = hasStandingVerdict(state) ? revisions.get(row.id) : undefined;
    const verdict =
      revision === undefined ? null : verdictWords({ sentence: revision.sentence, label: revision.rating.label });
    return { ...row, state: isHidden ? null : state, verdict: isHidden ? null : verdict };
  });
}
