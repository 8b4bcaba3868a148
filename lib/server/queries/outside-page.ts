import "server-only";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import type { OutsideEvidence, OutsidePage, OutsideVerdict } from "#lib/domain/outside.ts";
import { describedAs } from "#lib/domain/report.ts";
import { ok } from "#lib/domain/result.ts";
import type { RevisionView } from "#lib/domain/views.ts";
import type { Context } from "#lib/server/context.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import type { Outsider } from "#lib/server/queries/outsider-of-token.ts";
import { messagesBy } from "#lib/server/repositories/outside-messages.ts";

/** One claim as somebody from outside sees it, who was just found to hold an open link to it. */
export async function outsidePage(
  context: Omit<Context, "actor">,
  { actor, deskName, note, expiresAt }: Outsider,
): Promise<Outcome<OutsidePage>> {
  const { deskId, memberId, name } = actor;
  const { claimId, purpose } = actor.outside;
  const loaded = await claimPage({ ...context, actor }, claimId);
  if (!loaded.ok) return notFound();
  const claim = loaded.value;
  const [latest] = claim.revisions;
  const said = await messagesBy(context.db, { deskId, claimId, authorId: memberId });
  const reviews = purpose === "review";
  return ok({
    ...{ purpose, name, deskName, note, expiresAt, claimId },
    articleTitle: claim.articleTitle,
    number: claim.number,
    state: reviews ? claim.state : "progress",
    paragraph: claim.paragraph,
    fields: claim.fields,
    evidence: claim.evidence.map(evidenceOutside),
    evidenceCount: claim.evidenceCount,
    verdict: reviews && latest !== undefined ? verdictOutside(latest, memberId) : null,
    quorum: claim.quorum,
    mayReview: reviews && claim.may.review,
    barredBy: reviews ? claim.reviewBarredBy : null,
    said: said.map(({ id, text, createdAt }) => ({ id, text, at: createdAt.toISOString() })),
  });
}

function evidenceOutside(item: EvidenceView): OutsideEvidence {
  const { id, stance, kind, source, passage, locator, note } = item;
  if (item.confidential) return { id, stance, kind, confidential: true, describedAs: describedAs(item.publicAs) };
  const { title, publication, author, publishedOn, address } = source;
  const about = { title, publication, author, publishedOn, address, passage, locator, note };
  return { id, stance, kind, confidential: false, ...about };
}

function verdictOutside(revision: RevisionView, memberId: string): OutsideVerdict {
  const { id, number, rating, sentence, rationale, suggestedWording, asOf, author } = revision;
  const own = revision.reviews.filter((review) => review.reviewer.id === memberId);
  const vote = own.find((review) => review.decision !== "comment") ?? own.at(-1);
  return {
    revisionId: id,
    ...{ number, sentence, rationale, suggestedWording, asOf },
    label: rating.label,
    token: rating.token,
    definition: rating.definition,
    author: author.name,
    own: vote === undefined ? null : { decision: vote.decision, comment: vote.comment, at: vote.at },
  };
}
