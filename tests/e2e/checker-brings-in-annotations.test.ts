import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { all, annotation, deskWithText, exact, fileOf, loss, text, twice } from "#tests/support/annotations.ts";
import { addDraft, good, makeArticle, makeClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

async function choose(page: Page, content: unknown, name = "marks.jsonld"): Promise<void> {
  const buffer = content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(fileOf(content));
  await page.getByLabel("File").setInputFiles({ name, mimeType: "application/ld+json", buffer });
  await page.getByRole("button", { name: "Read it" }).click();
}

test("a checker brings in what was marked elsewhere, and places what does not stand there", async ({
  page,
  desk,
  signIn,
  check,
  shot,
}) => {
  const checker = desk.as("checker");
  const article = await makeArticle(checker, text);
  const own = await makeClaim(checker, article, "nobody was surprised");
  const marks = [...all, annotation("nobody was surprised"), exact];
  await signIn("checker");

  await page.goto(`/articles/${article.id}/versions`);
  await page.getByRole("link", { name: "Bring in annotations" }).click();
  await expect(page.getByRole("heading", { name: "Bring in annotations" })).toBeVisible();
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText("Choose a file first.")).toBeVisible();
  await choose(page, new TextEncoder().encode("a,b\n1,2"), "marks.csv");
  await expect(page.getByText("This file of annotations is not JSON. Save the annotations as JSON-LD.")).toBeVisible();
  await choose(page, []);
  await expect(page.getByText("This file holds no annotations.")).toBeVisible();
  await choose(page, new Uint8Array(11 * 1024 * 1024).fill(32));
  await expect(page.getByText("This file of annotations is larger than 10 MB. Split it.")).toBeVisible();
  await choose(page, Array(2001).fill(exact));
  await expect(page.getByText("This file marks 2,001 passages. Bring in at most 2,000 at once")).toBeVisible();
  await check();
  await shot("annotations-refused");

  await choose(page, marks);
  await expect(page.getByRole("heading", { name: "Before they come in" })).toBeVisible();
  await expect(
    page.getByText("6 passages: 1 comes in exactly, 3 need placing, 1 is there already, 1 repeats another."),
  ).toBeVisible();
  await expect(page.getByRole("row", { name: loss }).first()).toContainText("The very words, in paragraph 3");
  await expect(page.getByRole("link", { name: `These words are claim ${own.number} already` })).toBeVisible();
  await expect(page.getByRole("row", { name: twice })).toContainText("2 places may fit");
  await check();
  await shot("annotations-preview");
  expect(good(await articlePage(checker, article.id)).claims).toHaveLength(1);

  await page.getByRole("button", { name: "Bring in 4 claims" }).click();
  await expect(page.getByRole("heading", { name: "Needs placing" })).toBeVisible();
  await expect(page.getByText("4 claims came in.").first()).toBeVisible();
  const row = (number: number) => page.locator(`#claim-${number}`);
  await expect(row(3).getByRole("heading", { name: "In the annotation" })).toBeVisible();
  await expect(row(3).locator("ins", { hasText: "212" })).toBeVisible();
  await expect(row(3).locator("del", { hasText: "230" })).toBeVisible();
  await expect(row(5).getByText("These words are not in this text.")).toBeVisible();
  await check();
  await shot("annotations-placing");

  const { claims } = good(await articlePage(checker, article.id));
  const changed = claims.find((claim) => claim.number === 3)?.id ?? "";
  await page.goto(`/articles/${article.id}/claims/${changed}`);
  const banner = page.getByRole("region", { name: "Needs placing" });
  await expect(banner.getByText("Version 1 has other words than the annotation.")).toBeVisible();
  await check();
  await shot("annotations-claim");
  await banner.getByRole("button", { name: "Confirm these words" }).click();
  await expect(banner).toHaveCount(0);
  const { placement, quote } = good(await claimPage(checker, changed));
  expect(placement.needsPlacing).toBe(false);
  expect(quote.quote).toBe("they carried 212 passengers across the sound");

  await page.goto(`/articles/${article.id}/placing`);
  await expect(row(4).getByRole("button", { name: "These words" })).toHaveCount(2);
  await row(4).getByRole("button", { name: "These words" }).last().click();
  await expect(row(4)).toHaveCount(0);
  const placed = good(await articlePage(checker, article.id)).claims.find((claim) => claim.number === 4);
  expect(placed).toMatchObject({ start: text.lastIndexOf(twice), needsPlacing: false });

  await row(5).getByRole("button", { name: "Withdraw" }).click();
  const dialog = page.getByRole("dialog", { name: "Withdraw claim 5" });
  await dialog.getByRole("textbox").fill("The article never said it.");
  await dialog.getByRole("button", { name: "Withdraw claim 5" }).click();
  await expect(page).toHaveURL(new RegExp(`/articles/${article.id}$`));
});

test("what came in is not brought in again, by going back or by the same file", async ({
  page,
  desk,
  signIn,
  check,
}) => {
  const { article } = await deskWithText(desk.db, desk);
  await signIn("checker");
  await page.goto(`/articles/${article.id}/annotations`);
  await choose(page, [exact]);
  await expect(page.getByText("1 passage: 1 comes in exactly.")).toBeVisible();
  const preview = page.url();
  await page.getByRole("button", { name: "Bring in 1 claim" }).click();
  await expect(page).toHaveURL(new RegExp(`/articles/${article.id}$`));
  await page.goto(preview);
  await expect(page.getByText("1 claim came in from this file.")).toBeVisible();
  await check();
  await page.goto(`/articles/${article.id}/annotations`);
  await choose(page, [exact]);
  await expect(page.getByText("1 passage: 1 is there already.")).toBeVisible();
  await expect(page.getByText("There is nothing to bring in.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Bring in/ })).toHaveCount(0);
  await check();
});

test("somebody else froze a version meanwhile: the file is looked at again", async ({ page, desk, signIn }) => {
  const { article } = await deskWithText(desk.db, desk);
  await signIn("checker");
  await page.goto(`/articles/${article.id}/annotations`);
  await choose(page, [exact]);
  await expect(page.getByRole("button", { name: "Bring in 1 claim" })).toBeVisible();
  await addDraft(desk.as("editor"), article, text.replace(loss, "lost 2.4 million crowns"));
  await page.getByRole("button", { name: "Bring in 1 claim" }).click();
  await expect(page.getByText("Somebody froze a newer version of this article meanwhile.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("1 passage: 1 needs placing.")).toBeVisible();
  await page.getByRole("button", { name: "Bring in 1 claim" }).click();
  await expect(page.getByRole("heading", { name: "Needs placing" })).toBeVisible();
});
