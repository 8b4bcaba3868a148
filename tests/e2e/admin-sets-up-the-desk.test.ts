import { expect } from "@playwright/test";
import { issueSetupLink } from "#lib/server/use-cases/issue-link.ts";
import { test } from "#tests/support/journey.ts";

const password = "four plain words are fine";

test("an administrator sets up a desk, invites a colleague, and changes the rules of review", async ({
  page,
  browser,
  desk,
  check,
  shot,
}) => {
  const { token } = await issueSetupLink({ db: desk.db, now: new Date() });
  const stamp = Date.now();
  await page.goto(`/link/${token}`);
  await check();
  await page.getByRole("textbox", { name: "Name of the desk" }).fill("The Night Desk");
  await page.getByRole("textbox", { name: "Your name" }).fill("Runa Veld");
  await page.getByRole("textbox", { name: "Mail address" }).fill(`runa.${stamp}@example.org`);
  await page.getByRole("textbox", { name: "Password" }).fill("short");
  await page.getByRole("button", { name: "Set up the desk" }).click();
  await expect(page.getByText("Use at least 12 characters.").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Set up the desk" }).click();
  await expect(page.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible();
  await expect(page.getByRole("banner").getByText("The Night Desk").first()).toBeVisible();

  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "Colleagues", level: 1 })).toBeVisible();
  await check();
  await page.getByRole("textbox", { name: "Mail address" }).fill("bo");
  await page.getByRole("button", { name: "Make a link" }).click();
  await expect(page.getByRole("textbox", { name: "Mail address" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Mail address" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "Mail address" }).fill(`bo.${stamp}@example.org`);
  await page.getByRole("combobox", { name: "Role" }).last().selectOption("editor");
  await page.getByRole("button", { name: /Make a link|Invite/ }).click();
  const link = page.locator(".onelink input");
  await expect(link).toHaveValue(/\/link\//);
  await expect(link).toBeFocused();
  await shot("colleagues");
  const other = await browser.newContext();
  const colleague = await other.newPage();
  await colleague.goto(await link.inputValue());
  await colleague.getByRole("textbox", { name: "Your name" }).fill("Bo Ekdal");
  await colleague.getByRole("textbox", { name: "Password" }).fill(password);
  await colleague.getByRole("button", { name: "Join the desk" }).click();
  await expect(colleague.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible();
  await colleague.goto("/settings/account");
  await other.close();

  await page.reload();
  await expect(page.getByText("Bo Ekdal").first()).toBeVisible();
  await page.getByRole("spinbutton", { name: /Approvals/ }).fill("2");
  await page.getByRole("button", { name: "Save the desk" }).click();
  await expect(page.getByText(/Say how many vote/)).toBeVisible();
  await page.getByRole("spinbutton", { name: "Colleagues who vote" }).fill("3");
  await page.getByRole("button", { name: "Save the desk" }).click();
  await expect
    .poll(
      async () =>
        (await desk.db.desk.findFirstOrThrow({ where: { name: "The Night Desk" }, orderBy: { createdAt: "desc" } }))
          .approvalsNeeded,
    )
    .toBe(2);
});
