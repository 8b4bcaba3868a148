import { expect, type Page } from "@playwright/test";

/** The words that the page paints as chosen; null when it paints none. */
function chosenWords(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get("chosen") ?? [];
    return range instanceof Range ? range.toString() : null;
  });
}

/** Opens a page with an article's text, and waits until it listens to keys: then it has said how tall its bars are. */
export async function openText(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => document.documentElement.style.getPropertyValue("--head") !== "");
}

export async function expectChosen(page: Page, words: string | null): Promise<void> {
  await expect.poll(() => chosenWords(page)).toBe(words);
}

/** Gives up the words chosen before where their button stands over this point, as a reader would. */
export async function uncover(page: Page, x: number, y: number): Promise<void> {
  const covered = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.closest("button") != null, {
    x,
    y,
  });
  if (!covered) return;
  await page.keyboard.press("Escape");
  await expectChosen(page, null);
}

/** Clicks two or three times in the middle of these words. */
export async function clickOn(page: Page, words: string, clickCount: number): Promise<void> {
  const point = await page.evaluate((text) => {
    const walker = document.createTreeWalker(document.querySelector(".galley") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(text) ?? -1;
      if (at < 0 || node.parentElement?.closest("[data-start]") == null) continue;
      node.parentElement.scrollIntoView({ block: "center" });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`The article does not say: ${text}`);
  }, words);
  await uncover(page, point.x, point.y);
  await page.mouse.click(point.x, point.y, { clickCount });
}
