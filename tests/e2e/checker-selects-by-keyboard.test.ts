import { expect } from "@playwright/test";
import { clickOn, expectChosen, openText } from "#tests/support/choosing.ts";
import { makeArticle, makeClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";
import { writtenArticle } from "#tests/support/written-article.ts";

test("by sentences and words, at both ends, over paragraphs, and given up again", async ({
  page,
  desk,
  signIn,
  check,
}) => {
  const article = await writtenArticle(desk.as("checker"), {
    html: "<p>Sen. Smith met Dr. Meyer on 3 May. They bought two boats, No. 5 and No. 6.</p><p>Nobody came.</p>",
    language: "en",
  });
  await signIn("checker");
  await openText(page, `/articles/${article.id}`);
  await page.keyboard.press("v");
  await expectChosen(page, "Sen. Smith met Dr. Meyer on 3 May.");
  await page.keyboard.press("ArrowRight");
  await expectChosen(page, "They bought two boats, No. 5 and No. 6.");
  await page.keyboard.press("Shift+ArrowRight");
  await expectChosen(page, "They bought two boats, No. 5 and No. 6.Nobody");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await expectChosen(page, "They bought two boats, No. 5 and No. 6.Nobody came.");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await expectChosen(page, "They bought two boats, No. 5 and No. 6.");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowLeft");
  await expectChosen(page, "bought two boats, No. 5 and No");
  await page.keyboard.press("Control+Shift+ArrowUp");
  await expectChosen(page, "They bought two boats, No. 5 and No");
  await page.keyboard.press("Shift+ArrowUp");
  await expectChosen(page, "May. They bought two boats, No. 5 and No");

  await page.keyboard.press("Tab");
  const button = page.getByRole("button", { name: "Mark claim" });
  await expect(button).toBeFocused();
  await expectChosen(page, "May. They bought two boats, No. 5 and No");
  await check();
  await page.keyboard.press("Escape");
  await expectChosen(page, null);
  await expect(page.getByRole("status").filter({ hasText: "Nothing is selected." })).toBeAttached();
  await page.keyboard.press("v");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Claim 1" })).toBeVisible();
});

test("Tab goes from the words to their button and on to what comes after them", async ({ page, desk, signIn }) => {
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  await makeClaim(checker, article, "two boats");
  await makeClaim(checker, article, "1.9 million crowns");
  await signIn("checker");
  await openText(page, `/articles/${article.id}`);
  await clickOn(page, "212", 2);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Mark claim" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expectChosen(page, "212");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAccessibleName(/^(?:Claim 2,|1 )/);
  await page.keyboard.press("c");
  await expect(page.getByRole("complementary", { name: "Claim 3" })).toContainText("212");
});

test("what the browser selects by its own keys is chosen too, and goes on by ours", async ({ page, desk, signIn }) => {
  const article = await makeArticle(desk.as("checker"));
  await signIn("checker");
  await openText(page, `/articles/${article.id}`);
  await clickOn(page, "bought", 2);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expectChosen(page, "bought two");
  await page.keyboard.press("v");
  await page.keyboard.press("Shift+ArrowRight");
  await expectChosen(page, "bought two boats");
  await page.keyboard.press("ArrowRight");
  await expectChosen(page, "They carried 212 passengers on the first morning.");
});

test("in a text from right to left the arrow to the left goes on", async ({ page, desk, signIn }) => {
  const article = await writtenArticle(desk.as("checker"), {
    html: "<p>اشترى المجلس قاربين. غرق أحدهما في الميناء.</p>",
    language: "ar",
  });
  await signIn("checker");
  await openText(page, `/articles/${article.id}`);
  await page.keyboard.press("v");
  await expectChosen(page, "اشترى المجلس قاربين.");
  await page.keyboard.press("ArrowLeft");
  await expectChosen(page, "غرق أحدهما في الميناء.");
  await page.keyboard.press("Shift+ArrowRight");
  await expectChosen(page, "غرق أحدهما في");
});
