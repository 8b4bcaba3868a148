import { expect, type Page } from "@playwright/test";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { loss, sunk, text, twice } from "#tests/support/annotations.ts";
import { good, makeArticle } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";
import { workbookOf } from "#tests/support/sheets.ts";

async function choose(page: Page, bytes: Uint8Array, name: string): Promise<void> {
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await page.getByLabel("File").setInputFiles(file);
  await page.getByRole("button", { name: "Read it" }).click();
}

const rows = [
  ["Quote", "Fact", "Source", "Link", "Rating", "Whatever"],
  [loss, "The loss was 1.9 million.", "Accounts 2025", "https://court.example/accounts", "True", "x"],
  [twice, "Nine crowns.", "", "", "", ""],
  [sunk, "It sank.", "", "", "", ""],
  ["Dogs travel free of charge", "Dogs are free.", "", "", "", ""],
];

test("a checker brings in a fact-check sheet: columns, places, claims", async ({ page, desk, signIn, check, shot }) => {
  const checker = desk.as("checker");
  const article = await makeArticle(checker, text);
  await signIn("checker");
  await page.goto(`/articles/${article.id}/annotations`);
  await page.getByRole("link", { name: "Bring in a fact-check sheet" }).click();
  await expect(page.getByRole("heading", { name: "Bring in a fact-check sheet" })).toBeVisible();
  await choose(page, Uint8Array.from([0x50, 0x4b, 3, 4, 5, 6]), "broken.xlsx");
  await expect(page.getByText("This sheet is damaged or cut off.")).toBeVisible();
  await check();
  await shot("sheet-refused");

  await choose(page, workbookOf(rows), "facts.xlsx");
  await expect(page.getByRole("heading", { name: "What the columns hold" })).toBeVisible();
  await expect(page.getByLabel("Column 1, Quote")).toHaveValue("quote");
  await expect(page.getByLabel("Column 2, Fact")).toHaveValue("statement");
  await expect(page.getByLabel("Column 4, Link")).toHaveValue("address");
  await expect(page.getByLabel("Column 6, Whatever")).toHaveValue("out");
  await expect(page.getByLabel("The first row names the columns")).toBeChecked();
  await check();
  await shot("sheet-columns");
  await page.getByLabel("Column 1, Quote").selectOption("Leave out");
  await page.getByLabel("Column 2, Fact").selectOption("Leave out");
  await page.getByRole("button", { name: "Look for the rows" }).click();
  await expect(page.getByText("Say which column has the quote or the statement.")).toBeVisible();
  await page.getByLabel("Column 1, Quote").selectOption("Quote in the article");
  await page.getByLabel("Column 2, Fact").selectOption("Statement");
  await page.getByLabel("Column 6, Whatever").selectOption("Note");
  await page.getByRole("button", { name: "Look for the rows" }).click();

  await expect(page.getByRole("heading", { name: "Before they come in" })).toBeVisible();
  await expect(page.getByRole("row", { name: twice })).toContainText("2 places may fit");
  await expect(page.getByRole("textbox", { name: "1 has no place in the text" })).toHaveValue(`Row 4\t${sunk}`);
  await expect(page.getByRole("button", { name: "Bring in 3 claims" })).toBeInViewport();
  await page.getByLabel("Row 5").uncheck();
  await page.getByLabel("Row 3").uncheck();
  await expect(page.getByText("Nothing is on the desk yet.")).toBeVisible();
  await page.getByLabel("Row 3").check();
  await expect(page.getByText("What needs placing is asked of you next.")).toBeVisible();
  await check();
  await shot("sheet-preview");
  expect(good(await articlePage(checker, article.id)).claims).toHaveLength(0);
  const preview = page.url();
  await page.getByRole("button", { name: "Bring in 2 claims" }).click();
  await expect(page.getByRole("heading", { name: "Needs placing" })).toBeVisible();

  const { claims, toPlace } = good(await articlePage(checker, article.id));
  expect(claims.length + toPlace).toBeGreaterThanOrEqual(2);
  const first = good(await claimPage(checker, claims.find((claim) => !claim.needsPlacing)?.id ?? ""));
  expect(first.fields.statement).toBe("The loss was 1.9 million.");
  expect(first.evidence[0]).toMatchObject({ stance: "context", source: { address: "https://court.example/accounts" } });
  expect(first.evidence[0]?.note).toBe("x\nRating: True\n\nBrought in, not checked yet.");

  await page.goto(preview);
  await expect(page.getByText("2 claims came in from this file.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "1 has no place in the text" })).toHaveValue(/Row 4/);
  await check();
});
