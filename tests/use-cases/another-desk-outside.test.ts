import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimInvites } from "#lib/server/queries/claim-invites.ts";
import { outsidePage } from "#lib/server/queries/outside-page.ts";
import { outsiderOfToken } from "#lib/server/queries/outsider-of-token.ts";
import { answerFromOutside } from "#lib/server/use-cases/answer-from-outside.ts";
import { inviteOutsider } from "#lib/server/use-cases/invite-outsider.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { revokeOutsider } from "#lib/server/use-cases/revoke-outsider.ts";
import { good, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { type Invited, invited, outsideInput } from "#tests/support/outsiders.ts";

let fresh: Fresh;
let desk: TestDesk;
let other: TestDesk;
let theirs: { claimId: string; revisionId: string };
let guest: Invited;

beforeAll(async () => {
  fresh = await freshDatabase();
  [desk, other] = [await makeDesk(fresh.db), await makeDesk(fresh.db)];
  theirs = await proposedClaim(desk);
  guest = await invited(desk, theirs.claimId, "review");
});
afterAll(() => fresh.close());

test("links to another desk's claims are neither made, seen nor revoked", async () => {
  const intruder = other.as("admin");
  expect(refusal(await inviteOutsider(intruder, outsideInput(theirs.claimId, "review")))).toBe("not-found");
  expect(refusal(await revokeOutsider(intruder, { id: guest.id }))).toBe("not-found");
  expect(await claimInvites(intruder, theirs.claimId)).toEqual([]);
  expect(await claimInvites(desk.as("admin"), theirs.claimId)).toHaveLength(1);
});

test("a link to one desk opens nothing on another, not even with its holder's ids mixed", async () => {
  const foreign = await proposedClaim(other);
  const crossed = { ...guest.outsider, actor: { ...guest.outsider.actor, deskId: other.deskId } };
  expect(refusal(await outsidePage(guest.as, crossed))).toBe("not-found");
  expect(refusal(await answerFromOutside({ ...guest.as, actor: crossed.actor }, { id: uuidv7(), text: "x" }))).toBe(
    "not-found",
  );
  const vote = { id: uuidv7(), decision: "approve" as const, comment: "" };
  expect(refusal(await reviewVerdict(guest.as, { ...vote, ...foreign }))).toBe("not-found");
  const found = await outsiderOfToken(other.as("viewer"), guest.token);
  expect(found?.actor.deskId).toBe(desk.deskId);
});

test("the same person is asked by two desks, each for itself", async () => {
  const foreign = await proposedClaim(other);
  const input = outsideInput(foreign.claimId, "expert");
  good(await inviteOutsider(other.as("editor"), input));
  good(await inviteOutsider(desk.as("editor"), { ...input, id: uuidv7(), claimId: theirs.claimId }));
  const rows = await fresh.db.member.findMany({ where: { user: { email: input.email } } });
  expect(rows.map((row) => row.deskId).sort()).toEqual([desk.deskId, other.deskId].sort());
});

test("a row cannot name another desk's claim or member, through SQL", async () => {
  const insert = `INSERT INTO "OutsideInvite" ("deskId", id, "claimId", "memberId", "tokenHash", purpose, "createdById", "createdAt", "expiresAt")
    VALUES ($1, $2, $3, $4, $5, 'review', $6, now(), now() + interval '1 day')`;
  const { memberId } = other.as("editor").actor;
  expect(await fresh.sql(insert, [other.deskId, uuidv7(), theirs.claimId, memberId, uuidv7(), memberId])).toBe("23503");
});
