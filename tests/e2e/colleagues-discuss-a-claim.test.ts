import { expect } from "@playwright/test";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { good, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("colleagues discuss a passage, name each other, resolve it with a reason and open it again", async ({
  page,
  browser,
  desk,
  signIn,
  check,
  shot,
}) => {
  test.slow();
  const { article, claimId, evidenceId } = await proposedClaim(desk);
  await signIn("editor");
  await page.goto(`/review/${claimId}`);
  const discussion = page.getByRole("region", { name: "Discussion" });
  await expect(discussion.getByText("Nobody has asked anything yet.")).toBeVisible();

  await page.getByRole("button", { name: "Discuss passage of evidence 1" }).click();
  const words = page.getByRole("textbox", { name: "Your message" });
  await expect(words).toBeFocused();
  await words.pressSequentially("Is this the loss before the grant, @sec");
  await expect(page.getByRole("option", { name: "second-checker" })).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(2);
  await check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press("Backspace");
  await page.keyboard.type("@che");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.keyboard.type("? See https://harbour.example/accounts(2025).");
  await expect(words).toHaveValue(
    "Is this the loss before the grant, @checker ? See https://harbour.example/accounts(2025).",
  );

  await expect(page.getByText(/Draft kept on the server/)).toBeVisible();
  await page.reload();
  await expect(words).toHaveValue(/@checker \? See/);
  await discussion.getByRole("button", { name: "Begin discussion" }).click();
  const thread = page.getByRole("article", { name: "Passage of evidence 1" });
  await expect(thread).toBeFocused();
  await expect(thread.getByText("@checker")).toBeVisible();
  const link = thread.getByRole("link", { name: /harbour\.example/ });
  await expect(link).toHaveAttribute("href", "https://harbour.example/accounts(2025)");
  await expect(link).toHaveAttribute("rel", /noopener/);

  await page.keyboard.press("t");
  await expect(page.locator(`#evidence-${evidenceId} blockquote`)).toBeFocused();
  await page.keyboard.press("t");
  await expect(thread).toBeFocused();
  await check();
  await shot("discussion");

  const checkers = await (await browser.newContext()).newPage();
  await signIn("checker", checkers);
  await checkers.goto("/notices");
  await expect(checkers.getByText("A colleague mentioned you in a discussion of this claim.")).toBeVisible();
  await checkers.goto(`/articles/${article.id}/claims/${claimId}`);
  const panel = checkers.getByRole("complementary", { name: "Claim 1" });
  await expect(panel.getByRole("region", { name: "Discussion" }).getByText("1 open")).toBeVisible();
  await panel.getByRole("button", { name: /Discuss passage of evidence 1/ }).click();
  const theirs = panel.getByRole("article", { name: "Passage of evidence 1" });
  await expect(theirs).toBeFocused();
  await theirs.getByRole("button", { name: /^Reply/ }).click();
  await theirs.getByRole("textbox", { name: "Your reply" }).fill("Before it.\n\nPage 4 says so.");
  await theirs.getByRole("button", { name: "Send reply" }).click();
  await expect(theirs.getByText("Page 4 says so.")).toBeVisible();
  await theirs.getByRole("button", { name: "Take away the message of checker" }).click();
  await expect(theirs.getByText("This message was taken away.")).toBeVisible();
  await theirs.getByRole("button", { name: "Bring back the message of checker" }).click();
  await expect(theirs.getByText("Page 4 says so.")).toBeVisible();
  await theirs.getByRole("button", { name: /^Resolve/ }).click();
  await theirs.getByRole("button", { name: "Resolve discussion" }).click();
  await expect(theirs.getByText("Say what came of it.")).toBeVisible();
  await theirs.getByRole("textbox", { name: "What came of it" }).fill("Before the grant: page 4.");
  await theirs.getByRole("button", { name: "Resolve discussion" }).click();
  await panel.getByText("1 resolved").click();
  await expect(theirs.getByText("Before the grant: page 4.")).toBeVisible();
  expect(good(await claimPage(desk.as("viewer"), claimId)).threads[0]?.resolved?.by.name).toBe("checker");

  await page.reload();
  await discussion.getByText("1 resolved").click();
  await thread.getByRole("button", { name: /^Reopen/ }).click();
  await expect(discussion.getByText("1 open")).toBeVisible();
  await expect(thread.getByRole("button", { name: /^Reply/ })).toBeVisible();
  await check();

  const viewers = await (await browser.newContext()).newPage();
  await signIn("viewer", viewers);
  await viewers.goto(`/review/${claimId}`);
  await expect(viewers.getByText("Page 4 says so.")).toBeVisible();
  await expect(viewers.getByRole("button", { name: /^(Reply|Resolve|Discuss evidence)/ })).toHaveCount(0);
});
