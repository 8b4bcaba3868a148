import { expect } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { good, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("an editor asks for a blind second verdict, it is given apart, and the disagreement is settled", async ({
  page,
  browser,
  desk,
  signIn,
  check,
}) => {
  const { claimId, article } = await proposedClaim(desk);
  const address = `/articles/${article.id}/claims/${claimId}`;
  await signIn("editor");
  await page.goto(`/review/${claimId}`);
  await page.locator("summary", { hasText: "Second verdict" }).click();
  await page.getByRole("button", { name: "Ask for one, blind" }).click();
  await page.getByRole("combobox", { name: "Whom to ask" }).selectOption("second-checker");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByText("It is not in yet.")).toBeVisible();
  await check();

  const context = await browser.newContext();
  const second = await context.newPage();
  await signIn("second-checker", second);
  for (const path of [address, `/review/${claimId}`]) {
    await second.goto(path);
    await expect(second.getByRole("region", { name: "Your verdict" })).toBeVisible();
    await expect(second.getByText("The accounts bear it out.")).toHaveCount(0);
  }
  const seen = await second.request.get(`/api/v1/claims/${claimId}`);
  expect(await seen.text()).not.toContain("bear it out");
  await second.getByRole("radio", { name: "False", exact: true }).check();
  await second.getByRole("textbox", { name: "Rationale" }).fill("The accounts count another year.");
  await second.getByRole("button", { name: "Give verdict" }).click();
  await expect
    .poll(async () => good(await claimPage(desk.as("viewer"), claimId)).seconds[0]?.given?.agrees)
    .toBe(false);
  await second.goto(address);
  await expect(second.getByText("The accounts bear it out.").first()).toBeVisible();
  await context.close();

  await page.goto("/agreement");
  await expect(page.getByText("0 of 1 pairs agree: 0 %.")).toBeVisible();
  await check();
  await page.getByRole("link", { name: /The article says/ }).click();
  await expect(page.getByText("The two verdicts disagree.")).toBeVisible();
  await page.getByRole("radio", { name: "The second", exact: true }).check();
  await page.getByRole("textbox", { name: "Why" }).fill("The table decides it.");
  await page.getByRole("button", { name: "Settle" }).click();
  await expect(page.getByText("The second verdict carries.")).toBeVisible();
  await check();
});
