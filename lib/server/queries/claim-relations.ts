import "server-only";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import type { RelationView } from "#lib/domain/relation.ts";
import type { Context } from "#lib/server/context.ts";
import { relationsOf } from "#lib/server/repositories/claim-relations.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { presentRevisions } from "#lib/server/repositories/verdicts.ts";

/** What ties a claim to others, the latest first. The caller has checked that it may be read. Somebody from outside sees none. */
export async function claimRelations({ actor, db }: Context, claimId: string): Promise<readonly RelationView[]> {
  const { deskId } = actor;
  if (actor.outside !== undefined) return [];
  const rows = await relationsOf(db, deskId, claimId);
  if (rows.length === 0) return [];
  const blind = await blindClaims(db, actor);
  const same = rows.filter((row) => row.kind === "same");
  const revisions = await presentRevisions(
    db,
    deskId,
    same.flatMap((row) => [row.claimId, row.otherId]),
  );
  return rows.map(({ id, kind, claim: one, other }) => {
    const isOne = one.id === claimId;
    const { article, state, ...there } = isOne ? other : one;
    const isHidden = blind.has(there.id) || (kind === "same" && blind.has(claimId));
    const [follower, leader] = [revisions.get(one.id), revisions.get(other.id)];
    const isTaken = follower !== undefined && follower.sharedFromId === leader?.id;
    const tells = kind === "same" && !isHidden && leader !== undefined;
    return {
      id,
      kind,
      isLeading: kind === "merge" ? isOne : !isOne,
      claim: { ...there, articleTitle: article.title, state: isHidden ? null : state },
      isBehind:
        tells &&
        hasStandingVerdict(other.state) &&
        one.state !== "withdrawn" &&
        !(isTaken && hasStandingVerdict(one.state)),
      isShared: tells && isTaken && one.state === "proposed" && !isOne,
    };
  });
}
