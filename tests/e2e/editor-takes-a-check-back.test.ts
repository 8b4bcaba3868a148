import { expect, type Page } from "@playwright/test";
import { approvedClaim } from "#tests/support/editions.ts";
import { test } from "#tests/support/journey.ts";
import { publishAsSignedIn } from "#tests/support/publishing.ts";

test("an editor looks at an edition and its files, then takes the check back; a viewer sees it happen", async ({
  page,
  browser,
  desk,
  signIn,
  check,
  shot,
}) => {
  const { article } = await approvedClaim(desk);
  const editions = `/articles/${article.id}/report/editions`;
  await signIn("editor");
  await page.goto(editions);
  await expect(page.getByText("No edition yet.")).toBeVisible();
  await publishAsSignedIn(page, { desk, articleId: article.id });

  await page.getByRole("link", { name: "Edition 1" }).click();
  await expect(page.getByRole("heading", { name: /^Edition 1/ })).toBeVisible();
  await check();
  await shot("edition");
  await everyFileCanBeHad(page);

  const reader = await (await browser.newContext()).newPage();
  await signIn("viewer", reader);
  await reader.goto(editions);
  await expect(reader.getByRole("link", { name: "Edition 1" })).toBeVisible();
  await expect(reader.getByRole("button", { name: "Withdraw the check" })).toHaveCount(0);

  await page.getByRole("link", { name: "All editions" }).click();
  await page.getByRole("button", { name: "Withdraw the check" }).click();
  const dialog = page.getByRole("dialog", { name: "Withdraw the check" });
  await expect(dialog.getByText("This publishes edition 2")).toBeVisible();
  await dialog.getByRole("button", { name: "Withdraw the check" }).click();
  await expect(dialog.getByLabel("What is taken back")).toBeFocused();
  await dialog.getByLabel("What is taken back").fill("The whole check.");
  await dialog.getByLabel("Why").fill("The accounts were forged.");
  await check();
  await dialog.getByRole("button", { name: "Withdraw the check" }).click();
  await expect(page.getByText("This check is withdrawn.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Withdraw the check" })).toBeFocused();
  await check();
  await shot("withdrawn");
  await expect(reader.getByText("This check is withdrawn.")).toBeVisible();
  await reader.context().close();

  await page.getByRole("link", { name: "Edition 2" }).click();
  await expect(page.getByText("The whole check is taken back")).toBeVisible();
  await page.goto("/reports");
  await expect(page.getByRole("listitem").filter({ hasText: article.title })).toContainText("withdrawn");
});

/** Fourteen files, and a proof beside each that cannot hold it. */
async function everyFileCanBeHad(page: Page): Promise<void> {
  const links = await page
    .locator("a[download]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  const proofs = links.filter((link) => link.endsWith("&proof=1"));
  expect(links.length - proofs.length).toBe(14);
  expect(proofs).toHaveLength(7);
  for (const link of links) {
    const file = await page.request.get(link);
    expect(file.status(), link).toBe(200);
    expect(file.headers()["content-disposition"], link).toContain("attachment");
  }
}
