import { expect, type Page } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { good, proposedClaim, type TestDesk } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";
import { decideBy } from "#tests/support/votes.ts";

const stateOf = async (desk: TestDesk, claimId: string) => good(await claimPage(desk.as("viewer"), claimId)).state;

async function decide(page: Page, claimId: string, [choice, send]: [string, string], why = ""): Promise<void> {
  await page.goto(`/review/${claimId}`);
  await page.getByRole("heading", { name: "Your decision" }).click();
  await page.getByRole("radio", { name: choice }).check();
  if (why !== "") await page.getByRole("textbox", { name: /^Comment/ }).fill(why);
  await page.getByRole("button", { name: send }).click();
}

test("three editors vote, two carry, and the report prints the third one's reason", async ({
  page,
  browser,
  desk,
  signIn,
  check,
  shot,
}) => {
  test.slow();
  await decideBy(desk, 2, 3);
  const { claimId, article } = await proposedClaim(desk);
  await signIn("editor");
  await decide(page, claimId, ["Vote against", "Vote against revision 1"], "The accounts were never audited.");
  await expect(page.getByText("You voted against revision 1.")).toBeVisible();
  expect(await stateOf(desk, claimId)).toBe("proposed");
  for (const who of ["second-editor", "admin"]) {
    const other = await (await browser.newContext()).newPage();
    await signIn(who, other);
    await decide(other, claimId, ["Vote for", "Vote for revision 1"]);
    await expect(other.getByText("You voted for revision 1.")).toBeVisible();
    await other.context().close();
  }
  await expect.poll(async () => await stateOf(desk, claimId)).toBe("approved");
  await page.goto(`/review/${claimId}`);
  await expect(page.getByText("Vote against, dissent")).toBeVisible();
  await check();
  await shot("carried");
  for (const format of ["html", "markdown", "json"]) {
    const report = await page.request.get(`/api/v1/articles/${article.id}/report?format=${format}`);
    expect(report.status(), format).toBe(200);
    const text = await report.text();
    expect(text, format).toContain("The accounts were never audited.");
    expect(text, format).toMatch(/dissent/i);
  }
});

test("a researcher's verdict needs both editors, and one of them sends it back", async ({
  page,
  browser,
  desk,
  signIn,
  check,
}) => {
  test.slow();
  await decideBy(desk, 2, 2);
  const [one, two] = [await proposedClaim(desk), await proposedClaim(desk, undefined, "two boats")];
  await signIn("editor");
  await decide(page, one.claimId, ["Approve", "Approve revision 1"]);
  await expect(page.getByText("You approved revision 1.")).toBeVisible();
  expect(await stateOf(desk, one.claimId)).toBe("proposed");
  await decide(page, two.claimId, ["Approve", "Approve revision 1"]);
  await expect(page.getByText("You approved revision 1.")).toBeVisible();
  await check();
  const other = await (await browser.newContext()).newPage();
  await signIn("second-editor", other);
  await decide(other, one.claimId, ["Approve", "Approve revision 1"]);
  await expect.poll(async () => await stateOf(desk, one.claimId)).toBe("approved");
  await decide(other, two.claimId, ["Return", "Return revision 1"], "Which two boats?");
  await expect.poll(async () => await stateOf(desk, two.claimId)).toBe("returned");
  await other.context().close();
});
