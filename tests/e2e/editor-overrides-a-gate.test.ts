import { expect } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { addEvidence, good, makeArticle, makeClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("a gate refuses a verdict, and an editor who did not work on it overrides it with a reason", async ({
  page,
  browser,
  desk,
  signIn,
  check,
  shot,
}) => {
  test.slow();
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  const claim = await makeClaim(checker, article, "lost 1.9 million crowns");
  await addEvidence(checker, claim.id);
  const address = `/articles/${article.id}/claims/${claim.id}`;
  const why = "The county's own register is the only one there is.";

  await signIn("admin");
  await page.getByRole("button", { name: "Menu of admin" }).click();
  await page.getByRole("link", { name: "Gates" }).click();
  await expect(page.getByRole("heading", { name: "Gates", level: 1 })).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Two independent sources" }).click();
  await expect(page.getByRole("combobox", { name: "Independent origins, to propose" })).toHaveValue("require");
  await page.getByRole("combobox", { name: "Sources kept, to approve" }).selectOption("Off");
  await page.getByRole("button", { name: "Save the gates" }).click();
  await expect(page.getByText("The gates are saved.").first()).toBeVisible();
  await shot("gates");

  const checkers = await (await browser.newContext()).newPage();
  await signIn("checker", checkers);
  await checkers.goto(address);
  const panel = checkers.getByRole("complementary", { name: "Claim 1" });
  await panel.getByRole("radio", { name: "True", exact: true }).check();
  await panel.getByRole("textbox", { name: "Rationale" }).fill("The accounts bear it out.");
  await panel.getByRole("button", { name: "Propose verdict" }).click();
  const cross = panel.getByText("In the way: Two independent origins");
  await expect(cross).toBeFocused();
  await expect(panel.getByText("One origin of two.", { exact: true })).toBeVisible();
  await expect(panel.getByText(/An editor who did not work on this claim may override it/)).toBeVisible();
  await expect(panel.getByRole("button", { name: /Override/ })).toHaveCount(0);

  const editors = await (await browser.newContext()).newPage();
  await signIn("editor", editors);
  await editors.goto(address);
  const desktop = editors.getByRole("complementary", { name: "Claim 1" });
  await desktop.getByRole("button", { name: /Override with a reason.*Two independent origins/ }).click();
  await desktop.getByRole("button", { name: "Override this gate" }).click();
  await expect(desktop.getByText("Say why: the reason is printed in the report.")).toBeVisible();
  await desktop.getByRole("textbox", { name: "Why it may be passed" }).fill(why);
  await desktop.getByRole("button", { name: "Override this gate" }).click();
  await expect(desktop.getByText("Overridden by editor")).toContainText(why);
  await expect(desktop.getByText("Warns: Two independent origins")).toBeVisible();

  await expect(panel.getByText("Overridden by editor")).toContainText(why);
  await expect(panel.getByRole("textbox", { name: "Rationale" })).toHaveValue("The accounts bear it out.");
  await panel.getByRole("button", { name: "Propose verdict" }).click();
  await expect(panel.getByText("Proposed", { exact: true }).first()).toBeVisible();

  await editors.goto(`/review/${claim.id}`);
  await editors.getByRole("radio", { name: "Approve" }).check();
  await editors.getByRole("button", { name: "Approve revision 1" }).click();
  await expect(editors.getByText("In the way: Two independent origins")).toBeFocused();
  await editors.getByRole("button", { name: /Override with a reason.*Two independent origins/ }).click();
  await editors.getByRole("textbox", { name: "Why it may be passed" }).fill("It still is.");
  await editors.getByRole("button", { name: "Override this gate" }).click();
  await expect(editors.getByText("Overridden by editor")).toBeVisible();
  await editors.getByRole("button", { name: "Approve revision 1" }).click();
  await expect.poll(async () => good(await claimPage(checker, claim.id)).state).toBe("approved");

  const report = await page.request.get(`/api/v1/articles/${article.id}/report?format=markdown`);
  expect(await report.text()).toContain("Gate overridden before it was proposed: Independent origins. By editor");
  await page.goto(address);
  await page.getByText("History").first().click();
  await expect(page.getByText(`overrode “Two independent origins”: ${why}`)).toBeVisible();
  await check();
});
