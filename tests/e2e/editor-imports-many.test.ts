import { expect } from "@playwright/test";
import { test } from "#tests/support/journey.ts";

const text = (name: string, title: string) => ({
  name,
  mimeType: "text/markdown",
  buffer: Buffer.from(
    `---\ntitle: ${title}\nlanguage: en\n---\n\nThe board of ${title} met on Monday. It took eleven years.\n`,
  ),
});

test("several files become a list, and all that can be read are frozen at once", async ({ page, signIn, check }) => {
  await signIn("editor");
  await page.goto("/articles/import");
  await page.getByRole("radio", { name: /file/i }).check();
  const pdf = { name: "cut.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 and no more") };
  await page.locator('input[type="file"]').setInputFiles([text("a.md", "Aland"), text("b.md", "Bornholm"), pdf]);
  await expect(page.getByRole("heading", { name: "Import many at once" })).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Imports" }).getByText("All 3 are done; 1 could not be read."),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Aland" })).toBeVisible();
  const broken = page.getByRole("listitem").filter({ hasText: "cut.pdf" });
  await expect(broken.getByRole("button", { name: "Try again" })).toBeVisible();
  await check();

  await page.reload();
  await expect(
    page.getByRole("region", { name: "Imports" }).getByText("All 3 are done; 1 could not be read."),
  ).toBeVisible();
  await broken.getByRole("button", { name: "Try again" }).click();
  await expect(broken.getByText("Choose the file again.")).toBeVisible();
  await broken.getByRole("button", { name: "Take off the list" }).click();
  await page.getByRole("button", { name: "Freeze the 2 without warnings" }).click();
  await expect(page.getByText(/Frozen as version 1, \d+ words/)).toHaveCount(2);
  await page.getByRole("link", { name: "Bornholm" }).click();
  await expect(page.getByText("Nothing is marked yet.")).toBeVisible();
});

test("addresses are read one a line, each refused with its own sentence", async ({ page, signIn, check }) => {
  await signIn("checker");
  await page.goto("/articles/import/many");
  const field = page.getByRole("textbox", { name: "Addresses, one a line" });
  await field.fill("not an address at all");
  await page.getByRole("button", { name: "Read these" }).click();
  await expect(page.getByText("This is not an address: not an address at all.")).toBeVisible();
  await field.fill("http://127.0.0.1/a\nhttp://[::1]/b\nhttp://10.0.0.1:8080/c\n\nhttp://127.0.0.1/a");
  await page.getByRole("button", { name: "Read these" }).click();
  await expect(
    page.getByRole("region", { name: "Imports" }).getByText("All 3 are done; 3 could not be read."),
  ).toBeVisible();
  await expect(page.getByText(/Only public web addresses can be fetched/)).toHaveCount(2);
  await expect(page.getByText(/Only the usual web ports/)).toHaveCount(1);
  await expect(field).toHaveValue("");
  await check();
  await page.getByRole("button", { name: "Clear the list" }).click();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
});

const walled = `<!doctype html><html lang="en"><head><title>The Walled Story</title></head><body><nav>Home</nav><article>
<h1>The Walled Story</h1><p>Only those who paid could read that the wall cost 14 million crowns and stands in the sea.</p>
<p>The county had asked for it in 2019, and the flood of 2023 took the bridge and the mill before it was built.</p>
<img src="x" onerror="window.ran = true"></article></body></html>`;

test("the bookmarklet sends a page as the browser has it, and nothing is sent on before it is agreed to", async ({
  page,
  context,
  signIn,
  check,
}) => {
  await signIn("editor");
  await page.goto("/articles/import/page");
  await check();
  const address = await page.getByRole("link", { name: "Send to Stet" }).getAttribute("href");
  expect(address).toMatch(/^javascript:/);
  const script = decodeURIComponent((address ?? "").slice("javascript:".length));

  await context.route("https://paper.example/**", (route) => route.fulfill({ contentType: "text/html", body: walled }));
  const paper = await context.newPage();
  await paper.goto("https://paper.example/story");
  const staged: string[] = [];
  context.on("request", (request) => {
    if (request.url().endsWith("/api/v1/imports")) staged.push(request.method());
  });
  const opened = context.waitForEvent("page");
  await paper.evaluate(script);
  const desk = await opened;
  await expect(desk.getByText("https://paper.example", { exact: true })).toBeVisible();
  await expect(desk.getByText("https://paper.example/story")).toBeVisible();
  await expect(desk.getByText("The Walled Story")).toBeVisible();
  expect(staged).toEqual([]);
  expect(await desk.evaluate(() => "ran" in window)).toBe(false);
  // A second message changes nothing, and one from another window was never taken.
  const later = {
    kind: "stet:page",
    html: "<p>Other words.</p>",
    address: "https://paper.example/other",
    title: "Other",
  };
  await desk.evaluate((message) => window.postMessage(message, "*"), later);
  await expect(desk.getByText("The Walled Story")).toBeVisible();
  await desk.getByRole("button", { name: "Bring it in" }).click();
  await expect(desk.getByRole("textbox", { name: "Title" })).toHaveValue("The Walled Story");
  await expect(desk.getByText("14 million crowns").first()).toBeVisible();
  expect(staged).toEqual(["POST"]);
  expect(await desk.evaluate(() => [window.opener, "ran" in window])).toEqual([null, false]);
});

test("a page that names another site's address is refused", async ({ page, context, signIn }) => {
  await signIn("editor");
  const desk = new URL(page.url()).origin;
  await context.route("https://liar.example/**", (route) => route.fulfill({ contentType: "text/html", body: walled }));
  const liar = await context.newPage();
  await liar.goto("https://liar.example/");
  const opened = context.waitForEvent("page");
  await liar.evaluate((origin) => {
    const other = window.open(`${origin}/articles/import/page?receive`, "_blank");
    const html = document.documentElement.outerHTML;
    const lie = { kind: "stet:page", html, address: "https://paper.example/story", title: "Not mine" };
    addEventListener("message", (event) => event.source === other && other?.postMessage(lie, origin));
  }, desk);
  const shown = await opened;
  await expect(shown.getByRole("alert").first()).toContainText("from another address than the one that sent it");
  await expect(shown.getByRole("button", { name: "Bring it in" })).toHaveCount(0);
});

test("what is no feed is a sentence, and the page of feeds says what can be done", async ({ page, signIn, check }) => {
  await signIn("checker");
  await page.goto("/articles/import/feed");
  await check();
  await page.getByRole("textbox", { name: /Address of a feed/ }).fill("http://127.0.0.1/feed");
  await page.getByRole("button", { name: "Look" }).click();
  await expect(page.getByText(/Only public web addresses can be fetched/)).toBeVisible();
  await check();
});
