import "server-only";
import type { Report, ReportEvidence, ReportSignOff } from "#lib/domain/report.ts";
import type { ClaimForReport } from "#lib/server/repositories/report.ts";

type Claim = ClaimForReport["claim"];

export function reportEvidence(item: Claim["evidence"][number]): ReportEvidence {
  const { kind, title, publication, author, publishedOn, address } = item.source;
  return {
    stance: item.stance,
    kind: item.kind,
    source: { kind, title, publication, author, publishedOn, address },
    passage: item.passage,
    locator: item.locator,
    note: item.note,
    accessedOn: item.accessedOn,
    captureDigest: item.capture?.sha256 ?? null,
  };
}

export function reportReviews(revision: Claim["revisions"][number]): ReportSignOff[] {
  return revision.reviews.map((review) => ({
    name: review.reviewer.name,
    decision: review.decision,
    at: review.createdAt.toISOString(),
    comment: review.comment,
  }));
}

/** Who proposed and who decided, each named once, in the order of the claims. */
export function reportPeople(rows: readonly ClaimForReport[]): Report["people"] {
  const revisions = rows.flatMap(({ claim }) => claim.revisions);
  const reviewers = revisions.flatMap((revision) => revision.reviews.map((review) => review.reviewer.name));
  return {
    checkedBy: [...new Set(revisions.map((revision) => revision.author.name))],
    reviewedBy: [...new Set(reviewers)],
  };
}
