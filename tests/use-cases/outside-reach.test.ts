import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { presetOf } from "#lib/domain/queue-filter.ts";
import { actions, can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { agreementPage } from "#lib/server/queries/agreement-page.ts";
import { annotationsPage } from "#lib/server/queries/annotations-page.ts";
import { articleList } from "#lib/server/queries/article-list.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { captureSearch } from "#lib/server/queries/capture-search.ts";
import { claimDiscussion } from "#lib/server/queries/claim-discussion.ts";
import { claimInvites } from "#lib/server/queries/claim-invites.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { claimRelations } from "#lib/server/queries/claim-relations.ts";
import { claimSeconds } from "#lib/server/queries/claim-seconds.ts";
import { claimStory } from "#lib/server/queries/claim-story.ts";
import { claimThreads } from "#lib/server/queries/claim-threads.ts";
import { claimsToQuote } from "#lib/server/queries/claims-to-quote.ts";
import { claimsToRelate } from "#lib/server/queries/claims-to-relate.ts";
import { assignableMembers, colleagues } from "#lib/server/queries/colleagues.ts";
import { comparePage } from "#lib/server/queries/compare-page.ts";
import { compareRevisions } from "#lib/server/queries/compare-revisions.ts";
import { feedsPage } from "#lib/server/queries/feeds-page.ts";
import { gatesPage } from "#lib/server/queries/gates-page.ts";
import { jobsPage } from "#lib/server/queries/jobs-page.ts";
import { liveStart } from "#lib/server/queries/live-start.ts";
import { moreEvidence } from "#lib/server/queries/more-evidence.ts";
import { noticesPage } from "#lib/server/queries/notices-page.ts";
import { notifyPage } from "#lib/server/queries/notify-page.ts";
import { original } from "#lib/server/queries/original.ts";
import { outsidePage } from "#lib/server/queries/outside-page.ts";
import { outsiderOfToken } from "#lib/server/queries/outsider-of-token.ts";
import { placingPage } from "#lib/server/queries/placing-page.ts";
import { queueBoard, workload } from "#lib/server/queries/queue-board.ts";
import { queueChoices } from "#lib/server/queries/queue-choices.ts";
import { reusableEvidence } from "#lib/server/queries/reusable-evidence.ts";
import { queueNeighbours, reviewQueue, waitingCount } from "#lib/server/queries/review-queue.ts";
import { sameClaims } from "#lib/server/queries/same-claims.ts";
import { savedFilters } from "#lib/server/queries/saved-filters.ts";
import { scalePage } from "#lib/server/queries/scale-page.ts";
import { seenBefore } from "#lib/server/queries/seen-before.ts";
import { sheetPage } from "#lib/server/queries/sheet-page.ts";
import { sourceList } from "#lib/server/queries/source-list.ts";
import { sourcePage } from "#lib/server/queries/source-page.ts";
import { sourceSearch } from "#lib/server/queries/source-search.ts";
import { surroundingsPage } from "#lib/server/queries/surroundings-page.ts";
import { versionsPage } from "#lib/server/queries/versions-page.ts";
import { watchesOfSource } from "#lib/server/queries/watches-of-source.ts";
import { answerFromOutside } from "#lib/server/use-cases/answer-from-outside.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { inviteOutsider } from "#lib/server/use-cases/invite-outsider.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { revokeOutsider } from "#lib/server/use-cases/revoke-outsider.ts";
import { good, makeClaim, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { invited, outsideInput } from "#tests/support/outsiders.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

type Made = Awaited<ReturnType<typeof proposedClaim>> & { readonly otherId: string; readonly sourceId: string };

async function scene() {
  const desk = await makeDesk(fresh.db);
  const made = await proposedClaim(desk);
  const { id: otherId } = await makeClaim(desk.as("checker"), made.article, "carried 212 passengers");
  const { evidence } = good(await claimPage(desk.as("viewer"), made.claimId));
  return { desk, ...made, otherId, sourceId: evidence[0]?.source.id ?? "" };
}

/** Everything that a colleague reads but the claim itself, tried by somebody from outside. */
function reads(as: Context, { article, claimId, otherId, sourceId }: Made): Promise<unknown>[] {
  const articleId = article.id;
  const first = { after: null };
  return [
    ...[agreementPage(as, { from: "", to: "" }), annotationsPage(as, { articleId, importId: null })],
    ...[articleList(as, { before: null }), articlePage(as, articleId), articleReport(as, articleId)],
    ...[captureSearch(as, { words: "result", page: 1 }), claimDiscussion(as, claimId), claimInvites(as, claimId)],
    ...[claimPage(as, otherId), claimRelations(as, claimId), claimSeconds(as, claimId), claimThreads(as, claimId)],
    ...[claimStory(as, { claimId, before: null }), compareRevisions(as, { claimId, from: null, to: null })],
    ...[claimsToQuote(as), claimsToRelate(as, { claimId, words: "", where: "article" }), sameClaims(as, claimId)],
    ...[assignableMembers(as), colleagues(as), comparePage(as, { articleId, from: 1, to: 1, page: 1 }), feedsPage(as)],
    ...[gatesPage(as), jobsPage(as, { group: "done", after: null }), liveStart(as), notifyPage(as)],
    ...[moreEvidence(as, { claimId, skip: 0 }), reusableEvidence(as, { claimId, words: "operations" })],
    ...[noticesPage(as, first), original(as, article.version.id), placingPage(as, { articleId, after: null })],
    ...[queueBoard(as, presetOf("everything")), workload(as), queueChoices(as), savedFilters(as), scalePage(as)],
    ...[reviewQueue(as, { view: "everything", after: null }), waitingCount(as), queueNeighbours(as, otherId)],
    ...[seenBefore(as, { addresses: [], text: article.text }), sheetPage(as, { articleId, sheetId: null })],
    ...[sourceList(as, { words: "", kind: null, after: null }), sourcePage(as, { id: sourceId, after: null })],
    ...[sourceSearch(as, { words: "", take: 10 }), surroundingsPage(as, first), versionsPage(as, articleId)],
    watchesOfSource(as, sourceId),
  ];
}

/** That an answer has nothing of the desk in it: a refusal, or emptiness. */
function expectNothing(answer: unknown, { desk, article, claimId, otherId, sourceId }: Made & { desk: TestDesk }) {
  const words = JSON.stringify(answer, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  const people = ["viewer", "checker", "editor", "admin"].map((who) => desk.as(who).actor.memberId);
  for (const told of [article.id, claimId, otherId, sourceId, "ferry", "Annual", "operations", ...people]) {
    expect(words).not.toContain(told);
  }
}

describe("somebody from outside", () => {
  test("may read and review one claim: no other action, and no other row", async () => {
    const { desk, claimId, otherId } = await scene();
    const { as } = await invited(desk, claimId, "review");
    const { deskId } = desk;
    const allowed = (id: string | undefined) =>
      actions.filter((action) =>
        can(as.actor, action, { deskId, checkersMayReview: true, ...(id === undefined ? {} : { id }) }),
      );
    expect(allowed(claimId)).toEqual(["claim.read", "verdict.review"]);
    for (const id of [undefined, otherId, deskId, as.actor.memberId]) expect(allowed(id)).toEqual([]);
    for (const role of ["checker", "editor", "admin"] as const) {
      expect(can({ ...as.actor, role }, "claim.edit", { deskId, id: claimId })).toBe(false);
    }
  });

  test.each(["expert", "review"] as const)("asked as %s reads nothing else by any query", async (purpose) => {
    const made = await scene();
    const { as } = await invited(made.desk, made.claimId, purpose);
    for (const answer of await Promise.all(reads(as, made))) expectNothing(answer, made);
  });

  test("with two links holds each for itself: what one allows the other does not", async () => {
    const { desk, claimId, otherId, revisionId } = await scene();
    const editor = desk.as("editor");
    const input = outsideInput(claimId, "review");
    const review = good(await inviteOutsider(editor, input));
    const expert = good(await inviteOutsider(editor, { ...input, id: uuidv7(), claimId: otherId, purpose: "expert" }));
    const same = good(await inviteOutsider(editor, { ...input, id: uuidv7(), purpose: "expert" }));
    const holder = async (token: string) => {
      const outsider = await outsiderOfToken(editor, token);
      if (outsider === null) throw new Error("The link is not open.");
      return { as: { ...editor, actor: outsider.actor }, outsider };
    };
    const [reviews, knows, advises] = [
      await holder(review.token),
      await holder(expert.token),
      await holder(same.token),
    ];
    expect(new Set([reviews, knows, advises].map(({ as }) => as.actor.memberId)).size).toBe(1);
    const vote = { id: uuidv7(), claimId, revisionId, decision: "approve", comment: "" } as const;
    expect(refusal(await reviewVerdict(knows.as, vote))).toBe("not-found");
    expect(refusal(await reviewVerdict(advises.as, vote))).toBe("forbidden");
    expect(good(await outsidePage(advises.as, advises.outsider))).toMatchObject({ verdict: null, state: "progress" });
    expect(refusal(await claimPage(knows.as, claimId))).toBe("not-found");
    good(await answerFromOutside(knows.as, { id: uuidv7(), text: "About the other." }));
    expect(good(await outsidePage(reviews.as, reviews.outsider)).said).toEqual([]);
    good(await revokeOutsider(editor, { id: review.id }));
    expect(refusal(await reviewVerdict(reviews.as, vote))).toBe("invite-over");
    expect(await outsiderOfToken(editor, review.token)).toBeNull();
    expect(await outsiderOfToken(editor, expert.token)).not.toBeNull();
  });

  test("does nothing through a link that has expired, held since before", async () => {
    const { desk, claimId, revisionId } = await scene();
    const { as, token } = await invited(desk, claimId, "review");
    const late = { ...as, now: new Date(Date.now() + 15 * 24 * 3_600_000) };
    const vote = { id: uuidv7(), claimId, revisionId, decision: "approve", comment: "" } as const;
    expect(await outsiderOfToken(late, token)).toBeNull();
    expect(refusal(await reviewVerdict(late, vote))).toBe("invite-over");
    expect(refusal(await answerFromOutside(late, { id: uuidv7(), text: "Late." }))).toBe("invite-over");
  });
});

test("a colleague who left votes no more, and comes back through a link to one claim only", async () => {
  const made = await scene();
  const { desk, claimId, revisionId } = made;
  const left = desk.as("second-editor");
  const { memberId, userId } = left.actor;
  good(await changeMember(desk.as("admin"), { id: memberId, rowVersion: 1, role: "editor", leaves: "yes" }));
  const vote = { id: uuidv7(), claimId, revisionId, decision: "approve", comment: "" } as const;
  expect(refusal(await reviewVerdict(left, vote))).toBe("no-longer-reviewer");
  const { email } = await fresh.db.user.findUniqueOrThrow({ where: { id: userId } });
  const { token } = good(await inviteOutsider(desk.as("editor"), { ...outsideInput(claimId, "expert"), email }));
  const outsider = await outsiderOfToken(desk.as("editor"), token);
  if (outsider === null) throw new Error("The link is not open.");
  expect(outsider.actor).toMatchObject({ memberId, role: "viewer" });
  const as = { ...desk.as("editor"), actor: outsider.actor };
  for (const answer of await Promise.all(reads(as, made))) expectNothing(answer, made);
  // With the rights of the session they had: the member behind it is from outside now.
  expect(refusal(await reviewVerdict(left, { ...vote, id: uuidv7() }))).toBe("no-longer-reviewer");
});
