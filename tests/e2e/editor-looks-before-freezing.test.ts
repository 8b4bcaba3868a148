import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { test } from "#tests/support/journey.ts";

const said = [
  "The county spent 14 million crowns on the wall, the treasurer said on Monday, and the auditors wrote it down in a report that nobody asked for until the water came.",
  "Nothing of it was built before the flood of 2023, which took the bridge and the mill with it, and left the lower town without a road for the better part of a year.",
  "In the spring the council asked again where the money had gone, and was told that most of it had been spent on plans, on counsel, and on an engineer who had never seen the river.",
  "The engineer, reached by telephone, said that he had seen it twice, both times from the train, and that his drawings had been paid for in full before the first stone was ordered.",
  "Residents of the lower town have since raised a wall of their own, out of sandbags and old doors, along the four hundred metres that the county had marked as safe in every map.",
  "The county will vote on a new plan in June. It is to cost 22 million crowns, of which nine are for the bridge, and it names no date by which anything has to stand.",
];
const menu = ["Home", "News from the county", "Sound and coast", "Long reads", "Subscribe to the Lantern"];
const wall = `<!doctype html><html lang="en"><head><title>The Wall</title><meta property="og:site_name" content="The Lantern">
<meta property="article:modified_time" content="2026-06-13T08:00:00+02:00"><link rel="canonical" href="https://lantern.example/wall"></head>
<body><nav><ul>${menu.map((name) => `<li><a href="/x">${name}</a></li>`).join("")}</ul></nav>
<main><article><h1>The Wall</h1>${said.map((words) => `<p>${words}</p>`).join("")}</article></main></body></html>`;
const file = { name: "wall.html", mimeType: "text/html", buffer: Buffer.from(wall) };

test("an editor corrects what was taken by keyboard, freezes it, and has the original back", async ({
  page,
  signIn,
  check,
}) => {
  await signIn("editor");
  await page.goto("/articles/import");
  await page.getByRole("radio", { name: /file/i }).check();
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole("button", { name: "Read it" }).click();
  const title = page.getByRole("textbox", { name: "Title" });
  await expect(title).toHaveValue("The Wall");
  await title.fill("The Wall, corrected");
  await page.getByText("blocks left out").click();
  const switched = page.getByRole("button", { name: /: Subscribe to the Lantern$/ });
  await expect(switched).toHaveText(/^Put back/);
  await switched.focus();
  await page.keyboard.press("Enter");
  await expect(switched).toHaveText(/^Take out/);
  await expect(switched).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(switched).toHaveText(/^Put back/);
  await page.getByRole("button", { name: /^Take out: Residents/ }).click();
  await expect(page.getByRole("button", { name: /^Put back: Residents/ })).toBeVisible();
  await expect(title).toHaveValue("The Wall, corrected");
  await check();
  await page.getByRole("button", { name: "Freeze as version 1" }).click();
  await expect(page.getByRole("heading", { name: "The Wall, corrected" }).first()).toBeVisible();
  await expect(page.locator(".galley")).not.toContainText("Residents of the lower town");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Frozen as version 1" })).toBeVisible();
  await check();
  await page.getByRole("link", { name: "Open the article" }).click();
  await expect(page.locator(".galley")).toBeVisible();
  await page.goto(`${page.url()}/versions`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Original of version 1" }).click();
  const kept = await download;
  expect(kept.suggestedFilename()).toBe("wall.html");
  expect((await readFile(await kept.path())).equals(file.buffer)).toBe(true);
  const digest = createHash("sha256").update(file.buffer).digest("hex");
  await expect(page.getByText(`SHA-256 ${digest}`)).toBeVisible();
});

test("an article that is on the desk already is offered a next version", async ({ page, signIn, check }) => {
  await signIn("checker");
  for (const ending of ["", "<p>Correction: the bridge costs ten million crowns, and not nine as we wrote.</p>"]) {
    await page.goto("/articles/import");
    await page.getByRole("radio", { name: /file/i }).check();
    const buffer = Buffer.from(wall.replace("</article>", `${ending}</article>`));
    await page.locator('input[type="file"]').setInputFiles({ ...file, buffer });
    await page.getByRole("button", { name: "Read it" }).click();
    await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("The Wall");
    if (ending !== "") break;
    await page.getByRole("button", { name: "Freeze as version 1" }).click();
    await expect(page.getByText("Nothing is marked yet.")).toBeVisible();
  }
  await expect(page.getByText("This article is on the desk already:")).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Keep it as an article of its own" }).click();
  await page.getByRole("button", { name: "Choose again" }).click();
  await page.getByRole("button", { name: "Bring it in as version 2" }).click();
  await expect(page.getByRole("heading", { name: "Before version 2 is frozen" })).toBeVisible();
  await page.getByRole("button", { name: "Freeze as version 2" }).click();
  await expect(page.locator(".galley")).toContainText("the bridge costs ten million crowns");
});
