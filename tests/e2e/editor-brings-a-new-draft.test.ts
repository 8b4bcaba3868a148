import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { decide, good, makeArticle, makeClaim, proposedClaim } from "#tests/support/desk.ts";
import { dragOver, test } from "#tests/support/journey.ts";

const paragraphs = {
  boats: "The board bought two boats in 2021. They carried 212 passengers on the first morning, the harbour log says.",
  loss: "The service lost 1.9 million crowns last year, the auditors wrote in April.",
  quay: "The mayor opened the new quay in May, with a brass band that the county had paid for. It rained on the band, and the speech was cut to a single page. Nobody who was there remembers what the page said, but everyone remembers the tuba.",
  third: "A third boat would come in the spring, she told a crowded meeting at the town hall.",
  crew: "Its crew calls her “the quiet one” — and means it kindly, whatever the passengers may think of her manners.",
  routes: "The Sound has nine routes. Of these nine routes only two are served in winter, and none on a Sunday.",
  berths: "Of the forty-four berths promised for winter visitors, nineteen were built before the money was gone.",
};
const { boats, loss, quay, third, crew, routes, berths } = paragraphs;
const first = [boats, loss, quay, third, crew, routes, berths].join("\n\n");
/** Words changed, a paragraph moved to the end, one left out, one only set anew, and the same change made twice. */
const second = [
  boats.replace("212 passengers", "almost 230 passengers"),
  loss.replace("lost 1.9 million crowns", "lost 2.1 million crowns"),
  crew.replace("“the quiet one” — and", '"the quiet one" - and'),
  routes.replaceAll("nine routes", "ten routes"),
  berths,
  quay,
].join("\n\n");

async function paste(page: Page, articleId: string, text: string): Promise<void> {
  await page.goto(`/articles/${articleId}/versions`);
  await page.getByRole("link", { name: "New version" }).click();
  await page.getByRole("textbox", { name: "Text" }).fill(text);
  await page.getByRole("button", { name: "Read and compare it" }).click();
}

test("an editor brings a new draft and works through what needs placing", async ({
  page,
  desk,
  signIn,
  check,
  shot,
}) => {
  test.slow();
  const checker = desk.as("checker");
  const article = await makeArticle(checker, first);
  const carried = (await proposedClaim(desk, article, "carried 212 passengers on the first morning")).claimId;
  good(await decide(desk.as("second-editor"), carried, "approve"));
  const opened = (await proposedClaim(desk, article, "opened the new quay in May")).claimId;
  good(await decide(desk.as("second-editor"), opened, "approve"));
  const lost = (await makeClaim(checker, article, "lost 1.9 million crowns")).id;
  const gone = (await makeClaim(checker, article, "A third boat would come in the spring")).id;
  const quiet = (await makeClaim(checker, article, "“the quiet one” — and means it kindly")).id;
  const sound = (await makeClaim(checker, article, "The Sound has nine routes")).id;
  const winter = (await makeClaim(checker, article, "Of these nine routes only two are served")).id;
  const seen = async (id: string) => good(await claimPage(desk.as("viewer"), id));

  await signIn("editor");
  await paste(page, article.id, second);
  await expect(page.getByRole("heading", { name: "Before version 2 is frozen" })).toBeVisible();
  await expect(
    page.getByText("1 claim keeps its words, 1 moves with its passage, 5 need placing: 4 changed, 1 gone."),
  ).toBeVisible();
  await expect(page.locator("ins", { hasText: "almost 230" })).toBeVisible();
  await expect(page.locator("del", { hasText: "212" })).toBeVisible();
  await page.getByRole("link", { name: "Moved to paragraph 6" }).click();
  await expect(page).toHaveURL(/#new-6$/);
  await expect(page.getByText("Moved from paragraph 3")).toBeInViewport();
  await page.getByRole("button", { name: "Next change" }).click();
  await expect(page.locator("[data-change]:focus")).toHaveCount(1);
  await check();
  await shot("preview");
  expect((await seen(carried)).state).toBe("approved");

  await page.getByRole("button", { name: "Freeze as version 2" }).click();
  await expect(page.getByRole("heading", { name: "Needs placing" })).toBeVisible();
  await check();
  await shot("placing");
  expect((await seen(carried)).state).toBe("stale");
  expect((await seen(carried)).staleReason).toBe("quote");
  expect((await seen(opened)).state).toBe("approved");
  expect((await seen(opened)).placement.kind).toBe("moved");
  expect((await seen(quiet)).placement.kind).toBe("exact");

  const row = (number: number) => page.locator(`#claim-${number}`);
  await expect(row(1).locator("ins", { hasText: "almost 230" })).toBeVisible();
  await row(1)
    .getByRole("link", { name: /The article says: carried/ })
    .focus();
  await page.keyboard.press("c");
  await expect(row(1)).toHaveCount(0);
  await expect
    .poll(async () => (await seen(carried)).quote.quote)
    .toBe("carried almost 230 passengers on the first morning");
  expect((await seen(carried)).placement.needsPlacing).toBe(false);

  await row(6).getByRole("button", { name: "Choose all 2 that changed the same way" }).click();
  await expect(page.getByText("2 chosen")).toBeVisible();
  await check();
  await shot("chosen");
  await page.getByRole("button", { name: "Confirm 2 claims" }).click();
  await expect(row(6)).toHaveCount(0);
  await expect(row(7)).toHaveCount(0);
  expect((await seen(sound)).quote.quote).toBe("The Sound has ten routes");
  expect((await seen(winter)).placement.needsPlacing).toBe(false);

  await row(3).getByRole("link", { name: "Choose other words" }).click();
  await expect(page).toHaveURL(/place=/);
  await dragOver(page, "2.1 million crowns");
  await page.getByRole("button", { name: "Place claim 3 here" }).click();
  await expect.poll(async () => (await seen(lost)).quote.quote).toBe("2.1 million crowns");

  await page.goto(`/queue?view=placing`);
  await page.getByRole("link", { name: /A third boat/ }).click();
  await expect(page).toHaveURL(/placing#claim-4$/);
  await expect(row(4).getByText("These words are gone.")).toBeVisible();
  await row(4).getByRole("button", { name: "Withdraw" }).click();
  const dialog = page.getByRole("dialog", { name: "Withdraw claim 4" });
  await dialog.getByRole("button", { name: "Withdraw claim 4" }).click();
  await expect(dialog.getByText("Say why the claims are withdrawn.")).toBeVisible();
  await dialog.getByRole("textbox").fill("The new draft no longer says it.");
  await check();
  await dialog.getByRole("button", { name: "Withdraw claim 4" }).click();
  await expect(page.getByText("Every claim has its place.").first()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/articles/${article.id}$`));
  expect((await seen(gone)).state).toBe("withdrawn");
  expect(good(await articlePage(desk.as("viewer"), article.id)).toPlace).toBe(0);

  await page.goto("/queue?view=stale");
  await expect(page.getByRole("link", { name: /carried 212 passengers/ })).toBeVisible();
  await page.goto(`/articles/${article.id}/versions/compare`);
  await expect(page.getByRole("heading", { name: "Version 1 beside version 2" })).toBeVisible();
  await check();
  await shot("compare");

  await paste(page, article.id, second);
  await expect(page.getByRole("heading", { name: "The same text" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Freeze/ })).toHaveCount(0);
  await check();
});

test("the text is edited in place; what is typed survives a reload, and is forgotten once it is frozen", async ({
  page,
  desk,
  signIn,
  check,
}) => {
  const article = await makeArticle(desk.as("checker"), first);
  await signIn("checker");
  const edit = `/articles/${article.id}/versions/edit`;
  const text = page.getByRole("textbox", { name: "Text" });
  await page.goto(edit);
  await expect(text).toHaveValue(first);
  await text.fill(first.replace("two boats", "three boats"));
  await expect(page.getByText("Your words are kept in this tab.")).toBeVisible();
  await page.reload();
  await expect(text).toHaveValue(first.replace("two boats", "three boats"));
  await check();
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(page.getByText("1 paragraph changed, 6 unchanged.")).toBeVisible();
  await expect(page.getByText("5 paragraphs unchanged")).toBeVisible();
  await page.getByRole("link", { name: "Show them" }).click();
  await expect(page.locator("#unfolded")).toBeFocused();
  await expect(page.locator("[data-kind=same] > [data-side=fresh] .words")).toHaveText(first.split("\n\n").slice(1));
  await page.getByRole("button", { name: "Freeze as version 2" }).click();
  await expect(page).toHaveURL(new RegExp(`/articles/${article.id}$`));
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Frozen as version 2" })).toBeVisible();
  await check();
  await page.goto(edit);
  await expect(text).toHaveValue(first.replace("two boats", "three boats"));
  await expect(page.getByRole("button", { name: "Back to version 2" })).toHaveCount(0);
});

test("words written over an older version say so, and are refused once a newer one came", async ({
  page,
  desk,
  signIn,
  check,
  shot,
}) => {
  const article = await makeArticle(desk.as("checker"), first);
  const freeze = async (text: string, latest: number) => {
    const editor = desk.as("editor");
    const id = uuidv7();
    good(await stageImport(editor, { way: "edit", id, articleId: article.id, text }));
    good(await addVersion(editor, { id, articleId: article.id, latest }));
  };
  await signIn("checker");
  const edit = `/articles/${article.id}/versions/edit`;
  const text = page.getByRole("textbox", { name: "Text" });
  await page.goto(edit);
  await text.fill("");
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(page.getByText("Write or paste some text first.")).toBeVisible();

  await text.fill(first.replace("two boats", "three boats"));
  await page.getByRole("link", { name: "Versions" }).click();
  await expect(page.getByRole("heading", { name: "Versions" })).toBeVisible();
  await freeze(first.replace("forty-four", "forty-five"), 1);
  await page.goto(edit);
  await page.getByRole("button", { name: "Put my words back" }).click();
  await expect(text).toHaveValue(first.replace("two boats", "three boats"));
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(page.getByText("You began from version 1; version 2 came since")).toBeVisible();
  await expect(page.getByRole("link", { name: "Compare with version 2 first" })).toBeVisible();
  await check();
  await shot("began-earlier");

  await freeze(first.replace("forty-four", "forty-six"), 2);
  await page.getByRole("button", { name: "Freeze as version 3" }).click();
  await expect(page.getByText("Somebody froze a newer version")).toBeInViewport();
  await shot("refused");
  await page.getByRole("button", { name: "Compare again" }).click();
  await expect(page.getByRole("button", { name: "Freeze as version 4" })).toBeVisible();
  await expect(page.getByText("Somebody froze a newer version")).toHaveCount(0);
});
