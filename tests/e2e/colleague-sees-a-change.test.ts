import { expect } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { addEvidence, good, makeArticle, makeClaim, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("a checker who is typing sees a colleague's evidence arrive, and nothing typed, chosen or scrolled moves", async ({
  page,
  browser,
  desk,
  signIn,
  check,
  shot,
}) => {
  const { claimId, article } = await proposedClaim(desk);
  const path = `/articles/${article.id}/claims/${claimId}`;
  await signIn("checker");
  const streaming = page.waitForRequest(/api\/v1\/live/);
  await page.goto(path);
  await streaming;
  const panel = page.getByRole("complementary", { name: "Claim 1" });

  const colleagues = await browser.newContext();
  const other = await colleagues.newPage();
  await signIn("editor", other);
  await other.goto(path);
  await expect(panel.getByText("editor is on this claim too")).toBeVisible();
  await expect(other.getByText("checker is on this claim too")).toBeVisible();
  await check();
  await shot("colleague-here");

  await panel.getByRole("button", { name: "Edit claim" }).click();
  const statement = panel.getByRole("textbox", { name: "Statement" });
  await statement.fill("The ferry lost 1.9 million crowns in 2025, says the article.");
  await statement.evaluate((field) => {
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(4, 9);
    field.closest("aside")?.scrollTo({ top: 60 });
  });
  const standing = () =>
    statement.evaluate((field) => ({
      focused: document.activeElement === field,
      chosen: field instanceof HTMLTextAreaElement ? [field.selectionStart, field.selectionEnd, field.value] : [],
      scrolled: [window.scrollY, field.closest("aside")?.scrollTop],
      mark: field.getAttribute("data-same"),
    }));
  await statement.evaluate((field) => field.setAttribute("data-same", "the same element"));
  const before = await standing();
  expect(before).toMatchObject({ focused: true, chosen: [4, 9, expect.stringContaining("in 2025")] });

  await addEvidence(desk.as("editor"), claimId, "The minutes of 12 May say so too.");
  await expect(panel.getByText("The minutes of 12 May say so too.")).toBeVisible();
  await expect(panel.getByText("Stale").first()).toBeVisible();
  expect(await standing()).toEqual(before);
  await page.keyboard.press("End");
  await page.keyboard.type(" Twice.");
  await expect(statement).toHaveValue("The ferry lost 1.9 million crowns in 2025, says the article. Twice.");
  await panel.getByRole("button", { name: "Save" }).first().click();
  await expect.poll(async () => good(await claimPage(desk.as("viewer"), claimId)).fields.statement).toContain("Twice.");

  await expect(other.getByText("Twice.").first()).toBeVisible();
  await other.goto("/queue");
  await expect(panel.getByText("editor is on this claim too")).toHaveCount(0);
  await colleagues.close();
});

test("two tabs of one browser share one stream, the queue follows, and the second goes on when the first closes", async ({
  page,
  desk,
  signIn,
}) => {
  const checker = desk.as("checker");
  const claim = await makeClaim(checker, await makeArticle(checker), "two boats");
  const streams: string[] = [];
  page.context().on("request", (request) => {
    if (request.url().includes("/api/v1/live")) streams.push(request.url());
  });
  await signIn("editor");
  await expect.poll(() => streams.length).toBe(1);
  const second = await page.context().newPage();
  await second.goto(`/articles/${claim.articleId}/claims/${claim.id}`);
  const assign = async (priority: "high" | "low") => {
    const { rowVersion } = good(await claimPage(desk.as("admin"), claim.id));
    const plan = { assigneeId: desk.as("second-checker").actor.memberId, dueAt: null, priority };
    good(await assignClaim(desk.as("admin"), { claimId: claim.id, rowVersion, ...plan }));
  };
  await assign("high");
  await expect(second.getByText("assigned it to second-checker")).toHaveCount(1);
  expect(streams).toHaveLength(1);
  await page.close();
  await expect.poll(() => streams.length).toBe(2);
  await assign("low");
  await expect(second.getByText("assigned it to second-checker")).toHaveCount(2);
});

test("while there is no connection a quiet line says so, and what was missed comes when it is back", async ({
  page,
  desk,
  signIn,
}) => {
  const checker = desk.as("checker");
  const claim = await makeClaim(checker, await makeArticle(checker), "two boats");
  await signIn("editor");
  // Chromium leaves an open stream be when a page goes offline, so the stream is refused from the start.
  await page.route(/api\/v1\/live/, (route) => route.abort());
  await page.goto(`/articles/${claim.articleId}/claims/${claim.id}`);
  const line = page.getByText("No connection. Changes of others come when it is back.");
  await expect(line).toBeVisible();
  await addEvidence(checker, claim.id, "It was said while nobody could hear.");
  await page.unroute(/api\/v1\/live/);
  await expect(page.getByText("It was said while nobody could hear.")).toBeVisible({ timeout: 60_000 });
  await expect(line).toHaveCount(0);
});
