import { createServer } from "node:http";
import { expect } from "@playwright/test";
import { makeArticle, makeClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";
import { watchedEvidence } from "#tests/support/watched.ts";

const says = "Result from operations: a loss of 1 913 406 crowns";
const after = "Result from operations: a loss of 1 813 406 crowns";

/** A web server at an address that the desk under test may fetch from; its page changes. */
async function openSite() {
  const address = process.env.STET_E2E_SITES?.split(",")[test.info().parallelIndex] ?? "";
  const site = { words: says, host: address, address: `http://${address}/accounts`, close: () => {} };
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><html lang="en"><head><title>Annual accounts</title></head><body><article>
<h1>Annual accounts</h1><p>The harbour board publishes its accounts, which the auditors read and signed in April.</p>
<p>${site.words}, the worst since the service began on the coast, and worse than anybody had feared.</p></article></body></html>`);
  });
  const { hostname, port } = new URL(`http://${address}`);
  await new Promise<void>((resolve) => server.listen(Number(port), hostname, resolve));
  site.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return site;
}

test("a source changes, and the people of its claim are told", async ({ page, desk, signIn, check, shot }) => {
  const site = await openSite();
  const checker = desk.as("checker");
  const context = { ...checker, fetchPolicy: { ...checker.fetchPolicy, allowedHosts: [site.host] } };
  const article = await makeArticle(context);
  const claim = await makeClaim(context, article, "lost 1.9 million crowns");
  const { sourceId } = await watchedEvidence(context, { claimId: claim.id, address: site.address, passage: says });

  await signIn("checker");
  const told = page.getByRole("banner").getByRole("link", { name: /^Notices/ });
  await expect(told).toHaveText("Notices");
  await page.goto(`/sources/${sourceId}/watching`);
  await expect(page.getByText("Alive", { exact: true })).toBeVisible();
  await check();

  site.words = after;
  await page.getByRole("button", { name: "Look now" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("The passage changed", { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(told).toHaveText("Notices 1 unread");
  await shot("watching-changed");

  await told.click();
  const notice = page.getByRole("listitem").filter({ hasText: "The passage changed" });
  await expect(notice.getByText("New")).toBeVisible();
  await check();
  await shot("notices");
  await notice.getByRole("button", { name: "Mark as read" }).click();
  await expect(told).toHaveText("Notices");

  await notice.getByRole("link", { name: /^Claim 1/ }).click();
  const panel = page.getByRole("complementary", { name: "Claim 1" });
  await expect(panel.getByText(/1 813 406/)).toBeVisible();
  await check();
  site.close();
});
