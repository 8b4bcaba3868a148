import { uuidv7 } from "uuidv7";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { askSecond } from "#lib/server/use-cases/ask-second.ts";
import { giveSecond } from "#lib/server/use-cases/give-second.ts";
import { good, type TestDesk } from "#tests/support/desk.ts";

/** Asks somebody of the desk, as `editor` or `by`; what they hear. */
export async function tryToAsk(desk: TestDesk, claimId: string, who: string, by = "editor") {
  const { memberId } = desk.as(who).actor;
  return await askSecond(desk.as(by), { id: uuidv7(), claimId, memberId });
}

/** An open request; its id. */
export async function askedSecond(desk: TestDesk, claimId: string, who: string, by = "editor"): Promise<string> {
  return good(await tryToAsk(desk, claimId, who, by)).id;
}

export const ownWords = {
  sentence: "",
  rationale: "I read the accounts another way.",
  asOf: "2026-05-10",
  basisDigest: "",
};

/** What somebody hears who gives their second verdict. */
export async function tryToGive(desk: TestDesk, { id, claimId, rating = "True" }: Giving, who: string) {
  const { ratings } = good(await claimPage(desk.as(who), claimId));
  const ratingId = ratings.find((known) => known.label === rating)?.id ?? "";
  return await giveSecond(desk.as(who), { id, ratingId, ...ownWords });
}

type Giving = { readonly id: string; readonly claimId: string; readonly rating?: string };
