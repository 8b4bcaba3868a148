import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { claimStory } from "#lib/server/queries/claim-story.ts";
import { compareRevisions } from "#lib/server/queries/compare-revisions.ts";
import { sinceSeen } from "#lib/server/queries/since-seen.ts";
import { surroundingsPage } from "#lib/server/queries/surroundings-page.ts";
import { letStand } from "#lib/server/use-cases/let-stand.ts";
import { noteSeen } from "#lib/server/use-cases/note-seen.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { addDraft, decide, good, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let other: TestDesk;
let theirs: Awaited<ReturnType<typeof proposedClaim>>;
let own: Awaited<ReturnType<typeof proposedClaim>>;
let lapsed: { claimId: string; revisionId: string; basisDigest: string };

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  other = await makeDesk(fresh.db);
  theirs = await proposedClaim(desk);
  own = await proposedClaim(other);
  const stale = await proposedClaim(desk);
  good(await decide(desk.as("editor"), stale.claimId, "approve"));
  const text = stale.article.text.replace("The service lost", "The service, alas, lost");
  await addDraft(desk.as("checker"), stale.article, text);
  const [row] = good(await surroundingsPage(desk.as("editor"), { after: null })).rows;
  lapsed = { claimId: stale.claimId, revisionId: stale.revisionId, basisDigest: row?.basisDigest ?? "" };
});
afterAll(() => fresh.close());

describe("the revisions of another desk", () => {
  test("are not compared, whichever id is theirs", async () => {
    const intruder = other.as("admin");
    const attempts = [
      { claimId: theirs.claimId, from: null, to: null },
      { claimId: theirs.claimId, from: theirs.revisionId, to: theirs.revisionId },
      { claimId: own.claimId, from: theirs.revisionId, to: own.revisionId },
      { claimId: own.claimId, from: own.revisionId, to: theirs.revisionId },
    ];
    for (const attempt of attempts) expect(refusal(await compareRevisions(intruder, attempt))).toBe("not-found");
  });

  test("are not listed, and do not stand again for a stranger", async () => {
    const intruder = other.as("admin");
    expect(good(await surroundingsPage(intruder, { after: null })).rows).toEqual([]);
    expect(good(await surroundingsPage(intruder, { after: theirs.claimId })).rows).toEqual([]);
    const { results } = good(await letStand(intruder, { verdicts: [lapsed, { ...lapsed, claimId: own.claimId }] }));
    expect(results.map((result) => result.state)).toEqual(["stale", "stale"]);
    expect(results[0]?.sentence).toMatch(/^This is not on the desk/);
    expect(good(await claimPage(desk.as("viewer"), lapsed.claimId)).state).toBe("stale");
  });

  test("have no story for a stranger, and nobody notes having seen them", async () => {
    const intruder = other.as("admin");
    expect(refusal(await claimStory(intruder, { claimId: theirs.claimId, before: null }))).toBe("not-found");
    expect(refusal(await noteSeen(intruder, { claimId: theirs.claimId, upTo: 1n }))).toBe("not-found");
    expect(await fresh.db.claimSeen.count()).toBe(0);
    const claim = good(await claimPage(desk.as("viewer"), theirs.claimId));
    expect(await sinceSeen(intruder, claim)).toEqual([]);
  });

  test("take nothing from, and give nothing to, this one's reviews", async () => {
    const rationale = "Words of a stranger.";
    const review = { id: uuidv7(), claimId: theirs.claimId, revisionId: theirs.revisionId };
    good(await reviewVerdict(desk.as("editor"), { ...review, decision: "comment", comment: "So:", rationale }));
    const claim = good(await claimPage(other.as("checker"), own.claimId));
    const ratingId = claim.ratings[0]?.id ?? "";
    const words = { ratingId, rationale, asOf: "2026-05-09", suggestedWording: "", takenFromId: review.id };
    const input = { id: uuidv7(), claimId: own.claimId, rowVersion: claim.rowVersion, ...words };
    good(await proposeVerdict(other.as("checker"), input));
    const row = await fresh.db.verdictRevision.findFirst({ where: { id: input.id } });
    expect(row?.takenFromId).toBeNull();
  });
});
