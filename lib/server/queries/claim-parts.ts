import "server-only";
import type { SourceView } from "#lib/domain/evidence-views.ts";
import { ratingIconOf } from "#lib/domain/rating-icon.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import type { RevisionView } from "#lib/domain/views.ts";
import { type WordingAnswer, wordingOutcomes } from "#lib/domain/wording.ts";
import { suggestionOf } from "#lib/schemas/verdict.ts";
import type { StoredAnswer } from "#lib/server/repositories/suggested-wordings.ts";
import type { StoredRevision } from "#lib/server/repositories/verdicts.ts";

/** The forms of a claim's pages whose drafts are kept. */
export function reviewingDraftKeys(claimId: string): string[] {
  return ["claim", "verdict", "evidence", "review", "second"].map((form) => `${form}:${claimId}`);
}

/** An answer of the writer as it is shown; none for one whose outcome is no longer known. */
export function writersAnswer({ id, outcome: stored, note, answeredBy, answeredAt }: StoredAnswer): WordingAnswer[] {
  const outcome = wordingOutcomes.find((known) => known === stored);
  return outcome === undefined ? [] : [{ id, outcome, note, by: answeredBy.name, at: answeredAt.toISOString() }];
}

export function sourceView(source: Omit<SourceView, "id"> & { readonly id: string }): SourceView {
  const { id, kind, title, publication, author, publishedOn, address, doi, isbn, interests, rowVersion } = source;
  return { id, kind, title, publication, author, publishedOn, address, doi, isbn, interests, rowVersion };
}

export function revisionView(revision: StoredRevision): RevisionView {
  const { id, token, definition, icon } = revision.rating;
  const label = verdictWords({ sentence: revision.sentence, label: revision.rating.label });
  return {
    id: revision.id,
    number: revision.number,
    rating: { id, label, token, definition, icon: ratingIconOf(icon) },
    rationale: revision.rationale,
    asOf: revision.asOf,
    suggestedWording: revision.suggestedWording,
    sentence: revision.sentence,
    basisDigest: revision.basisDigest,
    author: revision.author,
    at: revision.createdAt.toISOString(),
    reviews: revision.reviews.map((review) => ({
      id: review.id,
      reviewer: review.reviewer,
      decision: review.decision,
      comment: review.comment,
      suggestion: suggestionOf(review.suggestion),
      at: review.createdAt.toISOString(),
    })),
    wording: revision.wordingAnswers.flatMap(writersAnswer)[0] ?? null,
  };
}
