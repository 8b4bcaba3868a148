import "server-only";
import type { SecondView } from "#lib/domain/second.ts";
import { adjudications } from "#lib/domain/second.ts";
import type { Context } from "#lib/server/context.ts";
import type { StoredSecond } from "#lib/server/repositories/second-verdicts.ts";
import { blindClaims, secondsOf } from "#lib/server/repositories/second-verdicts.ts";

/**
 * The requests for a second verdict on a claim, the latest first. Until one is given it says that it was asked, and of
 * whom. Whoever is asked sees their own request, without the number of the revision, and no other; somebody from outside
 * sees none.
 */
export async function claimSeconds(
  { actor, db }: Pick<Context, "actor" | "db">,
  claimId: string,
): Promise<readonly SecondView[]> {
  if (actor.outside !== undefined) return [];
  const rows = await secondsOf(db, actor.deskId, claimId);
  const isBlind = (await blindClaims(db, actor)).has(claimId);
  if (!isBlind) return rows.map(secondView);
  const own = rows.filter((row) => row.memberId === actor.memberId && row.givenAt === null && row.cancelledAt === null);
  return own.map((row) => ({ ...secondView(row), revisionNumber: 0 }));
}

function secondView(row: StoredSecond): SecondView {
  return {
    id: row.id,
    revisionNumber: row.revision.number,
    member: row.member,
    askedBy: row.askedBy,
    askedAt: row.askedAt.toISOString(),
    isCancelled: row.cancelledAt !== null,
    given: givenOf(row),
  };
}

function givenOf(row: StoredSecond): SecondView["given"] {
  const { rating, sentence, rationale, asOf, givenAt, agrees, adjudicatedBy, adjudicatedAt, adjudication } = row;
  if (givenAt === null || rating === null) return null;
  const outcome = adjudications.find((known) => known === row.outcome);
  const { id, label, token } = rating;
  return {
    rating: { id, label, token },
    sentence,
    rationale,
    asOf,
    at: givenAt.toISOString(),
    agrees: agrees === true,
    settled:
      outcome === undefined || adjudicatedBy === null || adjudicatedAt === null
        ? null
        : { by: adjudicatedBy, at: adjudicatedAt.toISOString(), outcome, words: adjudication },
  };
}
