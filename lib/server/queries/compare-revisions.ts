import "server-only";
import { compareBases } from "#lib/domain/basis-comparison.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { ComparedRevision, RevisionComparison } from "#lib/domain/revision-comparison.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { basisThen } from "#lib/server/repositories/basis.ts";
import { claimById } from "#lib/server/repositories/claims.ts";
import { comparedRevision, revisionLines, sourceTitles } from "#lib/server/repositories/compared-revisions.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";

type Asked = { readonly claimId: string; readonly from: string | null; readonly to: string | null };
type Stored = NonNullable<Awaited<ReturnType<typeof comparedRevision>>>;

/**
 * What changed between two revisions of a claim's verdict: words, rating, and part by part what each rests on. Without
 * `to` the latest, without `from` the one before it. Not there for somebody who judges the claim blind.
 */
export async function compareRevisions({ actor, db }: Context, asked: Asked): Promise<Outcome<RevisionComparison>> {
  const { deskId } = actor;
  const loaded = permit(actor, "claim.read", await claimById(db, deskId, asked.claimId));
  if (!loaded.ok) return loaded;
  const claim = loaded.value;
  if (actor.outside !== undefined || (await blindClaims(db, actor)).has(claim.id)) return notFound();
  const lines = await revisionLines(db, deskId, claim.id);
  const toId = asked.to ?? lines[0]?.id;
  const place = lines.findIndex((line) => line.id === toId);
  const fromId = asked.from ?? lines[place + 1]?.id ?? toId;
  if (fromId === undefined || toId === undefined) return notFound();
  const from = await comparedRevision(db, deskId, { claimId: claim.id, id: fromId });
  const to = await comparedRevision(db, deskId, { claimId: claim.id, id: toId });
  if (from === null || to === null) return notFound();
  const basis = compareBases(basisThen(from), basisThen(to));
  const named = basis.evidence.flatMap(({ source, changes }) => [
    source,
    ...changes.filter(({ field }) => field === "Source").map(({ before }) => before),
  ]);
  return ok({
    claimId: claim.id,
    articleId: claim.articleId,
    number: claim.number,
    statement: claim.statement,
    from: comparedView(from),
    to: comparedView(to),
    basis,
    sources: await sourceTitles(db, deskId, [...new Set(named)]),
    revisions: lines.map(({ createdAt, sentence, rating: { label, token }, ...line }) => ({
      ...line,
      rating: { label: verdictWords({ sentence, label }), token },
      at: createdAt.toISOString(),
    })),
  });
}

function comparedView(revision: Stored): ComparedRevision {
  const { id, number, rationale, asOf, suggestedWording, sentence, author, ratingId } = revision;
  const { label, token } = revision.rating;
  return {
    ...{ id, number, rationale, asOf, suggestedWording, sentence, author, ratingId },
    rating: { label, token },
    at: revision.createdAt.toISOString(),
    versionNumber: revision.version.number,
  };
}
