import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { outsiderOfToken } from "#lib/server/queries/outsider-of-token.ts";
import { inviteOutsider } from "#lib/server/use-cases/invite-outsider.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { good, proposedClaim, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { outsideInput } from "#tests/support/outsiders.ts";
import { begin, reply, threadsAs } from "#tests/support/threads.ts";
import { votingDesk } from "#tests/support/votes.ts";

// Two server processes whose clocks differ by minutes: what happened later stands later.

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const minute = 60_000;

/** Somebody whose requests are answered by a process whose clock is off by so many minutes. */
function off(desk: TestDesk, who: string, minutes: number) {
  const context = desk.as(who);
  return { ...context, now: new Date(context.now.getTime() + minutes * minute) };
}

describe("processes whose clocks differ by minutes", () => {
  test("an answer stands below what it answers", async () => {
    const desk = await votingDesk(fresh.db, 1, 1);
    const { claimId } = await proposedClaim(desk);
    const thread = await begin(off(desk, "checker", 5), { claimId }, { text: "First" });
    for (const [at, minutes] of [-5, 0, 5, -5, -5].entries()) {
      await reply(off(desk, "editor", minutes), thread, { text: `Answer ${at}` });
    }
    const [read] = await threadsAs(desk.as("viewer"), claimId);
    const said = read?.messages.map(({ text }) => text);
    expect(said).toEqual(["First", "Answer 0", "Answer 1", "Answer 2", "Answer 3", "Answer 4"]);
  });

  test("votes and the claim's story keep the order in which they came", async () => {
    const desk = await votingDesk(fresh.db, 2, 3);
    const { claimId, revisionId } = await proposedClaim(desk);
    const voters = [
      ["editor", "comment", 5],
      ["second-editor", "return", -5],
      ["admin", "comment", 0],
      ["editor", "approve", -5],
    ] as const;
    for (const [who, decision, minutes] of voters) {
      const vote = { id: uuidv7(), claimId, revisionId, decision, comment: `${who} says ${decision}.` };
      good(await reviewVerdict(off(desk, who, minutes), vote));
    }
    const page = good(await claimPage(desk.as("viewer"), claimId));
    const said = voters.map(([who, decision]) => `${who} says ${decision}.`);
    expect(page.revisions[0]?.reviews.map(({ comment }) => comment)).toEqual(said);
    expect(page.history.slice(-4).map(({ who }) => who)).toEqual(voters.map(([who]) => who));
  });

  test("a link lasts as long as it says, whoever is asked", async () => {
    const desk = await votingDesk(fresh.db, 1, 1);
    const { claimId } = await proposedClaim(desk);
    const { token } = good(await inviteOutsider(off(desk, "editor", 5), outsideInput(claimId, "review")));
    for (const minutes of [-5, 0, 5]) {
      expect(await outsiderOfToken(off(desk, "editor", minutes), token)).not.toBeNull();
    }
    expect(await outsiderOfToken(off(desk, "editor", 70 * 24 * 60), token)).toBeNull();
  });
});
