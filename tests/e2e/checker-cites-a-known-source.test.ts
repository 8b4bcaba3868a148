import { expect } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { createSource as words } from "#lib/schemas/source.ts";
import { createSource } from "#lib/server/use-cases/create-source.ts";
import { good, makeArticle, makeClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

const ledger = {
  kind: "document",
  title: "The ferry ledger",
  author: "Lenk, Ada",
  publication: "Harbour Board",
  publishedOn: "2025-03",
  address: "https://www.harbour.example/ledger",
  doi: "10.1000/ledger.7",
  isbn: "978-0-306-40615-7",
  interests: "The board runs the ferry itself.",
};

test("a checker cites a source that the desk knows, and an editor merges its double", async ({
  page,
  desk,
  signIn,
  check,
  shot,
}) => {
  test.slow();
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  const claim = await makeClaim(checker, article, "two boats");
  good(await createSource(checker, words.parse({ ...ledger, id: uuidv7() })));

  await signIn("checker");
  await page.goto(`/articles/${article.id}/claims/${claim.id}`);
  const panel = page.getByRole("complementary", { name: "Claim 1" });
  await panel.getByRole("button", { name: "Link evidence" }).click();
  const combobox = panel.getByRole("combobox", { name: "Source", exact: true });
  for (const typed of ["ledg", "http://harbour.example/led", "0-306-4061"]) {
    await combobox.fill(typed);
    await expect(panel.getByRole("option", { name: /The ferry ledger/ })).toContainText("Document");
  }
  await combobox.fill("https://doi.org/10.1000/LEDGER.7");
  await expect(panel.getByRole("option", { name: /The ferry ledger/ })).toHaveAttribute("aria-selected", "true");
  await check();
  await combobox.press("Enter");
  await expect(panel.getByRole("button", { name: "Choose another source" })).toBeFocused();
  await expect(panel.getByText("The board runs the ferry itself.")).toBeVisible();
  await panel.getByRole("textbox", { name: "Passage" }).fill("Two hulls, paid in March");
  await panel.getByRole("radio", { name: "Supports" }).check();
  await panel.getByRole("radio", { name: "Primary" }).check();
  await panel.getByRole("button", { name: "Link evidence" }).last().click();
  await expect(panel.getByText("Two hulls, paid in March")).toBeVisible();
  await expect(panel.getByText("The board runs the ferry itself.")).toBeVisible();

  await page.goto("/sources");
  await page.getByRole("searchbox", { name: "Find a source" }).fill("978-0-306");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("link", { name: "The ferry ledger" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The ferry ledger" })).toBeVisible();
  await expect(page.getByText("978-0-306-40615-7")).toBeVisible();
  await expect(page.getByRole("link", { name: /Claim 1/ })).toContainText("two boats");
  await expect(page.getByText(/^Lenk, A\. \(2025\)/)).toBeVisible();
  await page.getByRole("combobox", { name: "Style" }).selectOption("Vancouver");
  await expect(page.getByText(/^Lenk A\. The ferry ledger/)).toBeVisible();

  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "ISBN" }).fill("978-0-306-40615-8");
  await page.getByRole("button", { name: "Save the source" }).click();
  await expect(page.getByText(/This is no ISBN/)).toBeVisible();
  await page.getByRole("textbox", { name: "ISBN" }).fill("0306406152");
  await page.getByRole("button", { name: "Save the source" }).click();
  await expect(page.getByRole("button", { name: "Edit" })).toBeFocused();
  await check();
  await shot("source");

  await page.goto("/sources/new");
  await page.getByRole("textbox", { name: "Title" }).fill("The ferry ledger, again");
  await page.getByRole("textbox", { name: "DOI" }).fill("doi:10.1000/ledger.7");
  await page.getByRole("textbox", { name: "ISBN" }).focus();
  await expect(page.getByText("The desk has it as")).toBeVisible();
  await page.getByRole("button", { name: "Add the source" }).click();
  await expect(page.getByRole("heading", { name: "Maybe the same" })).toBeVisible();

  const double = page.url();
  await signIn("editor");
  await page.goto(double);
  await page.getByRole("button", { name: /Merge into this/ }).click();
  await expect(page.getByText("What will happen")).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Merge the sources" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The ferry ledger", exact: true })).toBeVisible();
  await page.goto(double);
  await expect(page.getByRole("heading", { level: 1, name: "The ferry ledger", exact: true })).toBeVisible();
  await page.getByRole("button", { name: /Part it again/ }).click();
  await expect(page.getByRole("heading", { name: "Merged into it" })).toBeHidden();
});
