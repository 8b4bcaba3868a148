import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { adjudications } from "#lib/domain/second.ts";
import type { AgreementPage, Disagreement, JudgedPair } from "#lib/domain/second-agreement.ts";
import { secondAgreement } from "#lib/domain/second-agreement.ts";
import { can } from "#lib/policy/can.ts";
import type { AgreementRange } from "#lib/schemas/second.ts";
import type { Context } from "#lib/server/context.ts";
import { blindClaims, secondsGiven } from "#lib/server/repositories/second-verdicts.ts";

const dayMs = 86_400_000;
const mostPairs = 5000;
const mostListed = 100;

/**
 * How far second verdicts agreed with first ones over some days (UTC), and which disagreements are open. At most the
 * latest 5,000 pairs count and 100 of each list are named. What the reader is blind for is not among them.
 */
export async function agreementPage(
  { actor, db, now }: Context,
  asked: AgreementRange,
): Promise<Outcome<AgreementPage>> {
  if (!can(actor, "agreement.read", actor)) return forbidden();
  const to = asked.to === "" ? dayOf(now) : asked.to;
  const from = asked.from === "" ? dayOf(new Date(Date.parse(to) - 364 * dayMs)) : asked.from;
  const range = { from: new Date(from), until: new Date(Date.parse(to) + dayMs), take: mostPairs + 1 };
  const found = await secondsGiven(db, actor.deskId, range);
  const blind = await blindClaims(db, actor);
  const rows = found.slice(0, mostPairs).filter((row) => !blind.has(row.claimId));
  const apart = rows.filter((row) => row.agrees === false);
  return ok({
    ...secondAgreement(rows.flatMap(pairOf)),
    from,
    to,
    isCut: found.length > mostPairs,
    open: apart
      .filter((row) => row.outcome === null)
      .slice(0, mostListed)
      .flatMap(disagreementOf),
    settled: apart
      .filter((row) => row.outcome !== null)
      .slice(0, mostListed)
      .flatMap(disagreementOf),
  });
}

type Row = Awaited<ReturnType<typeof secondsGiven>>[number];

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

function pairOf({ rating, revision, revisionId, givenAt, sentence, agrees }: Row): JudgedPair[] {
  if (rating === null || givenAt === null) return [];
  const isSentence = sentence !== "" || revision.sentence !== "";
  const pair = { first: revision.rating, second: rating, isSentence, agrees: agrees === true };
  return [{ revisionId, at: givenAt.toISOString(), ...pair }];
}

function disagreementOf(row: Row): Disagreement[] {
  const { id, claimId, claim, revision, rating, member, givenAt, sentence } = row;
  if (rating === null || givenAt === null) return [];
  const { articleId, number, statement, article } = claim;
  return [
    {
      ...{ id, claimId, articleId, number, statement },
      articleTitle: article.title,
      at: givenAt.toISOString(),
      first: {
        by: revision.author,
        label: verdictWords({ sentence: revision.sentence, label: revision.rating.label }),
      },
      second: { by: member, label: verdictWords({ sentence, label: rating.label }) },
      outcome: adjudications.find((known) => known === row.outcome) ?? null,
    },
  ];
}
