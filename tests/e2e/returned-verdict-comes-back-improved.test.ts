import { expect } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { addDraft, good, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("a returned verdict comes back with the reviewer's words, is approved by somebody else, and stands again", async ({
  page,
  browser,
  desk,
  signIn,
  check,
  shot,
}) => {
  test.slow();
  const better = "The accounts of 2025 bear it out.";
  const { claimId, article } = await proposedClaim(desk);
  await signIn("editor");
  await page.goto(`/review/${claimId}`);
  await page.getByText("Suggest wording").click();
  await expect(page.getByText("another colleague has to review it", { exact: false })).toBeVisible();
  await page.getByRole("textbox", { name: "Rationale, as you would write it" }).fill(better);
  await page.getByRole("radio", { name: "Approve" }).check();
  await page.getByRole("button", { name: "Approve revision 1" }).click();
  await expect(page.getByText("Approving is for the words as they stand.", { exact: false })).toBeVisible();
  await page.getByRole("radio", { name: "Return" }).check();
  await page.getByRole("textbox", { name: /Comment/ }).fill("Which year do the accounts mean?");
  await check();
  await shot("suggests");
  await page.getByRole("button", { name: "Return revision 1" }).click();
  await expect.poll(async () => good(await claimPage(desk.as("checker"), claimId)).state).toBe("returned");

  const authors = await (await browser.newContext()).newPage();
  await signIn("checker", authors);
  await authors.goto(`/articles/${article.id}/claims/${claimId}`);
  const panel = authors.getByRole("complementary", { name: "Claim 1" });
  await panel.getByRole("button", { name: "Take over" }).click();
  await expect(panel.getByRole("textbox", { name: "Rationale", exact: true })).toHaveValue(better);
  await panel.getByRole("button", { name: "Propose verdict" }).click();
  await expect(panel.getByText("Proposed", { exact: true }).first()).toBeVisible();

  await page.goto(`/review/${claimId}`);
  const since = page.getByRole("region", { name: "Since you last looked" });
  await expect(since.getByText("proposed “True”, revision 2")).toBeVisible();
  await expect(page.getByText(/so a colleague has to review it/).first()).toBeVisible();
  await page.getByRole("link", { name: "All of it" }).click();
  await expect(page.getByRole("heading", { name: "What changed", level: 1 })).toBeVisible();
  await expect(page.locator("ins", { hasText: "of 2025" })).toBeVisible();
  await check();
  await shot("changes");

  const seconds = await (await browser.newContext()).newPage();
  await signIn("second-editor", seconds);
  await seconds.goto(`/review/${claimId}`);
  await seconds.getByRole("heading", { name: "Your decision" }).click();
  await seconds.getByRole("radio", { name: "Approve" }).check();
  await seconds.getByRole("button", { name: "Approve revision 2" }).click();
  await expect.poll(async () => good(await claimPage(desk.as("checker"), claimId)).state).toBe("approved");

  await addDraft(desk.as("checker"), article, article.text.replace("The service lost", "The service, alas, lost"));
  await seconds.goto("/queue?view=stale");
  await expect(seconds.getByText("The paragraph around it changed in version 2.")).toBeVisible();
  await seconds.getByRole("link", { name: "let several verdicts stand again" }).click();
  await expect(seconds.locator("ins", { hasText: "alas" })).toBeVisible();
  await seconds.getByRole("checkbox", { name: /Claim 1/ }).check();
  await seconds.getByRole("button", { name: "Let 1 verdict stand" }).click();
  await expect(seconds.getByText("1 verdict stands again.")).toBeVisible();
  expect(good(await claimPage(desk.as("checker"), claimId)).state).toBe("approved");
  await seconds.goto(`/review/${claimId}/history`);
  await expect(seconds.getByText(/let revision 2 stand again as revision 3/)).toBeVisible();
  await authors.context().close();
  await seconds.context().close();
});
