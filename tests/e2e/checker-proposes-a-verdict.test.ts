import { expect } from "@playwright/test";
import { dragOver, test } from "#tests/support/journey.ts";

const article = `The Bridge That Was Paid For Twice

The county opened the Orrin bridge on 4 May 2024, two years late. It cost 41 million crowns, the minister told parliament, and “not a crown more than planned.”

The plan of 2019 named a sum of 29 million crowns. Nobody at the ministry could say last week where that plan is kept.`;

test("a checker imports an article, marks a claim, links evidence and proposes a verdict", async ({
  page,
  signIn,
  check,
  shot,
}) => {
  await signIn("checker");
  await expect(page.getByText("No articles yet.")).toBeVisible();
  await check();
  await page.getByRole("link", { name: "Import an article" }).first().click();
  await check();

  await page.getByRole("textbox", { name: "Text" }).fill(article);
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByRole("heading", { name: "Before it is frozen" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("The Bridge That Was Paid For Twice");
  await page.getByRole("textbox", { name: "Byline" }).fill("Ada Lenk");
  await page.getByRole("textbox", { name: "Published" }).fill("12 Juni 2026");
  await page.getByRole("button", { name: "Freeze as version 1" }).click();
  await expect(page.getByText("Write the date as 2026-06-12.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Byline" })).toHaveValue("Ada Lenk");
  await check();
  await shot("import-preview");
  await page.getByRole("textbox", { name: "Published" }).fill("2026-06-12");
  await page.getByRole("button", { name: "Freeze as version 1" }).click();
  await expect(page.getByText("Nothing is marked yet.")).toBeVisible();

  await dragOver(page, "It cost 41 million crowns");
  await page.getByRole("button", { name: "Mark claim" }).click();
  const panel = page.getByRole("complementary", { name: "Claim 1" });
  await expect(panel).toContainText("It cost 41 million crowns");
  await panel.getByRole("textbox", { name: "Statement" }).fill("The Orrin bridge cost 41 million crowns.");
  await panel.getByRole("textbox", { name: "Claimant" }).fill("The minister of works");
  await panel.getByRole("textbox", { name: "Said on" }).fill("2024-05");
  await panel.getByRole("textbox", { name: "Said in" }).fill("in parliament");
  await panel.getByRole("button", { name: "Save claim" }).click();
  await expect(panel.getByText("The minister of works")).toBeVisible();

  await panel.getByRole("button", { name: "Link evidence" }).click();
  await panel.getByRole("combobox", { name: "Source", exact: true }).fill("Final account of the Orrin bridge");
  await panel.getByRole("textbox", { name: "Publication" }).fill("County of Orrin");
  await panel.getByRole("textbox", { name: "Passage" }).fill("Total: 44 210 300 crowns");
  await panel.getByRole("radio", { name: "Refutes" }).check();
  await panel.getByRole("radio", { name: "Primary" }).check();
  await check();
  await panel.getByRole("button", { name: "Link evidence" }).last().click();
  await expect(panel.getByText("Total: 44 210 300 crowns")).toBeVisible();
  await expect(panel.getByText("1 piece", { exact: true })).toBeVisible();

  await panel.getByRole("button", { name: "Propose verdict" }).click();
  await expect(panel.getByRole("radio", { name: "True", exact: true })).toBeFocused();
  await panel.getByRole("radio", { name: "Mostly false" }).check();
  await panel
    .getByRole("textbox", { name: "Rationale" })
    .fill("The final account says 44.2 million, and the plan said 29.");
  await panel.getByRole("button", { name: "Propose verdict" }).click();
  await expect(panel.getByText("Proposed", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Claim 1, proposed" })).toBeVisible();
  await check();
  await shot("proposed");
});
