import "server-only";
import { type Basis, basisChangeSentences } from "#lib/domain/basis.ts";
import { blindClaim, blindContributors } from "#lib/domain/blind.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import type { Contributor } from "#lib/domain/review.ts";
import { ruleSentence } from "#lib/domain/rule.ts";
import { paragraphOf, quoteOf } from "#lib/domain/span.ts";
import { staleWhy } from "#lib/domain/stale-why.ts";
import type { ClaimPlacementView, ClaimView } from "#lib/domain/views.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { claimEvidence, shownAtOnce } from "#lib/server/queries/claim-evidence.ts";
import { claimGates } from "#lib/server/queries/claim-gates.ts";
import { claimHistory } from "#lib/server/queries/claim-history.ts";
import { claimInvites } from "#lib/server/queries/claim-invites.ts";
import { reviewingDraftKeys, revisionView } from "#lib/server/queries/claim-parts.ts";
import { claimRelations } from "#lib/server/queries/claim-relations.ts";
import { claimReplies } from "#lib/server/queries/claim-replies.ts";
import { claimSeconds } from "#lib/server/queries/claim-seconds.ts";
import { claimThreads } from "#lib/server/queries/claim-threads.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { basisThen, presentBasis, sealedBasis } from "#lib/server/repositories/basis.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import { claimById, contributorsOf, neighboursOf } from "#lib/server/repositories/claims.ts";
import { deskById, presentRatings, quorumOf } from "#lib/server/repositories/desks.ts";
import { draftsOf } from "#lib/server/repositories/drafts.ts";
import { basisEvidenceOf, evidenceFrom } from "#lib/server/repositories/evidence.ts";
import { memberById } from "#lib/server/repositories/members.ts";
import { reviewersOf } from "#lib/server/repositories/outside-invites.ts";
import { type PlacedBefore, placedBefore, settledWith } from "#lib/server/repositories/placed-before.ts";
import { placementOf, type StoredPlacement } from "#lib/server/repositories/placements.ts";
import { presentKind } from "#lib/server/repositories/scales.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { staleCauses } from "#lib/server/repositories/stale-causes.ts";
import { revisionsOf } from "#lib/server/repositories/verdicts.ts";

/** Everything about one claim, for the panel beside the text and for its review. */
export async function claimPage(context: Context, claimId: string): Promise<Outcome<ClaimView>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const loaded = permit(actor, "claim.read", await claimById(db, deskId, claimId));
  if (!loaded.ok) return loaded;
  const isBlind = (await blindClaims(db, actor)).has(claimId);
  const claim = isBlind ? blindClaim(loaded.value) : loaded.value;
  const [desk, article, version] = await Promise.all([
    deskById(db, deskId),
    articleById(db, deskId, claim.articleId),
    latestVersion(db, deskId, claim.articleId),
  ]);
  if (desk === null || article === null || version === null) return notFound();
  const placement = await placementOf(db, deskId, claimId, version.id);
  if (placement === null) return notFound();
  const [evidence, first, revisions, worked, history, ratings, scaleKind, neighbours] = await Promise.all([
    basisEvidenceOf(db, deskId, claimId),
    evidenceFrom(db, deskId, { claimId, skip: 0, take: shownAtOnce }),
    isBlind ? [] : revisionsOf(db, deskId, claimId),
    contributorsOf(db, deskId, claimId),
    claimHistory(db, deskId, { claimId, isBlind }),
    presentRatings(db, deskId),
    presentKind(db, deskId),
    neighboursOf(db, deskId, { versionId: version.id, claimId }),
  ]);
  const [latest, previous] = revisions;
  const contributors = isBlind ? blindContributors(worked) : worked;
  const { start, end, quote } = placement;
  const [marker, assignee, before, drafts, shown, gates, replies] = await Promise.all([
    memberById(db, deskId, claim.createdById),
    claim.assigneeId === null ? null : memberById(db, deskId, claim.assigneeId),
    placedBefore(db, { deskId, versionId: version.id }, [claimId]),
    draftsOf(db, { deskId, memberId, keys: reviewingDraftKeys(claimId) }),
    claimEvidence(db, first, latest?.createdAt ?? null),
    claimGates(db, actor, { claim, quote, evidence, isBlind }),
    claimReplies(db, { deskId, claimId, now }),
  ]);
  const [threads, seconds, relations, invites] = await Promise.all([
    isBlind ? [] : claimThreads(context, claimId),
    claimSeconds(context, claimId),
    claimRelations(context, claimId),
    isBlind ? [] : claimInvites(context, claimId),
  ]);
  const goneFrom = placement.kind === "lost" && needsPlacing(placement) ? version.number : null;
  const given = claim.staleReason === "quote" && latest !== undefined ? basisThen(latest).quote : null;
  const isOther = given !== null && !needsPlacing(placement) && given !== typographicFold(quote);
  const verdictWords = isOther ? await settledWith(db, { deskId, claimId, before: version.number }, given) : undefined;
  const cause = claim.state === "stale" ? (await staleCauses(db, deskId, [claimId])).get(claimId) : undefined;
  const present = presentBasis({ claim, version, placement, evidence });
  const { statement, claimant, saidOn, saidIn } = claim;
  const { checkersMayReview } = desk;
  const mayReview = can(actor, "verdict.review", { deskId, id: claim.id, checkersMayReview });
  const barred = reviewBar(claim, { mayReview, contributors, memberId });
  return ok({
    id: claim.id,
    articleId: article.id,
    articleTitle: article.title,
    versionNumber: version.number,
    number: claim.number,
    ofClaims: article.lastClaim,
    state: claim.state,
    staleReason: goneFrom !== null && claim.staleReason === "surroundings" ? "quote" : claim.staleReason,
    staleWhy: cause === undefined || goneFrom !== null ? null : staleWhy(cause),
    withdrawnReason: claim.withdrawnReason,
    rowVersion: claim.rowVersion,
    fields: { statement, claimant, saidOn, saidIn },
    quote: start === null || end === null ? { prefix: "", quote, suffix: "" } : quoteOf(version.text, { start, end }),
    paragraph:
      start === null || end === null
        ? { prefix: "", quote, suffix: "" }
        : paragraphOf(version.text, version.blocks, { start, end }),
    placement: placementView(placement, verdictWords ?? before.get(claimId)),
    markedBy: { id: claim.createdById, name: marker?.name ?? "" },
    assignee: assignee === null ? null : { id: assignee.id, name: assignee.name },
    dueAt: claim.dueAt?.toISOString() ?? null,
    priority: claim.priority,
    evidence: shown,
    evidenceCount: evidence.length,
    basisDigest: sealedBasis(present).basisDigest,
    gates,
    replies,
    revisions: revisions.map(revisionView),
    changedSince: latest === undefined ? [] : changesSince(basisThen(latest), present, goneFrom),
    revisedSince:
      latest === undefined || previous === undefined
        ? []
        : basisChangeSentences(basisThen(previous), basisThen(latest)),
    contributors,
    quorum: quorumOf(desk),
    // Who is left to review tells who gave the verdict.
    reviewersLeft: isBlind
      ? desk.approvalsNeeded
      : await reviewersOf(db, { deskId, claimId }, { checkersMayReview, now }),
    threads,
    seconds,
    isBlind,
    relations,
    invites,
    history,
    ratings,
    scaleKind,
    previousId: neighbours.previousId,
    nextId: neighbours.nextId,
    may: {
      edit: !isBlind && can(actor, "claim.edit", claim) && claim.state !== "withdrawn",
      restore: !isBlind && can(actor, "claim.withdraw", claim) && claim.state === "withdrawn",
      propose:
        !isBlind && can(actor, "verdict.propose", claim) && claim.state !== "withdrawn" && !needsPlacing(placement),
      review: claim.state === "proposed" && barred === null,
      assign: !isBlind && can(actor, "claim.assign", claim),
      invite: can(actor, "member.manage", claim),
    },
    reviewBarredBy: barred,
    drafts: Object.fromEntries(
      drafts.map((draft) => [draft.key.slice(0, draft.key.indexOf(":")), wordsOf(draft.fields)]),
    ),
  });
}

/** Words that are gone have no paragraph that could have changed around them. */
function changesSince(then: Basis, now: Basis, goneFrom: number | null): string[] {
  if (goneFrom === null) return basisChangeSentences(then, now);
  const others = basisChangeSentences(then, { ...now, quote: then.quote, blocks: then.blocks });
  return [`The words are gone from version ${goneFrom}.`, ...others];
}

function placementView(placement: StoredPlacement, before: PlacedBefore | undefined): ClaimPlacementView {
  return {
    kind: placement.kind,
    needsPlacing: needsPlacing(placement),
    versionId: placement.versionId,
    start: placement.start,
    before:
      before === undefined
        ? null
        : { quote: before.quote, versionNumber: before.from === "version" ? before.versionNumber : null },
  };
}

type Reader = { readonly mayReview: boolean; readonly contributors: readonly Contributor[]; readonly memberId: string };

function reviewBar(claim: StoredClaim, { mayReview, contributors, memberId }: Reader): string | null {
  if (claim.state !== "proposed") return null;
  if (contributors.some((contributor) => contributor.memberId === memberId)) {
    return ruleSentence("contributor-cannot-review");
  }
  return mayReview ? null : "On this desk an editor reviews verdicts. You can read everything here.";
}

/** The words of a stored draft; anything that is not text is left out. */
function wordsOf(fields: unknown): Record<string, string> {
  if (typeof fields !== "object" || fields === null) return {};
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[name, value]] : [],
    ),
  );
}
