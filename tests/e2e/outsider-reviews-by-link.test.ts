import { expect } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { good, propose, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("everybody has worked on it, so an editor asks somebody from outside, who approves by link", async ({
  page,
  browser,
  desk,
  signIn,
  check,
}) => {
  const { claimId } = await proposedClaim(desk);
  for (const name of ["editor", "second-editor", "admin"]) await propose(desk.as(name), claimId);
  await signIn("editor");
  await page.goto(`/review/${claimId}`);
  const section = page.getByRole("region", { name: "People from outside" });
  await expect(section.getByText(/Everybody who could review this verdict has worked on it/)).toBeVisible();
  await section.getByRole("button", { name: "Ask somebody from outside" }).click();
  await section.getByRole("textbox", { name: "Name" }).fill("Dr. Oluwaseun Marsh");
  await section.getByRole("textbox", { name: "Mail address" }).fill("marsh@wray.example");
  await expect(section.getByRole("radio", { name: "To review the verdict" })).toBeChecked();
  await section.getByRole("button", { name: "Make the link" }).click();
  const made = section.getByRole("textbox", { name: "Link from outside" });
  await expect(made).toBeFocused();
  const link = await made.inputValue();
  await check();

  const elsewhere = await browser.newContext();
  const guest = await elsewhere.newPage();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "The article says: lost 1.9 million crowns" })).toBeVisible();
  await expect(guest.getByText(/asks you to review its verdict on one claim/)).toBeVisible();
  await expect(guest.locator("meta[name=referrer]")).toHaveAttribute("content", "no-referrer");
  await guest.getByRole("radio", { name: "Return" }).check();
  await guest.getByRole("button", { name: "Return revision 4" }).click();
  await expect(guest.getByText("Say what has to change before it can stand.")).toBeVisible();
  await guest.getByRole("radio", { name: "Approve" }).check();
  await guest.getByRole("button", { name: "Approve revision 4" }).click();
  await expect(guest.getByText("You approved revision 4. Thank you.")).toBeFocused();
  expect(good(await claimPage(desk.as("viewer"), claimId)).state).toBe("approved");
  await guest.goto("/articles");
  await expect(guest).toHaveURL(/\/sign-in$/);

  await page.reload();
  await expect(section.getByText("Dr. Oluwaseun Marsh").first()).toBeVisible();
  await section.getByRole("button", { name: /^Revoke/ }).click();
  await expect(section.getByText("The link is revoked.")).toBeVisible();
  const answer = await guest.goto(link);
  expect(answer?.status()).toBe(404);
  await expect(guest.getByText("This link does nothing any more.")).toBeVisible();
  await elsewhere.close();
});

test("an expert says by link what they know, also while signed in elsewhere, and the desk reads it", async ({
  page,
  desk,
  signIn,
  check,
}) => {
  const { claimId, article } = await proposedClaim(desk);
  await signIn("editor");
  await page.goto(`/articles/${article.id}/claims/${claimId}`);
  const section = page.getByRole("region", { name: "People from outside" });
  await section.locator("summary").click();
  await section.getByRole("button", { name: "Ask somebody from outside" }).click();
  await section.getByRole("textbox", { name: "Name" }).fill("Femi Adair");
  await section.getByRole("textbox", { name: "Mail address" }).fill("adair@wray.example");
  await section.getByRole("button", { name: "Make the link" }).click();
  const link = await section.getByRole("textbox", { name: "Link from outside" }).inputValue();
  await page.goto(link);
  await expect(page.getByText("The accounts bear it out.")).toHaveCount(0);
  await page.getByRole("textbox", { name: "Your answer" }).fill("The figure is for July only.");
  await page.getByRole("button", { name: "Send to the desk" }).click();
  await expect(page.getByRole("listitem").getByText("The figure is for July only.")).toBeVisible();
  await expect(page.getByRole("complementary").getByText(/The desk has your answer/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "What you know about this" })).toBeFocused();
  await check();
  const { threads } = good(await claimPage(desk.as("checker"), claimId));
  expect(threads[0]?.messages[0]).toMatchObject({
    text: "The figure is for July only.",
    author: { name: "Femi Adair" },
  });
});
