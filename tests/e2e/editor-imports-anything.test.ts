import { expect } from "@playwright/test";
import { test } from "#tests/support/journey.ts";

const page1 = `<!doctype html><html lang="en"><head><title>The Wall</title><meta property="og:site_name" content="The Lantern"></head>
<body><nav>Home News</nav><article><h1>The Wall</h1><p>The county <em>spent</em> 14 million crowns, <a href="https://a.example/x">it said</a>.</p>
<script>document.title = "run"</script><img src=x onerror="document.title='run'"><p onclick="document.title='run'">Nothing of it was <b>built</b> before the flood of 2023, which took the bridge and the mill.</p></article></body></html>`;

test("an uploaded page becomes text, and nothing of it runs", async ({ page, signIn, check }) => {
  await signIn("editor");
  await page.goto("/articles/import");
  await page.getByRole("radio", { name: /file/i }).check();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "wall.html", mimeType: "text/html", buffer: Buffer.from(page1) });
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("The Wall");
  await page.getByRole("button", { name: "Freeze as version 1" }).click();
  await expect(page.getByText("Nothing is marked yet.")).toBeVisible();
  await expect(page.locator(".galley em")).toHaveText("spent");
  await expect(page.locator(".galley script, .galley img, .galley [onclick]")).toHaveCount(0);
  expect(await page.title()).toBe("The Wall · Stet");
  await check();
});

test("what cannot be read is a sentence, and the form keeps what was typed", async ({ page, signIn, check }) => {
  await signIn("editor");
  await page.goto("/articles/import");
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText(/There is no text here/)).toBeVisible();
  await page.getByRole("radio", { name: /address/i }).check();
  await page.getByRole("textbox", { name: "Address" }).fill("http://127.0.0.1:9/secret");
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.locator(".field.bad")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Address" })).toHaveValue("http://127.0.0.1:9/secret");
  await check();
  await page.getByRole("radio", { name: /file/i }).check();
  const file = page.locator('input[type="file"]');
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText("Choose a file first.")).toBeVisible();
  await expect(file).toBeFocused();
  await file.setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from([0xc3, 0x28, 0xa0]) });
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText(/Save it as UTF-8/)).toBeVisible();
  await file.setInputFiles({ name: "big.txt", mimeType: "text/plain", buffer: Buffer.alloc(20 * 1024 * 1024, 97) });
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText(/a text may have 10 MB/).first()).toBeVisible();
});
