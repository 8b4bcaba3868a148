import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Db } from "#lib/server/db/client.ts";
import { connect } from "#lib/server/db/client.ts";
import { issueSignInLink } from "#lib/server/use-cases/issue-link.ts";
import { uncover } from "#tests/support/choosing.ts";
import { good, makeDesk, type TestDesk } from "#tests/support/desk.ts";
import { test as base } from "#tests/support/page.ts";

type Fixtures = {
  /** A desk of its own for the journey, on the server's database: its people, and a way to do things as them. */
  readonly desk: TestDesk & { readonly db: Db };
  /** Signs somebody of the desk in, by link, and leaves the page on the list of articles. */
  readonly signIn: (name: string, on?: Page) => Promise<void>;
};

/** `test` for journeys that begin on a desk with people: viewer, checker, second-checker, editor, second-editor, admin. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
  desk: async ({}, use) => {
    const db = connect(process.env.STET_E2E_APP_URL ?? "");
    await use({ ...(await makeDesk(db)), db });
    await db.$disconnect();
  },
  signIn: async ({ page, desk }, use) => {
    await use(async (name, on = page) => {
      const { userId } = desk.as(name).actor;
      const user = await desk.db.user.findUniqueOrThrow({ where: { id: userId } });
      const { token } = good(await issueSignInLink({ db: desk.db, now: new Date() }, { email: user.email }));
      await on.goto(`/link/${token}`);
      await on.getByRole("button", { name: `Sign in as ${name}` }).click();
      await expect(on.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible();
    });
  },
});

/** Selects words of the article with the mouse, from the first letter to the last. */
export async function dragOver(page: Page, words: string): Promise<void> {
  const box = await page.evaluate((text) => {
    const walker = document.createTreeWalker(document.querySelector(".galley") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(text) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      node.parentElement?.scrollIntoView({ block: "center" });
      const rects = [...range.getClientRects()];
      const [first, last] = [rects[0], rects.at(-1)];
      if (first === undefined || last === undefined) continue;
      return {
        x1: first.left + 1,
        y1: first.top + first.height / 2,
        x2: last.right - 1,
        y2: last.top + last.height / 2,
      };
    }
    throw new Error(`The article does not say: ${text}`);
  }, words);
  await uncover(page, box.x1, box.y1);
  await page.mouse.move(box.x1, box.y1);
  await page.mouse.down();
  await page.mouse.move(box.x2, box.y2, { steps: 8 });
  await page.mouse.up();
}
