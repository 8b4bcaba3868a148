import { uuidv7 } from "uuidv7";
import type { Decision } from "#lib/domain/review.ts";
import type { Db } from "#lib/server/db/client.ts";
import { changeDesk } from "#lib/server/use-cases/change-desk.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { good, makeDesk, type TestDesk } from "#tests/support/desk.ts";

/** A desk on which `needed` of `voters` carry. */
export async function votingDesk(
  db: Db,
  needed: number,
  voters: number,
  printDissent: "yes" | "no" = "yes",
): Promise<TestDesk> {
  const desk = await makeDesk(db);
  const change = { name: "Votes", rowVersion: 1, approvalsNeeded: needed, voters, printDissent };
  good(await changeDesk(desk.as("admin"), { ...change, checkersMayReview: "" }));
  return desk;
}

/** Votes on one revision, each with its reason. */
export const voteOn = (desk: TestDesk, claimId: string, revisionId: string) => (name: string, decision: Decision) =>
  reviewVerdict(desk.as(name), { id: uuidv7(), claimId, revisionId, decision, comment: `${name} says so.` });
