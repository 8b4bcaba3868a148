import { expect, type Page } from "@playwright/test";
import { makeArticle, makeClaim, type TestDesk } from "#tests/support/desk.ts";
import { dragOver, test } from "#tests/support/journey.ts";

const paragraphs = 400;
const nth = (at: number) => `Paragraph ${at} tells of boat ${at}`;
const text = Array.from({ length: paragraphs }, (_, at) =>
  `${nth(at)}, which was bought by the board and carried passengers all summer. `.repeat(4).trim(),
).join("\n\n");

/** A long article with a claim in every fortieth paragraph. */
async function makeLongArticle(desk: TestDesk) {
  const checker = desk.as("checker");
  const article = await makeArticle(checker, text);
  const claims = [];
  for (let at = 0; at < paragraphs; at += 40) claims.push(await makeClaim(checker, article, nth(at)));
  return { article, claims };
}

/** From now on, notes in which blocks, and with how many bytes from the server, anything is drawn. */
async function watch(page: Page) {
  await page.evaluate(() => {
    const drawn = new Set<string>();
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const block = target instanceof Element ? target.closest(".block") : null;
        const words = block?.querySelector<HTMLElement>("[data-start]");
        if (words != null) drawn.add(words.dataset.start ?? "");
        document.body.dataset.drawn = [...drawn].join(" ");
      }
    }).observe(document.querySelector(".galley") ?? document.body, { subtree: true, childList: true });
  });
  let bytes = 0;
  page.on("requestfinished", async (request) => {
    if (request.method() === "POST") bytes += (await request.sizes()).responseBodySize;
  });
  return {
    blocks: () => page.evaluate(() => (document.body.dataset.drawn ?? "").split(" ").filter((start) => start !== "")),
    bytes: () => bytes,
  };
}

test("a claim that is marked or saved draws its own block again, and the text is not sent again for it", async ({
  page,
  desk,
  signIn,
}) => {
  const { article, claims } = await makeLongArticle(desk);
  await signIn("checker");
  await page.goto(`/articles/${article.id}`);
  await expect(page.getByText("10 in progress")).toBeVisible();
  await page.evaluate(() => document.querySelectorAll(".block")[203]?.scrollIntoView({ block: "center" }));
  const drawn = await watch(page);
  await dragOver(page, "tells of boat 203");
  await page.getByRole("button", { name: "Mark claim" }).click();
  await expect(page.getByRole("complementary", { name: "Claim 11" })).toBeVisible();
  await expect(page.locator("#text mark", { hasText: "tells of boat 203" })).toHaveAttribute("aria-current", "true");
  await expect(page.getByText("1 open")).toBeVisible();
  await expect.poll(drawn.blocks).toEqual([String(article.text.indexOf(nth(203)))]);

  await page.goto(`/articles/${article.id}/claims/${claims[7]?.id}`);
  const note = page.locator(`#note-${claims[7]?.id}`);
  await expect(note).toBeInViewport();
  const again = await watch(page);
  await page.getByRole("button", { name: "Edit" }).first().click();
  await page.getByLabel("Statement").fill("The board bought boat 280.");
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(note).toContainText("The board bought boat 280.");
  expect(await again.blocks()).toEqual([]);
  expect(again.bytes()).toBeLessThan(article.text.length / 2);
});

test("a claim far down is in view when its page opens, and so it is after going back and forth", async ({
  page,
  desk,
  signIn,
}) => {
  const { article, claims } = await makeLongArticle(desk);
  const [, , , , , far] = claims;
  await signIn("checker");
  await page.goto(`/articles/${article.id}/claims/${far?.id}`);
  const number = page.locator(`#claim-${far?.id}`);
  await expect(number).toBeInViewport();
  await page.getByRole("link", { name: "Articles", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible();
  await page.goBack();
  await expect(number).toBeInViewport();
  await expect(page.locator(".chunk").last()).toContainText(nth(paragraphs - 1));
});

test("claims on the same words are offered in the panel of the one that opened", async ({ page, desk, signIn }) => {
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  await makeClaim(checker, article, "The service lost 1.9 million crowns last year");
  await makeClaim(checker, article, "lost 1.9 million crowns last year, the auditors");
  const shortest = await makeClaim(checker, article, "1.9 million crowns");
  await signIn("checker");
  await page.goto(`/articles/${article.id}`);
  await page.locator(`mark[data-claim="${shortest.id}"]`).first().click();
  await expect(page.getByRole("complementary", { name: "Claim 3" })).toBeVisible();
  const others = page.getByRole("navigation", { name: "Other claims on these words" });
  await expect(others).toContainText("Also here: 1, 2");
  await others.getByRole("link", { name: "Claim 2, in progress" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Claim 2" })).toBeVisible();
  await expect(others).toContainText("Also here: 1, 3");
});
