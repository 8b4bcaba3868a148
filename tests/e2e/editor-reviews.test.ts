import { expect } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { waysToContribute } from "#tests/support/contributors.ts";
import { good, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("an editor returns a verdict with a comment, the author improves it, and it is approved", async ({
  page,
  browser,
  desk,
  signIn,
  check,
  shot,
}) => {
  const { claimId, article } = await proposedClaim(desk);
  await signIn("editor");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Queue" }).click();
  await check();
  await page.getByRole("link", { name: /The article says: lost 1.9 million/ }).click();
  await expect(page.getByRole("heading", { name: "Who worked on it" })).toBeVisible();
  await check();
  await shot("review");
  await page.getByRole("radio", { name: "Return" }).check();
  await page.getByRole("button", { name: "Return revision 1" }).click();
  await expect(page.getByText("Say what has to change before it can stand.")).toBeVisible();
  await page.getByRole("textbox", { name: /Comment/ }).fill("Which year do the accounts mean?");
  await page.getByRole("button", { name: "Return revision 1" }).click();
  await expect.poll(async () => good(await claimPage(desk.as("checker"), claimId)).state).toBe("returned");

  const context = await browser.newContext();
  const authors = await context.newPage();
  await signIn("checker", authors);
  await authors.goto(`/articles/${article.id}/claims/${claimId}`);
  const panel = authors.getByRole("complementary", { name: "Claim 1" });
  await expect(panel.getByText("Which year do the accounts mean?").first()).toBeVisible();
  await panel.getByRole("textbox", { name: "Rationale" }).fill("The accounts of 2025 bear it out.");
  await panel.getByRole("button", { name: "Propose verdict" }).click();
  await expect(panel.getByText("Proposed", { exact: true }).first()).toBeVisible();
  await authors.goto(`/review/${claimId}`);
  await expect(authors.getByText(/so a colleague has to review it/)).toBeVisible();
  await expect(authors.getByRole("radio", { name: "Approve" })).toHaveCount(0);
  await context.close();

  await page.goto(`/review/${claimId}`);
  await expect(page.getByRole("heading", { name: "What changed since revision 1" })).toBeVisible();
  await page.getByRole("heading", { name: "Your decision" }).click();
  await page.getByRole("radio", { name: "Approve" }).check();
  await page.getByRole("button", { name: "Approve revision 2" }).click();
  await expect.poll(async () => good(await claimPage(desk.as("checker"), claimId)).state).toBe("approved");
  await page.goto(`/articles/${article.id}/claims/${claimId}`);
  await expect(page.getByText("Approved", { exact: true }).first()).toBeVisible();
  await check();
});

test("whoever contributed to a verdict cannot review it, by page or by API", async ({
  page,
  desk,
  signIn,
  baseURL,
}) => {
  test.slow();
  await signIn("admin");
  const headers = { origin: new URL(baseURL ?? "").origin };
  for (const [way, contribute] of Object.entries(waysToContribute)) {
    const { claimId, revisionId } = await contribute(desk, "admin");
    await page.goto(`/review/${claimId}`);
    await expect(page.getByText(/so a colleague has to review it/), way).toBeVisible();
    await expect(page.getByRole("radio", { name: "Approve" }), way).toHaveCount(0);
    const data = { id: crypto.randomUUID(), claimId, revisionId, decision: "approve" };
    const answer = await page.request.post("/api/v1/reviews", { headers, data });
    expect(answer.status(), way).toBe(409);
    expect(await answer.json(), way).toMatchObject({ rule: "contributor-cannot-review" });
  }
});
