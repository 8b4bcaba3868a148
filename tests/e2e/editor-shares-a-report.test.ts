import { expect, type Page } from "@playwright/test";
import { publicPath } from "#lib/domain/publication.ts";
import { CaptureSite, html } from "#tests/support/capture-site.ts";
import { openedReport } from "#tests/support/edition.ts";
import { approvedClaim } from "#tests/support/editions.ts";
import { test } from "#tests/support/journey.ts";
import { publishAsSignedIn } from "#tests/support/publishing.ts";

const statement = "The article says: lost 1.9 million crowns";

test("an editor opens a report to everybody with pages of claims; an outsider reads it, embeds it, and an embargo hides it", async ({
  page,
  browser,
  desk,
  signIn,
  check,
  shot,
}) => {
  test.slow();
  const { article, claimId } = await approvedClaim(desk);
  const outside = await browser.newContext();
  const outsider = await outside.newPage();
  await signIn("editor");
  await publishAsSignedIn(page, { desk, articleId: article.id });
  const base = new URL(page.url()).origin;
  const all = [publicPath(article.id), publicPath(article.id, 1, claimId), `/embed/${article.id}/${claimId}`];
  expect(await statusesOf(outsider, all)).toEqual([404, 404, 404]);

  await openSharing(page, article.title);
  await page.getByRole("radio", { name: "Everybody" }).check();
  await page.getByRole("radio", { name: "Have a page each, and can be embedded" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Everybody reads edition 1.")).toBeVisible();
  await expect(page.getByText("Each claim has a page of its own.")).toBeVisible();
  await page.getByText("Its page and code").click();
  const code = await page.getByRole("textbox", { name: "Embed code: claim 1" }).inputValue();
  await check();
  await shot("sharing");

  await outsider.goto(publicPath(article.id));
  await expect(outsider.getByRole("heading", { level: 1 })).toContainText(article.title);
  await outsider.getByRole("navigation", { name: "Files and claims" }).getByRole("link", { name: "Claim 1" }).click();
  await expect(outsider).toHaveURL(`${base}${publicPath(article.id, 1, claimId)}`);
  await expect(outsider.getByRole("heading", { level: 1 })).toContainText(statement);

  const site = new CaptureSite();
  site.answer = (_, response) => {
    const policy = `default-src 'none'; frame-src ${base}; base-uri 'none'; form-action 'none'`;
    response.writeHead(200, { ...html, "content-security-policy": policy });
    response.end(`<!doctype html><html lang="en"><title>A paper</title><h1>A paper</h1>${code}</html>`);
  };
  await site.open();
  try {
    await outsider.goto(site.address());
    const frame = outsider.frameLocator("iframe");
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText(statement);
    await expect(frame.getByText("The accounts bear it out.")).toBeVisible();
    const [opened] = await Promise.all([outside.waitForEvent("page"), frame.getByRole("link").last().click()]);
    await expect(opened).toHaveURL(`${base}${publicPath(article.id, 1, claimId)}`);
    await opened.close();
  } finally {
    site.close();
  }

  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 16);
  await page.getByLabel("Embargo until").fill(tomorrow);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Under embargo: nothing of it is public until")).toBeVisible();
  expect(await statusesOf(outsider, all)).toEqual([404, 404, 404]);
  await check();
  await outside.close();
});

test("an editor makes a link for one person; it is read under the embargo too, revoked, and gone", async ({
  page,
  browser,
  desk,
  signIn,
  check,
}) => {
  const { article } = await approvedClaim(desk);
  await signIn("editor");
  await publishAsSignedIn(page, { desk, articleId: article.id });
  await openSharing(page, article.title);
  const links = page.getByRole("region", { name: "For people outside" });
  await links.getByRole("button", { name: "Make a link" }).click();
  await links.getByRole("textbox", { name: "For whom" }).fill("The magazine");
  await links.getByRole("button", { name: "Make the link" }).click();
  const made = links.getByRole("textbox", { name: "Link to the report" });
  await expect(made).toBeFocused();
  const link = await made.inputValue();
  await check();
  await links.getByRole("button", { name: "Done" }).click();
  await expect(links.getByText("not opened")).toBeVisible();

  await openedReport(desk.as("editor"), article.id, { embargoUntil: new Date(Date.now() + 24 * 3_600_000) });
  const outsider = await (await browser.newContext()).newPage();
  await outsider.goto(link);
  await expect(outsider.getByText(/^Under embargo until/)).toBeVisible();
  await expect(outsider.getByRole("heading", { level: 1 })).toContainText(article.title);
  await expect(outsider.getByText(statement).first()).toBeVisible();
  expect(await statusesOf(outsider, [publicPath(article.id)])).toEqual([404]);

  await page.reload();
  await expect(links.getByText("first opened")).toBeVisible();
  await links.getByText("Revoke the link for The magazine").click();
  await links.getByRole("button", { name: "Revoke the link" }).click();
  await expect(links.getByText("Expired and revoked links (1)")).toBeVisible();
  await check();
  expect((await outsider.goto(link))?.status()).toBe(404);
  await expect(outsider.getByText(statement)).toHaveCount(0);
  await outsider.context().close();
});

async function statusesOf(page: Page, paths: readonly string[]): Promise<number[]> {
  return await Promise.all(paths.map(async (path) => (await page.request.get(path)).status()));
}

/** From the list of articles, where signing in leads to. */
async function openSharing(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("link", { name: "Prepare report" }).click();
  await page.getByRole("navigation", { name: "Report" }).getByRole("link", { name: "Sharing" }).click();
  await expect(page.getByText("Nobody outside reads it without a link.")).toBeVisible();
}
