import "server-only";
import type { EvidenceView, RevisionView, SourceView } from "#lib/domain/views.ts";
import type { StoredEvidence } from "#lib/server/repositories/evidence.ts";
import type { StoredRevision } from "#lib/server/repositories/verdicts.ts";

/** The forms of a claim's pages whose drafts are kept. */
export function reviewingDraftKeys(claimId: string): string[] {
  return ["claim", "verdict", "evidence", "review"].map((form) => `${form}:${claimId}`);
}

export function sourceView(source: Omit<SourceView, "id"> & { readonly id: string }): SourceView {
  const { id, kind, title, publication, author, publishedOn, address, rowVersion } = source;
  return { id, kind, title, publication, author, publishedOn, address, rowVersion };
}

/** `since` is when the verdict's latest revision was given; evidence touched later is new to its readers. */
export function evidenceView(item: StoredEvidence, since: Date | null): EvidenceView {
  return {
    id: item.id,
    source: sourceView(item.source),
    stance: item.stance,
    kind: item.kind,
    passage: item.passage,
    locator: item.locator,
    note: item.note,
    accessedOn: item.accessedOn,
    originLabel: item.origin?.label ?? null,
    linkedBy: item.linkedBy,
    editedBy: item.editedBy,
    updatedAt: item.updatedAt.toISOString(),
    rowVersion: item.rowVersion,
    isNew: since !== null && item.updatedAt > since,
  };
}

export function revisionView(revision: StoredRevision): RevisionView {
  const { id, label, token, definition } = revision.rating;
  return {
    id: revision.id,
    number: revision.number,
    rating: { id, label, token, definition },
    rationale: revision.rationale,
    asOf: revision.asOf,
    suggestedWording: revision.suggestedWording,
    basisDigest: revision.basisDigest,
    author: revision.author,
    at: revision.createdAt.toISOString(),
    reviews: revision.reviews.map((review) => ({
      id: review.id,
      reviewer: review.reviewer,
      decision: review.decision,
      comment: review.comment,
      at: review.createdAt.toISOString(),
    })),
  };
}
