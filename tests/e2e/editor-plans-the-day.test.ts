import { expect } from "@playwright/test";
import { makeArticle, makeClaim, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("an editor plans the day: narrows the queue, assigns many at once, undoes it, keeps the filter, reads the board", async ({
  page,
  desk,
  signIn,
  check,
  shot,
}) => {
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  for (const quote of ["two boats", "212 passengers", "the auditors wrote"]) await makeClaim(checker, article, quote);
  await proposedClaim(desk, article);
  await signIn("editor");
  await page.goto("/queue?view=unassigned");
  const rows = page.locator(".q tbody tr:not(.grp)");
  await expect(rows).toHaveCount(3);
  await check();

  await page.getByText("Filter and order").click();
  await page.getByRole("searchbox", { name: "Words of the statement" }).fill("PASSENGERS");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/view=unassigned&words=PASSENGERS/);
  await expect(rows).toHaveCount(1);
  await page.getByRole("textbox", { name: "Keep it as" }).fill("Passengers");
  await page.getByRole("checkbox", { name: "For the whole desk" }).check();
  await page.getByRole("button", { name: "Keep filter" }).click();
  const views = page.getByRole("navigation", { name: "Views" });
  await expect(views.getByRole("link", { name: "Passengers" })).toHaveAttribute("aria-current", "page");
  await check();
  await shot("queue-filtered");

  await views.getByRole("link", { name: /^Unassigned/ }).click();
  await expect(rows).toHaveCount(3);
  const boxes = page.getByRole("checkbox", { name: /^Choose claim/ });
  await boxes.first().click();
  await boxes.last().click({ modifiers: ["Shift"] });
  await expect(page.getByText("3 claims chosen")).toBeVisible();
  await page.locator(".q .s").first().focus();
  await page.keyboard.press("x");
  await expect(page.getByText("2 claims chosen")).toBeVisible();
  await page.getByRole("button", { name: "Person, date, priority" }).click();
  const dialog = page.getByRole("dialog", { name: "Change 2 claims" });
  await dialog.getByRole("combobox", { name: "Person" }).selectOption({ label: "second-checker" });
  await dialog.getByRole("combobox", { name: "Priority" }).selectOption("high");
  await check();
  await dialog.getByRole("button", { name: "Change 2 claims" }).click();
  await expect(rows).toHaveCount(1);
  const assigned = () =>
    desk.db.claim.count({ where: { deskId: desk.deskId, assigneeId: desk.as("second-checker").actor.memberId } });
  expect(await assigned()).toBe(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(3);
  expect(await assigned()).toBe(0);

  await page.getByRole("checkbox", { name: "Choose all 3 shown" }).check();
  await page.getByRole("button", { name: "Assign to me" }).click();
  await expect(page.getByText("Every claim has somebody.")).toBeVisible();
  await page.getByRole("navigation", { name: "Show as" }).getByRole("link", { name: "People" }).click();
  await expect(page.getByRole("row", { name: /editor 3/ }).first()).toBeVisible();
  await check();
  await shot("queue-people");
  await page.goto("/queue?view=everything&as=board");
  await expect(page.getByRole("region", { name: "In progress 3" }).getByRole("listitem")).toHaveCount(3);
  await expect(page.getByRole("region", { name: "Proposed 1" }).getByRole("listitem")).toHaveCount(1);
  await check();
  await shot("queue-board");

  await page.goto("/queue?view=mine");
  await page.getByRole("checkbox", { name: "Choose all 3 shown" }).check();
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
  const ending = page.getByRole("dialog", { name: "Withdraw 3 claims" });
  await ending.getByRole("textbox", { name: "Why they are withdrawn" }).fill("The piece was cut");
  await ending.getByRole("button", { name: "Withdraw 3 claims" }).click();
  await expect(page.getByText("Nothing is on your desk.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(3);

  await page.goto("/queue?as=people");
  await page.getByRole("button", { name: "Hand over the work of editor", exact: true }).click();
  const handing = page.getByRole("dialog", { name: "Hand over the work of editor" });
  await handing.getByRole("combobox", { name: "Their 3 open claims go to" }).selectOption({ label: "second-checker" });
  await check();
  await handing.getByRole("button", { name: "Hand over" }).click();
  const toast = page.getByRole("region", { name: "Notice" });
  await expect(toast.getByText("3 claims of editor go to second-checker.")).toBeVisible();
  expect(await assigned()).toBe(3);
});

test("an administrator removes a colleague, whose open work goes to another in the same step", async ({
  page,
  desk,
  signIn,
  check,
}) => {
  const checker = desk.as("checker");
  const { claimId } = await proposedClaim(desk);
  const { memberId } = checker.actor;
  await desk.db.claim.updateMany({ where: { deskId: desk.deskId, id: claimId }, data: { assigneeId: memberId } });
  await signIn("admin");
  await page.goto("/settings/colleagues");
  await page.getByRole("button", { name: "Remove checker", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Remove checker?" });
  await dialog.getByRole("combobox", { name: "Their open claim goes to" }).selectOption({ label: "second-checker" });
  await check();
  await dialog.getByRole("button", { name: "Remove from the desk" }).click();
  await expect(page.getByText(/, left/)).toBeVisible();
  const claim = await desk.db.claim.findFirstOrThrow({ where: { deskId: desk.deskId, id: claimId } });
  expect(claim.assigneeId).toBe(desk.as("second-checker").actor.memberId);
});
