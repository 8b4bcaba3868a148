import { expect } from "@playwright/test";
import { clickOn, expectChosen } from "#tests/support/choosing.ts";
import { test } from "#tests/support/journey.ts";
import { writtenArticle } from "#tests/support/written-article.ts";

const html = `<h2>The ferry</h2><p>The board bought two boats in 2021.</p><p>They carried 212 passengers.</p>
  <ul><li>First the Ada</li><li>Then the Bea</li></ul>
  <table><tr><td>Boat</td><td>Seats</td></tr><tr><td>Ada</td><td>120</td></tr></table>`;

test("three clicks take one paragraph, and a selection goes on over paragraphs, items and cells", async ({
  page,
  desk,
  signIn,
}) => {
  const article = await writtenArticle(desk.as("checker"), { html, language: "en" });
  await signIn("checker");
  await page.goto(`/articles/${article.id}`);
  await clickOn(page, "two", 3);
  await expectChosen(page, "The board bought two boats in 2021.");
  await clickOn(page, "Then", 3);
  await expectChosen(page, "Then the Bea");
  await page.keyboard.press("Escape");
  await expectChosen(page, null);
  await clickOn(page, "Seats", 3);
  await expectChosen(page, "Seats");

  const select = (first: string, last: string) =>
    page.evaluate(
      (words) => {
        const [from, to] = words.map((word) => {
          const element = [...document.querySelectorAll("[data-start]")].find((some) =>
            some.textContent?.includes(word),
          );
          return { node: element?.firstChild ?? document.body, at: element?.textContent?.indexOf(word) ?? 0 };
        });
        if (from !== undefined && to !== undefined)
          getSelection()?.setBaseAndExtent(from.node, from.at, to.node, to.at + 2);
      },
      [first, last],
    );
  await select("in 2021", "They");
  await expectChosen(page, "in 2021.They");
  await select("Ada", "Then");
  await expectChosen(page, "AdaThen");
  await select("Boat", "Seats");
  await page.getByRole("button", { name: "Mark claim" }).click();
  await expect(page.getByRole("complementary", { name: "Claim 1" })).toContainText(/Boat\s+Seats/);
});

test("the whole of a long article is more than one claim, and the page says so", async ({
  page,
  desk,
  signIn,
  check,
}) => {
  const paragraphs = Array.from(
    { length: 400 },
    (_, index) => `<p>Boat ${index} carried 212 passengers to the quay.</p>`,
  );
  const article = await writtenArticle(desk.as("checker"), { html: paragraphs.join(""), language: "en" });
  await signIn("checker");
  await page.goto(`/articles/${article.id}`);
  await page.keyboard.press("Control+a");
  const toolbar = page.getByRole("toolbar", { name: "Selected words" });
  await expect(toolbar).toContainText("more than one claim can hold");
  await expect(toolbar.getByRole("button")).toHaveCount(0);
  await check();
  await clickOn(page, "Boat 3", 3);
  await expectChosen(page, "Boat 3 carried 212 passengers to the quay.");
  await expect(toolbar.getByRole("button", { name: "Mark claim" })).toBeVisible();
});

test("the button stands beside the words: below, above at the foot, and in view when they fill it", async ({
  page,
  desk,
  signIn,
}) => {
  const long = "The board bought two boats and sold them again. ".repeat(60);
  const rest = Array.from({ length: 30 }, (_, index) => `<p>Boat ${index} carried 212 passengers.</p>`).join("");
  const article = await writtenArticle(desk.as("checker"), { html: `${rest}<p>${long}</p>${rest}`, language: "en" });
  await signIn("checker");
  await page.goto(`/articles/${article.id}`);
  const button = page.getByRole("button", { name: "Mark claim" });
  const paragraph = page.getByText("bought two boats", { exact: false }).first();
  const at = async (top: number, index: number) => {
    await page.evaluate(
      ({ top, index }) => {
        const element = document.querySelectorAll("[data-start]")[index];
        scrollBy({ top: (element?.getBoundingClientRect().top ?? 0) - top, behavior: "instant" });
        if (element !== undefined) getSelection()?.selectAllChildren(element);
      },
      { top, index },
    );
    await expect(button).toBeInViewport({ ratio: 1 });
    const words = page.locator("[data-start]").nth(index);
    const [own, box] = [await button.boundingBox(), await words.boundingBox()];
    return { own: own?.y ?? 0, top: box?.y ?? 0, bottom: (box?.y ?? 0) + (box?.height ?? 0) };
  };
  const middle = await at(400, 10);
  expect(middle.own).toBeGreaterThanOrEqual(middle.bottom);
  const foot = await at(860, 12);
  expect(foot.own).toBeLessThan(foot.top);
  const tall = await at(100, 30);
  expect(tall.bottom).toBeGreaterThan(900);
  await expect(paragraph).toBeInViewport();
});
