import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agreementPage } from "#lib/server/queries/agreement-page.ts";
import { claimSeconds } from "#lib/server/queries/claim-seconds.ts";
import { adjudicateSecond } from "#lib/server/use-cases/adjudicate-second.ts";
import { askSecond } from "#lib/server/use-cases/ask-second.ts";
import { cancelSecond } from "#lib/server/use-cases/cancel-second.ts";
import { giveSecond } from "#lib/server/use-cases/give-second.ts";
import { good, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { askedSecond, ownWords, tryToGive } from "#tests/support/seconds.ts";

let fresh: Fresh;
let desk: TestDesk;
let other: TestDesk;
let theirs: { claimId: string; revisionId: string };
let own: { claimId: string; revisionId: string };

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  other = await makeDesk(fresh.db);
  theirs = await proposedClaim(desk);
  own = await proposedClaim(other);
});
afterAll(() => fresh.close());

describe("the second verdicts of another desk", () => {
  test("are not there to ask for, take back, give or settle", async () => {
    const id = await askedSecond(desk, theirs.claimId, "second-checker");
    const intruder = other.as("admin");
    const { memberId } = desk.as("second-editor").actor;
    expect(refusal(await askSecond(intruder, { id: uuidv7(), claimId: theirs.claimId, memberId }))).toBe("not-found");
    expect(refusal(await cancelSecond(intruder, { id }))).toBe("not-found");
    expect(refusal(await giveSecond(intruder, { id, ratingId: uuidv7(), ...ownWords }))).toBe("not-found");
    good(await tryToGive(desk, { id, claimId: theirs.claimId, rating: "False" }, "second-checker"));
    expect(refusal(await adjudicateSecond(intruder, { id, outcome: "first", words: "Ours." }))).toBe("not-found");
    expect(await claimSeconds(intruder, theirs.claimId)).toEqual([]);
  });

  test("nor can their people or ratings be named from one's own", async () => {
    const stranger = { id: uuidv7(), claimId: own.claimId, memberId: desk.as("second-checker").actor.memberId };
    expect(refusal(await askSecond(other.as("editor"), stranger))).toBe("second-from-another");
    const id = await askedSecond(other, own.claimId, "second-checker");
    const foreign = await fresh.db.rating.findFirstOrThrow({ where: { deskId: desk.deskId } });
    const given = { id, ratingId: foreign.id, ...ownWords };
    expect(refusal(await giveSecond(other.as("second-checker"), given))).toBe("rating-unknown");
  });

  test("nor do they count in one's own agreement, which is for editors", async () => {
    const range = { from: "", to: "" };
    expect(good(await agreementPage(other.as("editor"), range))).toMatchObject({ pairs: 0, share: null, open: [] });
    expect(refusal(await agreementPage(other.as("checker"), range))).toBe("forbidden");
    const seen = good(await agreementPage(desk.as("editor"), range));
    expect(seen).toMatchObject({ pairs: 1, agreeing: 0, share: 0, open: [{ claimId: theirs.claimId }], settled: [] });
    expect(seen.metrics.map(({ metric }) => metric)).toEqual(["cohen", "krippendorff-nominal", "krippendorff-ordinal"]);
  });
});
