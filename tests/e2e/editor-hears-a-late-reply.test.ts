import { expect } from "@playwright/test";
import { makeArticle, makeClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

/** So many hours ago on the clock of the journey's browser, as a field for a day and a time takes it. */
function hoursAgo(hours: number): string {
  const moment = new Date(Date.now() - hours * 3_600_000);
  return moment.toLocaleString("sv-SE", { timeZone: "Europe/London" }).replace(" ", "T").slice(0, 16);
}

test("an editor hears of a reply that came after its deadline", async ({
  page,
  browser,
  desk,
  signIn,
  check,
  shot,
}) => {
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  const claim = await makeClaim(checker, article, "lost 1.9 million crowns");
  const address = `/articles/${article.id}/claims/${claim.id}`;
  const says = "The loss is before depreciation, as our accounts say.";

  await signIn("editor");
  await page.goto(address);
  const panel = page.getByRole("complementary", { name: "Claim 1" });
  const replies = panel.getByRole("region", { name: "Right of reply" });
  await expect(replies.getByText("Nobody was asked yet.")).toBeVisible();
  await replies.getByRole("button", { name: "Ask for a reply" }).click();
  await expect(replies.getByRole("textbox", { name: "Who was asked" })).toBeFocused();
  await replies.getByRole("textbox", { name: "Who was asked" }).fill("Harbour Board");
  await replies.getByRole("textbox", { name: "Reached at" }).fill("press@harbour.example");
  await replies.getByRole("textbox", { name: "What they were asked" }).fill("Which loss is it?");
  await replies.getByLabel("Sent").fill(hoursAgo(24));
  await replies.getByLabel("Answer by").fill(hoursAgo(30));
  await replies.getByRole("button", { name: "Put on record" }).click();
  await expect(replies.getByText("The deadline has to come after the request was sent.")).toBeVisible();
  await replies.getByLabel("Answer by").fill(hoursAgo(3));
  await replies.getByRole("button", { name: "Put on record" }).click();
  await expect(replies.getByText(/^No answer by \d/)).toBeVisible();
  await expect(replies.getByRole("button", { name: "Ask for a reply" })).toBeFocused();
  await check();
  await shot("no-answer");
  const report = `/api/v1/articles/${article.id}/report?format=markdown`;
  expect(await (await page.request.get(report)).text()).toMatch(/Harbour Board, asked .+: no answer by \d/);

  const colleagues = await (await browser.newContext()).newPage();
  await signIn("checker", colleagues);
  await colleagues.goto(address);
  const theirs = colleagues.getByRole("region", { name: "Right of reply" });
  await theirs.getByRole("button", { name: "Record the answer of Harbour Board" }).click();
  await theirs.getByRole("textbox", { name: "What they answered" }).fill(says);
  await theirs.getByRole("button", { name: "Save answer" }).click();
  await expect(theirs.getByText(/^Answered late, \d/)).toBeVisible();
  await expect(theirs.getByText(says)).toBeVisible();
  await theirs.getByRole("button", { name: "Attach a file" }).click();
  const letter = { name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear desk") };
  await theirs.getByLabel("File", { exact: true }).setInputFiles(letter);
  await theirs.getByRole("button", { name: "Attach", exact: true }).click();
  await expect(theirs.getByRole("link", { name: "letter.txt" })).toBeVisible();

  await page.goto("/notices");
  const notice = page.getByRole("listitem").filter({ hasText: "A reply of Harbour Board came after its deadline." });
  await expect(notice.getByText("New")).toBeVisible();
  await check();
  await notice.getByRole("link", { name: /^Claim 1/ }).click();
  await expect(replies.getByText(/^Answered late, \d/)).toBeVisible();
  await expect(replies.getByText(says)).toBeVisible();
  await check();
  await shot("answered-late");
  const after = await (await page.request.get(report)).text();
  expect(after).toMatch(/Harbour Board, asked .+: answered .+, after the deadline of \d/);
  expect(after).toContain(says);
  expect(after).not.toContain("press@harbour.example");
});
