import { expect } from "@playwright/test";
import { openText } from "#tests/support/choosing.ts";
import { makeArticle, makeClaim } from "#tests/support/desk.ts";
import { dragOver, test } from "#tests/support/journey.ts";

test("a checker marks a claim with the keyboard alone", async ({ page, desk, signIn, check }) => {
  const article = await makeArticle(desk.as("checker"));
  await signIn("checker");
  await openText(page, `/articles/${article.id}`);
  const start = page.getByRole("button", { name: "Select with the keyboard" });
  for (
    let presses = 0;
    presses < 40 && !(await start.evaluate((button) => button === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press("Tab");
  }
  await expect(start).toBeFocused();
  await page.keyboard.press("Enter");
  const selected = () => page.evaluate(() => getSelection()?.toString().trim());
  await expect.poll(selected).toBe("The board bought two boats in 2021.");
  await page.keyboard.press("ArrowRight");
  await expect.poll(selected).toBe("They carried 212 passengers on the first morning.");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("c");
  const panel = page.getByRole("complementary", { name: "Claim 1" });
  await expect(panel).toContainText("They carried 212 passengers on the first");
  await check();
});

test("overlapping and nested claims stand side by side, an identical span opens the claim that is there", async ({
  page,
  desk,
  signIn,
  check,
}) => {
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  const first = await makeClaim(checker, article, "The service lost 1.9 million crowns");
  await makeClaim(checker, article, "lost 1.9 million crowns last year");
  await makeClaim(checker, article, "1.9 million crowns");
  await signIn("checker");
  await openText(page, `/articles/${article.id}`);
  for (const number of [1, 2, 3])
    await expect(page.getByRole("link", { name: `Claim ${number}, in progress` })).toBeVisible();
  await check();
  await page.getByRole("link", { name: "Claim 1, in progress" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Claim 1" })).toBeVisible();
  await expect(page.locator(`mark[data-claim="${first.id}"][aria-current="true"]`).first()).toBeVisible();
  await openText(page, `/articles/${article.id}`);
  await dragOver(page, "212 passengers");
  await page.getByRole("button", { name: "Mark claim" }).click();
  await expect(page.getByRole("complementary", { name: "Claim 4" })).toBeVisible();
  await openText(page, `/articles/${article.id}`);
  await dragOver(page, "212 passengers");
  await page.getByRole("button", { name: "Mark claim" }).click();
  await expect(page.getByRole("complementary", { name: "Claim 4" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Claim 5" })).toHaveCount(0);
});
