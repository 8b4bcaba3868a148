import "server-only";
import { toCsl } from "#lib/domain/csl-item.ts";
import { gateStages, gates } from "#lib/domain/gate.ts";
import { describedEvidence } from "#lib/domain/printed-evidence.ts";
import type { Quorum } from "#lib/domain/quorum.ts";
import { replyStanding } from "#lib/domain/reply.ts";
import type {
  PassageSelector,
  Report,
  ReportCapture,
  ReportEvidence,
  ReportOverride,
  ReportReply,
  ReportSignOff,
  ReportVerdict,
  ReportWording,
} from "#lib/domain/report.ts";
import { outcomeOf } from "#lib/domain/review.ts";
import type { Recompute } from "#lib/formats/calculations/recompute.ts";
import { writersAnswer } from "#lib/server/queries/claim-parts.ts";
import type { ClaimForReport } from "#lib/server/repositories/report.ts";
import { fieldsOf } from "#lib/server/repositories/sources.ts";

type Claim = ClaimForReport["claim"];

/** Evidence as it is printed. Of a confidential source nothing leaves the desk but its description. */
export function reportEvidence(
  item: Claim["evidence"][number],
  { recompute, selector }: { readonly recompute: Recompute; readonly selector: PassageSelector | null },
): ReportEvidence {
  const { stance, kind: does, confidential } = item;
  if (confidential) return describedEvidence(item);
  const source = item.source.mergedInto ?? item.source;
  const { kind, title, publication, author, publishedOn, address } = source;
  return {
    id: item.id,
    confidential,
    stance,
    kind: does,
    source: {
      kind,
      title,
      publication,
      author,
      publishedOn,
      address,
      csl: toCsl({ id: source.id, ...fieldsOf(source) }),
    },
    passage: item.passage,
    locator: item.locator,
    note: item.note,
    accessedOn: item.accessedOn,
    capture: captureOf(item.capture),
    selector,
    originId: item.originId,
    calculation: recompute(item.calculation),
  };
}

function captureOf(capture: Claim["evidence"][number]["capture"]): ReportCapture | null {
  if (capture === null) return null;
  const { sha256: digest, address, mediaType, obtainedAt, obtainedBy } = capture;
  return { digest, address, mediaType, obtainedAt: obtainedAt.toISOString(), obtainedBy };
}

/** Whether the votes on the latest revision let it stand, whatever became of it since. */
function hasCarried({ state, revisions: [latest] }: Claim, quorum: Quorum): boolean {
  if (state === "approved" || state === "published") return true;
  return latest !== undefined && outcomeOf(latest.reviews, quorum) === "approved";
}

/** A claim with the votes that its desk prints: where it prints no dissent, no vote against a verdict that carried. */
export function printedVotes(claim: Claim, quorum: Quorum): Claim {
  if (quorum.printDissent || !hasCarried(claim, quorum)) return claim;
  const revisions = claim.revisions.map((revision) => ({
    ...revision,
    reviews: revision.reviews.filter((review) => review.decision !== "return"),
  }));
  return { ...claim, revisions };
}

/** The lowest and highest number of the scale that a rating is of. */
export function reportRange({ scale }: Claim["revisions"][number]["rating"]): ReportVerdict["range"] {
  const values = scale.ratings.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length === 0 ? null : { lowest: Math.min(...values), highest: Math.max(...values) };
}

/** What the writer said last of the wording that a revision suggests. */
export function reportWording({ wordingAnswers: [last] }: Claim["revisions"][number]): ReportWording | null {
  const [answer] = last === undefined ? [] : writersAnswer(last);
  if (answer === undefined) return null;
  const { id: _, ...wording } = answer;
  return wording;
}

/** The decisions on the latest revision; a vote against is dissent when the verdict carried. */
export function reportReviews(claim: Claim, quorum: Quorum): ReportSignOff[] {
  const carried = hasCarried(claim, quorum);
  const reviews = claim.revisions[0]?.reviews ?? [];
  return reviews.map((review) => ({
    name: review.reviewer.name,
    decision: carried && review.decision === "return" ? "dissent" : review.decision,
    at: review.createdAt.toISOString(),
    comment: review.comment,
  }));
}

/** Requests for a reply that stand, as they stand at `now`. */
export function reportReplies({ replyRequests }: Claim, now: Date): ReportReply[] {
  return replyRequests.flatMap((row) => {
    const standing = replyStanding(row, now);
    if (standing === "withdrawn") return [];
    const { askedOf, askedAt, deadline, answer, answeredAt } = row;
    const at = (moment: Date | null) => moment?.toISOString() ?? null;
    return [
      { askedOf, askedAt: askedAt.toISOString(), deadline: at(deadline), standing, answer, answeredAt: at(answeredAt) },
    ];
  });
}

/** The gates that were overridden for one revision of a claim's verdict. */
export function reportOverrides({ gateOverrides }: Claim, revisionNumber: number): ReportOverride[] {
  return gateOverrides.flatMap((row) => {
    const gate = gates.find((known) => known === row.gate);
    const stage = gateStages.find((known) => known === row.stage);
    if (gate === undefined || stage === undefined || row.revisionNumber !== revisionNumber) return [];
    return [{ gate, stage, name: row.member.name, at: row.createdAt.toISOString(), reason: row.reason }];
  });
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
