import { expect, type Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import type { EditionChange } from "#lib/domain/edition.ts";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { good, type TestDesk } from "#tests/support/desk.ts";

/**
 * Publishes the next edition as it stands, over the API and as whoever is signed in on the page: the server signs it, with
 * its own secret. The page must have been somewhere.
 */
export async function publishAsSignedIn(
  page: Page,
  { desk, articleId, change = null }: { desk: TestDesk; articleId: string; change?: EditionChange | null },
): Promise<void> {
  const { seen, plan } = good(await editionPreview(desk.as("editor"), articleId));
  const answer = await page.request.post(`/api/v1/articles/${articleId}/editions`, {
    data: { id: uuidv7(), planVersion: plan.rowVersion, seen, change },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}
