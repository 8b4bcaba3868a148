import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { readSigned } from "#lib/formats/proof/read-signed.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { addEvidence, good, makeArticle, proposedClaim } from "#tests/support/desk.ts";
import { approvedClaim } from "#tests/support/editions.ts";
import { test } from "#tests/support/journey.ts";

const summary = "Two figures of the ferry’s board were checked. Both stand.";
const method = "Every figure was held against the board’s own accounts.";

test("an editor mends what is in the way, leaves a claim out, and publishes exactly what the preview shows", async ({
  page,
  desk,
  signIn,
  check,
  shot,
}) => {
  test.slow();
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  await approvedClaim(desk, article, "bought two boats in 2021");
  const stale = await approvedClaim(desk, article, "212 passengers");
  await addEvidence(checker, stale.claimId, "Later evidence");
  const waiting = await proposedClaim(desk, article);

  await signIn("editor");
  await page.getByRole("link", { name: article.title }).first().click();
  await page.getByRole("link", { name: "Prepare report" }).click();
  await expect(page.getByRole("heading", { name: "Edition 1: 3 claims, none left out." })).toBeVisible();
  await expect(page.getByRole("heading", { name: "In the way 2" })).toBeVisible();
  await check();
  await shot("in-the-way");
  await page.getByRole("button", { name: "Publish edition 1" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#in-the-way")).toBeFocused();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await expect(page.getByRole("link", { name: /^Claim 2\s*: propose it again$/ })).toBeVisible();
  await page.getByRole("link", { name: /^Claim 3\s*: its verdict$/ }).click();
  await page.getByRole("link", { name: "Open the review" }).click();
  await page.getByRole("radio", { name: "Approve" }).check();
  await page.getByRole("button", { name: "Approve revision 1" }).click();
  await expect.poll(async () => good(await claimPage(checker, waiting.claimId)).state).toBe("approved");
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "In the way 1" })).toBeVisible();

  await page.getByRole("checkbox", { name: /Claim 2$/ }).uncheck();
  await expect(page.getByRole("heading", { name: "In the way nothing" })).toBeVisible();
  await page.getByRole("textbox", { name: "Summary" }).fill(summary);
  await page.getByRole("textbox", { name: "How it was checked" }).fill(method);
  await page.getByRole("button", { name: "Move up claim 3" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Move up claim 3" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Move down claim 3" })).toBeFocused();
  await expect(page.getByText("Moved to place 1.")).toBeAttached();

  await expect(page.getByText("Saved.", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Edition 1: 2 claims, 1 left out." })).toBeVisible();
  const preview = page.frameLocator("iframe[title='Preview of the next edition']");
  const claims = preview.getByRole("article").getByRole("heading", { level: 3 });
  await expect(claims).toHaveText([/lost 1.9 million crowns$/, /bought two boats in 2021$/]);
  await expect(preview.getByText(summary)).toBeVisible();
  await expect(preview.getByText(method)).toBeVisible();
  await check();
  await shot("next-edition");

  await page.getByRole("button", { name: "Publish edition 1" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish edition 1" });
  await expect(dialog.getByText("Edition 1: 2 claims, 1 left out.")).toBeVisible();
  await dialog.getByRole("button", { name: "Publish edition 1" }).click();
  await expect(page).toHaveURL(/\/report\/editions$/);
  await page.getByRole("link", { name: "Edition 1" }).click();
  await expect(page.getByRole("heading", { name: /^Edition 1/ })).toBeVisible();
  await expect(page.getByText("2 printed, 1 left out")).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark" });
  await check();
  await page.emulateMedia({ colorScheme: "light" });

  const read = readSigned((await downloaded(page, "JSON")).toString());
  if (!read.ok) throw new Error(read.error);
  const { signed } = read.value;
  expect(signed.edition).toMatchObject({ number: 1, summary, method, leftOut: 1, change: null });
  expect(signed.edition.report.claims.map(({ statement }) => statement)).toEqual([
    "The article says: lost 1.9 million crowns",
    "The article says: bought two boats in 2021",
  ]);
  await expect(page.getByText(signed.proof.digest)).toBeVisible();
  expect((await downloaded(page, "PDF")).toString("latin1")).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/);

  const html = (await downloaded(page, "HTML")).toString();
  await page.goto("about:blank");
  await page.setContent(html);
  const file = page.getByRole("article").getByRole("heading", { level: 3 });
  await expect(file).toHaveText([/lost 1.9 million crowns$/, /bought two boats in 2021$/]);
  await expect(page.getByText(summary).first()).toBeVisible();
  await check();
});

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  return await readFile(await file.path());
}
