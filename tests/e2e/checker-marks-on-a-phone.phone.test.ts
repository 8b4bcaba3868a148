import { expect } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { expectChosen } from "#tests/support/choosing.ts";
import { good, makeArticle, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("a checker reads, marks and writes a claim on a phone", async ({ page, desk, signIn, check, shot }) => {
  const article = await makeArticle(desk.as("checker"));
  await proposedClaim(desk, article);
  await signIn("checker");
  await page.goto(`/articles/${article.id}`);
  await expect(page.getByRole("link", { name: /lost 1.9 million crowns/ }).first()).toBeVisible();
  await check();
  await shot("article");
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector(".galley") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf("212 passengers") ?? -1;
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + "212 passengers".length);
    }
  });
  await page.getByRole("button", { name: "Mark claim" }).tap();
  const panel = page.getByRole("complementary", { name: "Claim 2" });
  await expect(panel).toBeVisible();
  await panel.getByRole("button", { name: "Make the panel taller" }).tap();
  await panel.getByRole("textbox", { name: "Statement" }).fill("The first crossing had 212 passengers.");
  await panel.getByRole("button", { name: "Save claim" }).tap();
  await expect(panel.getByText("The first crossing had 212 passengers.")).toBeVisible();
  await check();
  await shot("panel");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
});

test("words stay chosen when the phone ends its selection, until they are given up or others are selected", async ({
  page,
  desk,
  signIn,
}) => {
  const article = await makeArticle(desk.as("checker"));
  await signIn("checker");
  await page.goto(`/articles/${article.id}`);
  const select = (words: string) =>
    page.evaluate((words) => {
      const element = [...document.querySelectorAll("[data-start]")].find((some) => some.textContent?.includes(words));
      const at = element?.textContent?.indexOf(words) ?? 0;
      const node = element?.firstChild;
      if (node != null) getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    }, words);
  await select("two boa");
  await expectChosen(page, "two boats");
  await select("212 pass");
  await expectChosen(page, "212 passengers");
  const button = page.getByRole("button", { name: "Mark claim" });
  await expect(button).toBeInViewport({ ratio: 1 });
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await expectChosen(page, "212 passengers");
  await page.getByText("The service lost", { exact: false }).first().tap();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await expectChosen(page, null);
  await expect(button).toHaveCount(0);
  await select("two boa");
  await expectChosen(page, "two boats");
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await button.tap();
  await expect(page.getByRole("complementary", { name: "Claim 1" })).toContainText("two boats");
});

test("an editor decides on a phone", async ({ page, desk, signIn, check, shot }) => {
  const { claimId } = await proposedClaim(desk);
  await signIn("editor");
  await page.goto("/queue");
  await check();
  await page.getByRole("link", { name: /The article says/ }).tap();
  await page.getByRole("radio", { name: "Approve" }).check();
  await check();
  await shot("review");
  await page.getByRole("button", { name: "Approve revision 1" }).tap();
  await expect.poll(async () => good(await claimPage(desk.as("editor"), claimId)).state).toBe("approved");
});
