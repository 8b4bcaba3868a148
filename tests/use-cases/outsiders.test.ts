import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { assignableMembers, colleagues } from "#lib/server/queries/colleagues.ts";
import { memberActor } from "#lib/server/queries/member-actor.ts";
import { outsidePage } from "#lib/server/queries/outside-page.ts";
import { outsiderOfToken } from "#lib/server/queries/outsider-of-token.ts";
import { membershipsOf } from "#lib/server/repositories/members.ts";
import { acceptInvitation } from "#lib/server/use-cases/accept-invitation.ts";
import { answerFromOutside } from "#lib/server/use-cases/answer-from-outside.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { inviteMember } from "#lib/server/use-cases/invite-member.ts";
import { inviteOutsider } from "#lib/server/use-cases/invite-outsider.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { revokeOutsider } from "#lib/server/use-cases/revoke-outsider.ts";
import { decide, evidenceInput, good, makeDesk, proposedClaim, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { invited, outsideInput } from "#tests/support/outsiders.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

describe("a link for somebody from outside", () => {
  test("is an editor's to make and to revoke, and its token is never stored", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    const input = outsideInput(claimId, "expert");
    expect(refusal(await inviteOutsider(desk.as("checker"), input))).toBe("forbidden");
    const { id, token } = good(await inviteOutsider(desk.as("editor"), input));
    expect(token.length).toBe(43);
    const row = await fresh.db.outsideInvite.findFirstOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(good(await claimPage(desk.as("editor"), claimId)).invites).toMatchObject([{ id, state: "open" }]);
    expect(good(await claimPage(desk.as("checker"), claimId)).invites).toEqual([]);
    expect(refusal(await revokeOutsider(desk.as("checker"), { id }))).toBe("forbidden");
    good(await revokeOutsider(desk.as("second-editor"), { id }));
    good(await revokeOutsider(desk.as("second-editor"), { id }));
    expect(await outsiderOfToken(desk.as("editor"), token)).toBeNull();
  });

  test("sent twice makes one, and the second token is the one that works", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    const input = outsideInput(claimId, "expert");
    const first = good(await inviteOutsider(desk.as("editor"), input));
    const second = good(await inviteOutsider(desk.as("editor"), input));
    expect(await outsiderOfToken(desk.as("editor"), first.token)).toBeNull();
    expect((await outsiderOfToken(desk.as("editor"), second.token))?.note).toBe("Please.");
    expect(refusal(await inviteOutsider(desk.as("admin"), input))).toBe("not-found");
    expect(await fresh.db.outsideInvite.count({ where: { claimId } })).toBe(1);
  });

  test("expires, and an unknown one is nothing", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    const input = outsideInput(claimId, "review");
    const { token } = good(await inviteOutsider(desk.as("editor"), input));
    const later = new Date(Date.now() + 14 * 24 * 3_600_000 + 1000);
    expect(refusal(await inviteOutsider({ ...desk.as("editor"), now: later }, input))).toBe("invite-over");
    expect(await outsiderOfToken({ db: fresh.db, now: later }, token)).toBeNull();
    expect(await outsiderOfToken(desk.as("editor"), "x".repeat(43))).toBeNull();
    const editor = { ...desk.as("editor"), now: later };
    expect(good(await claimPage(editor, claimId)).invites[0]?.state).toBe("expired");
  });

  test("is not for a colleague, nor for a reviewer who worked on the claim", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    const { userId, memberId } = desk.as("checker").actor;
    const { email } = await fresh.db.user.findUniqueOrThrow({ where: { id: userId } });
    const ask = (purpose: "review" | "expert") => ({ ...outsideInput(claimId, purpose), email });
    expect(refusal(await inviteOutsider(desk.as("editor"), ask("review")))).toBe("email-taken");
    good(await changeMember(desk.as("admin"), { id: memberId, rowVersion: 1, role: "checker", leaves: "yes" }));
    expect(refusal(await inviteOutsider(desk.as("editor"), ask("review")))).toBe("outsider-worked-on-it");
    expect(refusal(await inviteOutsider(desk.as("editor"), ask("expert")))).toBe("ok");
  });
});

describe("somebody from outside", () => {
  test("is no colleague: not signed in to the desk, not listed, not assigned, not changed", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    const { outsider } = await invited(desk, claimId, "review");
    const { memberId, userId, deskId } = outsider.actor;
    expect(await membershipsOf(fresh.db, userId)).toEqual([]);
    expect(await memberActor(desk.as("admin"), { deskId, memberId })).toBeNull();
    expect((await assignableMembers(desk.as("admin"))).map(({ id }) => id)).not.toContain(memberId);
    expect(good(await colleagues(desk.as("admin"))).members.map(({ id }) => id)).not.toContain(memberId);
    const promote = { id: memberId, rowVersion: 1, role: "admin" as const, leaves: "" as const };
    expect(refusal(await changeMember(desk.as("admin"), promote))).toBe("not-found");
  });

  test("sees the one claim and nothing else, without confidential names", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, article } = await proposedClaim(desk);
    const secret = { ...evidenceInput(claimId, "Said in confidence"), title: "Mireille Voss", confidential: true };
    good(await linkEvidence(desk.as("checker"), { ...secret, publicAs: "A former board member" }));
    const other = (await proposedClaim(desk, article, "bought two boats")).claimId;
    const { outsider, as } = await invited(desk, claimId, "expert");
    const page = good(await outsidePage(as, outsider));
    expect(page).toMatchObject({ verdict: null, mayReview: false, state: "progress", note: "Please." });
    const words = JSON.stringify(page);
    expect(words).toContain("A former board member");
    expect(words).not.toContain("Mireille Voss");
    expect(words).not.toContain("Said in confidence");
    expect(words).not.toContain("The accounts bear it out.");
    expect(refusal(await claimPage(as, other))).toBe("not-found");
    expect(refusal(await articlePage(as, article.id))).toBe("not-found");
    expect(refusal(await linkEvidence(as, evidenceInput(claimId)))).toBe("forbidden");
    expect(refusal(await inviteOutsider(as, outsideInput(claimId, "review")))).toBe("forbidden");
  });

  test("answers into a thread of their own, once for each message, until the link is revoked", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    const { id, as, outsider } = await invited(desk, claimId, "expert");
    const message = { id: uuidv7(), text: "The figure is for July only." };
    good(await answerFromOutside(as, message));
    good(await answerFromOutside(as, message));
    good(await answerFromOutside(as, { id: uuidv7(), text: "See table 5." }));
    expect(refusal(await answerFromOutside(as, { ...message, text: "Other words" }))).toBe("message-sent");
    const { threads, history } = good(await claimPage(desk.as("checker"), claimId));
    expect(threads).toMatchObject([{ id, anchor: "claim", anchorId: claimId }]);
    expect(threads[0]?.messages.map((one) => [one.author.name, one.text])).toEqual([
      ["Dr. Oluwaseun Marsh", "The figure is for July only."],
      ["Dr. Oluwaseun Marsh", "See table 5."],
    ]);
    expect(history.filter((line) => line.sentence === "answered from outside")).toHaveLength(2);
    expect(good(await outsidePage(as, outsider)).said).toHaveLength(2);
    expect(refusal(await decide(as, claimId, "approve"))).toBe("forbidden");
    good(await revokeOutsider(desk.as("editor"), { id }));
    expect(refusal(await answerFromOutside(as, { id: uuidv7(), text: "Too late" }))).toBe("invite-over");
    expect(refusal(await answerFromOutside(desk.as("editor"), { id: uuidv7(), text: "Not by link" }))).toBe(
      "forbidden",
    );
  });

  test("reviews the verdict they were asked about, once, and not through a revoked link", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    const other = (await proposedClaim(desk, undefined, "bought two boats")).claimId;
    const revoked = await invited(desk, claimId, "review");
    good(await revokeOutsider(desk.as("editor"), { id: revoked.id }));
    const { revisions } = good(await claimPage(desk.as("viewer"), claimId));
    const vote = {
      id: uuidv7(),
      claimId,
      revisionId: revisions[0]?.id ?? "",
      decision: "approve",
      comment: "",
    } as const;
    expect(refusal(await reviewVerdict(revoked.as, vote))).toBe("invite-over");
    const { as, outsider } = await invited(desk, claimId, "review");
    expect(refusal(await reviewVerdict(as, { ...vote, claimId: other }))).toBe("not-found");
    expect(good(await outsidePage(as, outsider))).toMatchObject({
      mayReview: true,
      verdict: { label: "True", own: null },
    });
    good(await reviewVerdict(as, vote));
    good(await reviewVerdict(as, vote));
    const page = good(await outsidePage(as, outsider));
    expect(page).toMatchObject({ mayReview: false, state: "approved", verdict: { own: { decision: "approve" } } });
    const claim = good(await claimPage(desk.as("viewer"), claimId));
    expect(claim.revisions[0]?.reviews).toMatchObject([{ reviewer: { name: "Dr. Oluwaseun Marsh" } }]);
  });

  test("becomes a colleague by an ordinary invitation, and their link ends", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    const input = outsideInput(claimId, "expert");
    const { token } = good(await inviteOutsider(desk.as("editor"), input));
    const invitation = { id: uuidv7(), email: input.email, role: "checker" as const };
    const joining = good(await inviteMember(desk.as("admin"), invitation));
    const words = { token: joining.token, name: "Oluwaseun Marsh", password: "a few plain words" };
    good(await acceptInvitation(desk.as("admin"), words, { userId: null, admit: async () => true }));
    const rows = await fresh.db.member.findMany({ where: { deskId: desk.deskId, user: { email: input.email } } });
    expect(rows).toMatchObject([{ outside: false, role: "checker", name: "Oluwaseun Marsh" }]);
    expect(await outsiderOfToken(desk.as("editor"), token)).toBeNull();
    expect(refusal(await inviteOutsider(desk.as("editor"), { ...input, id: uuidv7() }))).toBe("email-taken");
  });
});
