import { expect } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { publicPath } from "#lib/domain/publication.ts";
import { editionsOfArticle } from "#lib/server/queries/editions-of-article.ts";
import { shareReport } from "#lib/server/use-cases/share-report.ts";
import { decide, good, propose } from "#tests/support/desk.ts";
import { openedReport } from "#tests/support/edition.ts";
import { approvedClaim } from "#tests/support/editions.ts";
import { test } from "#tests/support/journey.ts";
import { publishAsSignedIn } from "#tests/support/publishing.ts";

const what = "Claim 1 is false: the loss was of another year.";
const why = "We read the wrong column of the accounts.";

test("an editor publishes a correction; the desk sees what changed, and readers of the first edition hear of it", async ({
  page,
  browser,
  desk,
  signIn,
  check,
  shot,
}) => {
  test.slow();
  const editor = desk.as("editor");
  const { article, claimId } = await approvedClaim(desk);
  const articleId = article.id;
  await signIn("editor");
  await publishAsSignedIn(page, { desk, articleId });
  await openedReport(editor, articleId);
  const [{ id: editionId } = { id: "" }] = good(await editionsOfArticle(editor, articleId));
  const link = { id: uuidv7(), articleId, editionId, name: "The magazine", days: 7 };
  const { token } = good(await shareReport(editor, link));
  await propose(desk.as("checker"), claimId, "False");
  good(await decide(desk.as("second-editor"), claimId, "approve"));

  await page.getByRole("link", { name: article.title }).first().click();
  await page.getByRole("link", { name: "Prepare report" }).click();
  await page.getByRole("button", { name: "Publish edition 2" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish edition 2" });
  await dialog.getByRole("combobox", { name: "It is" }).selectOption("A correction: an error was mended");
  await dialog.getByRole("button", { name: "Publish edition 2" }).click();
  await expect(dialog.getByText(/^Say what changed since the last edition/)).toBeVisible();
  await expect(dialog.getByRole("combobox", { name: "It is" })).toHaveValue("correction");
  await dialog.getByRole("textbox", { name: "What changed" }).fill(what);
  await dialog.getByRole("textbox", { name: "Why" }).fill(why);
  await check();
  await page.reload();
  await page.getByRole("button", { name: "Publish edition 2" }).click();
  await expect(dialog.getByRole("combobox", { name: "It is" })).toHaveValue("correction");
  await expect(dialog.getByRole("textbox", { name: "What changed" })).toHaveValue(what);
  await expect(dialog.getByRole("textbox", { name: "Why" })).toHaveValue(why);
  await dialog.getByRole("button", { name: "Publish edition 2" }).click();
  await expect(page).toHaveURL(/\/report\/editions$/);
  await expect(page.getByText(`Correction: ${what}`)).toBeVisible();

  await page.getByRole("link", { name: "Edition 2" }).click();
  const changed = page.getByRole("region", { name: /^Edition 1\s+to\s+2/ });
  await expect(changed.getByRole("deletion")).toHaveText("removed: True");
  await expect(changed.getByRole("insertion")).toHaveText("added: False");
  await expect(page.getByText(`Why: ${why}`)).toBeVisible();
  await check();
  await shot("correction");
  await changed.getByRole("link", { name: "Edition 1" }).click();
  await expect(page.getByText("There is a newer edition.", { exact: true })).toBeVisible();
  await check();

  const outsider = await (await browser.newContext()).newPage();
  await outsider.goto(`/s/${token}`);
  await expect(outsider.getByText("There is a newer edition of this report, number 2.")).toBeVisible();
  await outsider.goto(publicPath(articleId, 1));
  await expect(outsider.getByText("There is a newer edition of this report.")).toBeVisible();
  await outsider.getByRole("link", { name: "Read edition 2." }).click();
  await expect(outsider).toHaveURL(new RegExp(`${publicPath(articleId, 2)}$`));
  const notice = outsider.getByRole("region", { name: /^Correct/ });
  await expect(notice.getByText(what)).toBeVisible();
  await expect(notice.getByText(why)).toBeVisible();
  await expect(outsider.getByRole("link", { name: "Read edition 2." })).toHaveCount(0);
  await outsider.context().close();
});
