import { expect } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { good, makeArticle, makeClaim, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("what a checker types is there after a crash, and on another machine", async ({ page, browser, desk, signIn }) => {
  const article = await makeArticle(desk.as("checker"));
  const claim = await makeClaim(desk.as("checker"), article, "212 passengers");
  await signIn("checker");
  await page.goto(`/articles/${article.id}/claims/${claim.id}`);
  await page.getByRole("textbox", { name: "Rationale" }).fill("Half a thought, and then the power went");
  await expect(page.getByText(/kept on the server/i)).toBeVisible();
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await signIn("checker", elsewhere);
  await elsewhere.goto(`/articles/${article.id}/claims/${claim.id}`);
  await expect(elsewhere.getByRole("textbox", { name: "Rationale" })).toHaveValue(
    "Half a thought, and then the power went",
  );
  await other.close();
});

test("two people save a statement at once: the second sees theirs beside yours and chooses", async ({
  page,
  desk,
  signIn,
  check,
  shot,
}) => {
  const article = await makeArticle(desk.as("checker"));
  const claim = await makeClaim(desk.as("checker"), article, "212 passengers");
  await signIn("checker");
  await page.goto(`/articles/${article.id}/claims/${claim.id}`);
  await page.getByRole("button", { name: "Edit claim" }).click();
  const statement = page.getByRole("textbox", { name: "Statement" });
  await statement.fill("My words.");
  const { fields, rowVersion } = claim;
  good(await editClaim(desk.as("second-checker"), { id: claim.id, rowVersion, ...fields, statement: "Their words." }));
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Their words.").first()).toBeVisible();
  await expect(statement).toHaveValue("My words.");
  await check();
  await shot("conflict");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect.poll(async () => good(await claimPage(desk.as("viewer"), claim.id)).fields.statement).toBe("My words.");
});

test("evidence that was removed comes back by Undo", async ({ page, desk, signIn }) => {
  const { article, claimId } = await proposedClaim(desk);
  await signIn("checker");
  await page.goto(`/articles/${article.id}/claims/${claimId}`);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Stale", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => good(await claimPage(desk.as("viewer"), claimId)).evidence.length).toBe(1);
});
