import { createServer } from "node:http";
import { expect, type Page } from "@playwright/test";
import { makeArticle, makeClaim } from "#tests/support/desk.ts";
import { dragOver, test } from "#tests/support/journey.ts";

const says = "Result from operations: (1 913 406) crowns";
const report = `<!doctype html><html lang="en"><head><title>Annual accounts 2025</title></head><body><article>
<h1>Annual accounts 2025</h1>
<p>The harbour board publishes its accounts for the year, which the auditors have read and signed in April.</p>
<p>${says}, the board’s “worst year” since the service began on the coast.</p>
<table><tr><th>Year</th><th>Loss</th></tr><tr><td>2024</td><td>1 200 000</td></tr><tr><td>2025</td><td>1 913 406</td></tr></table>
<p>The board bought two boats in 2021, and they carried 212 passengers on the first morning, it says here.</p>
<img src="/never-loaded.png"></article></body></html>`;

/** A web server of this journey's own, at one of the addresses that the desk under test may fetch from. */
async function openSite() {
  const address = process.env.STET_E2E_SITES?.split(",")[test.info().parallelIndex] ?? "";
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(report);
  });
  const { hostname, port } = new URL(`http://${address}`);
  await new Promise<void>((resolve) => server.listen(Number(port), hostname, resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://${address}/accounts`, asked, close };
}

const panelOf = (page: Page) => page.getByRole("complementary", { name: "Claim 1" });

test("a checker keeps a copy of a source and quotes a passage in it", async ({ page, desk, signIn, check, shot }) => {
  const site = await openSite();
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  const claim = await makeClaim(checker, article, "lost 1.9 million crowns");
  const read: string[] = [];
  page.on("request", (request) => void read.push(request.url()));
  await signIn("checker");
  await page.goto(`/articles/${article.id}/claims/${claim.id}`);

  const panel = panelOf(page);
  await panel.getByRole("button", { name: "Link evidence" }).click();
  await panel.getByRole("textbox", { name: "Address" }).fill(site.address);
  await panel.getByRole("radio", { name: "Context" }).check();
  await panel.getByRole("radio", { name: "Primary" }).check();
  await panel.getByRole("button", { name: "Link evidence" }).last().click();
  await expect(panel.getByText("linked by checker")).toBeVisible();

  const kept = panel.getByRole("link", { name: /^Kept \d/ });
  // The desk keeps a copy by itself soon; a person need not wait for it.
  const keep = panel.getByRole("button", { name: "Keep a copy" });
  await expect(kept.or(keep).first()).toBeVisible();
  if (await keep.isVisible()) await keep.click();
  await expect(kept).toBeVisible();
  await kept.click();

  await expect(page.getByRole("heading", { name: "Annual accounts 2025", level: 1 })).toBeVisible();
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await check();
  await dragOver(page, says);
  await page.getByRole("button", { name: "Quote for claim 1" }).click();

  await expect(panel.getByRole("textbox", { name: "Passage" })).toHaveValue(says);
  await panel.getByRole("radio", { name: "Supports" }).check();
  await panel.getByRole("radio", { name: "Official" }).check();
  await panel.getByRole("button", { name: "Link evidence" }).last().click();
  const quoted = panel.getByRole("listitem").filter({ hasText: says });
  await expect(quoted.getByText("worst year")).toBeVisible();
  await expect(quoted.locator("mark")).toHaveText(says);
  await check();
  await shot("passage-in-context");

  // Without a mouse: the figure in the table, in place of what the first piece of evidence relies on.
  await kept.first().click();
  await expect(page.getByRole("link", { name: "Claim 1, supports" }).first()).toBeVisible();
  await dragOver(page, "1 913 406");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Select with the keyboard" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await page.keyboard.press("u");
  await expect(panel).toBeVisible();
  await expect(panel.locator("mark.relied")).toHaveCount(2);

  // Where the desk has a Chromium, that one may ask for the page's pictures; whoever reads the copy never does.
  expect(site.asked).toContain("/accounts");
  expect(read.filter((url) => url.startsWith(new URL(site.address).origin))).toEqual([]);
  site.close();
});
