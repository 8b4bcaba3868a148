import { expect } from "@playwright/test";
import { addEvidence, makeArticle, makeClaim, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("an administrator takes a scale of three steps, changes it, and later does without ratings", async ({
  page,
  signIn,
  desk,
  check,
  shot,
}) => {
  const judged = await proposedClaim(desk);
  const article = await makeArticle(desk.as("checker"));
  const claim = await makeClaim(desk.as("checker"), article, "bought two boats in 2021");
  await addEvidence(desk.as("checker"), claim.id);

  await signIn("admin");
  await page.getByRole("button", { name: "Menu of admin" }).click();
  await page.getByRole("link", { name: "Rating scale" }).click();
  await expect(page.getByRole("heading", { name: "Rating scale", level: 1 })).toBeVisible();
  await expect(page.getByText("Five steps, revision 1, 1 verdict given on it")).toBeVisible();
  await check();

  await page.getByRole("button", { name: "Own copy" }).click();
  const labels = page.getByRole("textbox", { name: "Label", exact: true });
  await expect(labels).toHaveCount(3);
  await labels.nth(1).fill("Right");
  await page.getByRole("button", { name: "Save the scale" }).click();
  await expect(page.getByText("Another rating has this label. Choose a different one.")).toBeVisible();
  await expect(labels.nth(1)).toBeFocused();
  await labels.nth(1).fill("Change it");

  await labels.nth(2).press("Alt+ArrowUp");
  await expect(labels.nth(1)).toHaveValue("Wrong");
  await expect(labels.nth(1)).toBeFocused();
  await page.getByRole("button", { name: "Move Wrong down" }).click();
  await expect(labels.nth(2)).toHaveValue("Wrong");
  await page.getByRole("button", { name: "Remove Wrong" }).click();
  await expect(labels).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(labels).toHaveCount(3);

  await page.getByText("Other languages").click();
  await page.getByRole("textbox", { name: "Language" }).fill("german");
  await page.getByRole("textbox", { name: "Language" }).press("Enter");
  await expect(page.getByText("Write the language as a tag, for example en, de or ar.")).toBeVisible();
  await page.getByRole("textbox", { name: "Language" }).fill("de");
  await page.getByRole("textbox", { name: "Language" }).press("Enter");
  await expect(page.getByRole("textbox", { name: /^Label of/ }).first()).toBeFocused();
  await page.getByRole("textbox", { name: "Label of Wrong" }).fill("Falsch");
  await check();
  await shot("scale");
  await page.getByRole("button", { name: "Save the scale" }).click();
  await expect(page.getByText("Own copy, revision 1, 0 verdicts given on it")).toBeVisible();
  await expect(page.getByText("Five steps, revision 1", { exact: true })).toBeVisible();

  await page.goto(`/articles/${judged.article.id}/claims/${judged.claimId}`);
  await expect(page.getByRole("complementary").getByText("True", { exact: true }).first()).toBeVisible();

  await page.goto("/settings/scale");
  await page.getByRole("button", { name: "In a sentence" }).click();
  await page.getByRole("button", { name: "Save the scale" }).click();
  await expect(page.getByText("In a sentence, revision 1, 0 verdicts given on it")).toBeVisible();

  await page.goto(`/articles/${article.id}/claims/${claim.id}`);
  const panel = page.getByRole("complementary", { name: "Claim 1" });
  await panel.getByRole("textbox", { name: "Verdict in a sentence" }).fill("Two boats were bought, and one in 2022.");
  await panel.getByRole("textbox", { name: "Rationale" }).fill("The invoices say so.");
  await panel.getByRole("button", { name: "Propose verdict" }).click();
  await expect(panel.getByText("Two boats were bought, and one in 2022.").first()).toBeVisible();
  await check();
});
