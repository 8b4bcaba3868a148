import { expect } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { clickOn, expectChosen } from "#tests/support/choosing.ts";
import { good, makeArticle, makeClaim } from "#tests/support/desk.ts";
import { dragOver, test } from "#tests/support/journey.ts";

test("a checker chooses other words for a claim, by mouse and by keys, and marks no new claim meanwhile", async ({
  page,
  desk,
  signIn,
  check,
  shot,
}) => {
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  const claim = await makeClaim(checker, article, "two boats");
  await signIn("checker");
  await page.goto(`/articles/${article.id}?place=${claim.id}`);
  const line = page.getByRole("region", { name: "Placing a claim" });
  await expect(line).toContainText("Choose the words of claim 1 in this version. They were: “two boats”");
  await clickOn(page, "212", 2);
  await expectChosen(page, "212");
  await expect(page.getByRole("button", { name: "Mark claim" })).toHaveCount(0);
  await check();
  await shot("placing");
  await page.keyboard.press("Escape");
  await expectChosen(page, null);
  await dragOver(page, "212 passengers");
  await page.getByRole("button", { name: "Place claim 1 here" }).click();
  await expect(page.getByRole("region", { name: "Notice" })).toContainText("Claim 1 has its place.");
  await expect(page.getByRole("complementary", { name: "Claim 1" })).toBeVisible();
  expect(good(await claimPage(checker, claim.id)).quote.quote).toBe("212 passengers");

  await page.goto(`/articles/${article.id}?place=${claim.id}&from=placing`);
  await expect(line).toContainText("“212 passengers”");
  await page.keyboard.press("v");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/placing$/);
  expect(good(await claimPage(checker, claim.id)).ofClaims).toBe(1);
});

test("words that another claim has are refused, and the line goes with Cancel", async ({ page, desk, signIn }) => {
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  const claim = await makeClaim(checker, article, "two boats");
  await makeClaim(checker, article, "212 passengers");
  await signIn("checker");
  await page.goto(`/articles/${article.id}?place=${claim.id}`);
  const line = page.getByRole("region", { name: "Placing a claim" });
  await expect(line).toContainText("Choose the words of claim 1");
  await dragOver(page, "212 passengers");
  await page.getByRole("button", { name: "Place claim 1 here" }).click();
  await expect(page.getByRole("region", { name: "Notice" })).toBeVisible();
  await expectChosen(page, "212 passengers");
  await line.getByRole("link", { name: "Cancel" }).click();
  await expect(page).toHaveURL(new RegExp(`/claims/${claim.id}$`));
  await expect(line).toHaveCount(0);
  expect(good(await claimPage(checker, claim.id)).quote.quote).toBe("two boats");
});

test("a claim that is not there cannot be placed, and nothing can be marked by mistake", async ({
  page,
  desk,
  signIn,
}) => {
  const article = await makeArticle(desk.as("checker"));
  await signIn("checker");
  await page.goto(`/articles/${article.id}?place=0190a1b2-0000-7000-8000-000000000000`);
  await expect(page.getByText("This claim cannot be placed in this version.")).toBeVisible();
  await clickOn(page, "212", 2);
  await expectChosen(page, "212");
  await expect(page.getByRole("toolbar")).toHaveCount(0);
});
