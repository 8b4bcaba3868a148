import { readFile } from "node:fs/promises";
import { type Download, expect } from "@playwright/test";
import { addEvidence, decide, good, makeArticle, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("a viewer exports the report as HTML, Markdown and JSON, and a stale verdict is not signed off in any", async ({
  page,
  browser,
  desk,
  signIn,
  check,
  shot,
}) => {
  const article = await makeArticle(desk.as("checker"));
  const approved = await proposedClaim(desk, article);
  good(await decide(desk.as("editor"), approved.claimId, "approve"));
  const stale = await proposedClaim(desk, article, "212 passengers");
  good(await decide(desk.as("editor"), stale.claimId, "approve"));
  await addEvidence(desk.as("checker"), stale.claimId, "Later evidence");

  await signIn("viewer");
  await page.goto(`/articles/${article.id}`);
  await page.getByRole("link", { name: "Prepare report" }).click();
  await expect(page.getByText("signed off").first()).toBeVisible();
  await check();
  await shot("report-prepare");
  const download = async (name: string): Promise<string> => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name, exact: true }).click(),
    ]);
    return await textOf(file);
  };

  const report: unknown = JSON.parse(await download("JSON"));
  expect(report).toMatchObject({ status: "draft", summary: { claims: 2, signedOff: 1, stale: 1 } });
  const markdown = await download("Markdown");
  expect(markdown).toContain("The article says: lost 1.9 million crowns");
  expect(markdown).toMatch(/stale/i);

  const html = await download("HTML");
  const context = await browser.newContext({ offline: true });
  const reader = await context.newPage();
  const asked: string[] = [];
  reader.on("request", (request) => asked.push(request.url()));
  await reader.setContent(html);
  await expect(reader.getByText("The article says: lost 1.9 million crowns")).toBeVisible();
  await expect(reader.getByText(/Stale/).first()).toBeVisible();
  expect(asked.filter((url) => url.startsWith("http"))).toEqual([]);
  await context.close();
});

async function textOf(file: Download): Promise<string> {
  return await readFile(await file.path(), "utf8");
}
