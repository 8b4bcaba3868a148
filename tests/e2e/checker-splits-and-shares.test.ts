import { expect } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { good, makeArticle, makeClaim, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("a checker says that a claim is the same as another, takes its verdict over, and an editor approves both places", async ({
  page,
  browser,
  desk,
  signIn,
  check,
}) => {
  test.slow();
  const leader = await proposedClaim(desk);
  const checker = desk.as("second-checker");
  const article = await makeArticle(checker);
  const claim = await makeClaim(checker, article, "lost 1.9 million crowns");
  const spare = await makeClaim(checker, article, "the auditors wrote");

  await signIn("second-checker");
  await page.goto(`/articles/${article.id}/claims/${claim.id}`);
  const related = page.getByRole("region", { name: "Related claims" });
  await page
    .getByRole("region", { name: "The same claim?" })
    .getByRole("button", { name: /^Yes, the same as claim 1 of/ })
    .click();
  await expect(related.getByText("The same as")).toBeVisible();
  await related.getByRole("button", { name: "Take over its verdict" }).click();
  await expect.poll(async () => good(await claimPage(checker, claim.id)).state).toBe("proposed");
  await check();

  const editors = await (await browser.newContext()).newPage();
  await signIn("editor", editors);
  await editors.goto(`/review/${leader.claimId}`);
  await editors.getByRole("button", { name: "Approve at all 2 places" }).click();
  await expect.poll(async () => good(await claimPage(checker, claim.id)).state).toBe("approved");
  expect(good(await claimPage(checker, leader.claimId)).state).toBe("approved");

  await related.getByRole("button", { name: "Merge…" }).click();
  await related.getByRole("searchbox", { name: "Which claim goes into this one?" }).fill("2");
  await related.getByRole("button", { name: "Merge claim 2" }).click();
  await expect.poll(async () => good(await claimPage(checker, spare.id)).state).toBe("withdrawn");
  await expect(related.getByText("Merged into this one:")).toBeVisible();

  await related.getByRole("button", { name: "Split…" }).click();
  const words = related.getByRole("textbox", { name: "Select the words of the new claim" });
  await words.click();
  await words.evaluate((field: HTMLTextAreaElement) => {
    const start = field.value.indexOf("last year");
    field.setSelectionRange(start, start + 9);
  });
  await words.press("Shift");
  await expect(related.getByText("Selected: last year")).toBeVisible();
  await related.getByRole("textbox", { name: "Statement of the new claim" }).fill("It was last year.");
  await related.getByRole("button", { name: "Split claim" }).click();
  await expect(related.getByText("Split off this one:")).toBeVisible();
  await check();
});
