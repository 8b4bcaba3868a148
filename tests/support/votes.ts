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
  await decideBy(desk, needed, voters, { printDissent });
  return desk;
}

type Rules = { readonly printDissent?: "yes" | "no"; readonly checkersMayReview?: "yes" | "" };

/** From now on `needed` of `voters` carry on a desk whose rules nobody has changed yet. */
export async function decideBy(desk: TestDesk, needed: number, voters: number, rules: Rules = {}): Promise<void> {
  const { printDissent = "yes", checkersMayReview = "" } = rules;
  const change = { name: "Votes", rowVersion: 1, approvalsNeeded: needed, voters, printDissent, checkersMayReview };
  good(await changeDesk(desk.as("admin"), change));
}

/** Votes on one revision, each with its reason. */
export const voteOn = (desk: TestDesk, claimId: string, revisionId: string) => (name: string, decision: Decision) =>
  reviewVerdict(desk.as(name), { id: uuidv7(), claimId, revisionId, decision, comment: `${name} says so.` });
