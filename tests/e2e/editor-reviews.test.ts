import { expect } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { good, makeArticle, proposedClaim } from "#tests/support/desk.ts";
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
  await expect(page.getByText("What changed")).toBeVisible();
  await page.getByRole("heading", { name: "Your decision" }).click();
  await page.getByRole("radio", { name: "Approve" }).check();
  await page.getByRole("button", { name: "Approve revision 2" }).click();
  await expect.poll(async () => good(await claimPage(desk.as("checker"), claimId)).state).toBe("approved");
  await page.goto(`/articles/${article.id}/claims/${claimId}`);
  await expect(page.getByText("Approved", { exact: true }).first()).toBeVisible();
  await check();
});

test("whoever worked on a claim cannot review it, by page or by API, and an administrator cannot either", async ({
  page,
  desk,
  signIn,
}) => {
  const { claimId, revisionId } = await proposedClaim(desk, await makeArticle(desk.as("checker")));
  await signIn("checker");
  const answer = await page.evaluate(
    async (body) => {
      const response = await fetch("/api/v1/reviews", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      return { status: response.status, body: await response.json() };
    },
    JSON.stringify({ id: crypto.randomUUID(), claimId, revisionId, decision: "approve" }),
  );
  expect(answer.status).toBe(403);
  const own = await proposedClaim({ ...desk, as: (name) => desk.as(name === "checker" ? "admin" : name) });
  await signIn("admin");
  await page.goto(`/review/${own.claimId}`);
  await expect(page.getByText(/so a colleague has to review it/)).toBeVisible();
  const admin = await page.evaluate(
    async (body) => {
      const response = await fetch("/api/v1/reviews", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      return { status: response.status, body: await response.json() };
    },
    JSON.stringify({ id: crypto.randomUUID(), claimId: own.claimId, revisionId: own.revisionId, decision: "approve" }),
  );
  expect(admin).toMatchObject({ status: 409, body: { rule: "contributor-cannot-review" } });
});
