import { uuidv7 } from "uuidv7";
import type { EditionChange, SignedEdition } from "#lib/domain/edition.ts";
import type { ArticleView } from "#lib/domain/views.ts";
import { editionById } from "#lib/server/queries/edition-by-id.ts";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { publishReport } from "#lib/server/use-cases/publish-report.ts";
import { withdrawReport } from "#lib/server/use-cases/withdraw-report.ts";
import { decide, good, makeDesk, proposedClaim, type TestDesk } from "#tests/support/desk.ts";
import type { Fresh } from "#tests/support/fresh.ts";

process.env.STET_SIGNING_SECRET ??= "a secret of the tests, of 32 characters or more";

export const site = "https://desk.example";

/** A desk with one claim that `checker` proposed and `second-editor` approved. */
export async function approvedDesk(fresh: Fresh) {
  const desk = await makeDesk(fresh.db);
  return { desk, ...(await approvedClaim(desk)) };
}

export async function approvedClaim(desk: TestDesk, article?: ArticleView, quote?: string) {
  const made = await proposedClaim(desk, article, quote);
  good(await decide(desk.as("second-editor"), made.claimId, "approve"));
  return made;
}

type Change = Pick<EditionChange, "what" | "why"> & { readonly kind: "update" | "correction" };
export const corrected: Change = { kind: "correction", what: "The rating of claim 1.", why: "A figure was misread." };

/** What an editor hears who looks at the report and publishes it. */
export async function tryToPublish(desk: TestDesk, articleId: string, change: Change | null = null, who = "editor") {
  const { plan, seen } = good(await editionPreview(desk.as(who), articleId));
  const input = { id: uuidv7(), articleId, planVersion: plan.rowVersion, seen, change };
  return await publishReport(desk.as(who), input, site);
}

/** An edition as the desk reads it back. */
export async function published(desk: TestDesk, articleId: string, change?: Change): Promise<SignedEdition> {
  const { id } = good(await tryToPublish(desk, articleId, change));
  return good(await editionById(desk.as("viewer"), id));
}

export async function tryToWithdraw(desk: TestDesk, articleId: string, who = "editor") {
  const words = { what: "The whole check.", why: "The accounts were of another year." };
  return await withdrawReport(desk.as(who), { id: uuidv7(), articleId, ...words }, site);
}
