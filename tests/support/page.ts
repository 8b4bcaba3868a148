import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";

/** Frames that run nothing, axe included: it would wait in them for ever. What they show is checked as a page of its own. */
const stillFrames = "iframe[sandbox]:not([sandbox~='allow-scripts'])";

type Fixtures = {
  /** Fails on a page without a title, and on what axe calls a serious or critical violation, with rule and elements. */
  readonly check: () => Promise<void>;
  /** Writes test-results/shots/<project>-<name>.png when STET_SHOTS is set. */
  readonly shot: (name: string) => Promise<void>;
  /** Every journey fails when a script of the page throws, a failed hydration included. */
  readonly noPageErrors: undefined;
};

/** Playwright's `test` with this project's fixtures. */
export const test = base.extend<Fixtures>({
  check: async ({ page }, use) => {
    await use(async () => {
      // Within the app the old title goes and the new one comes a moment after the page's body, so axe might see neither.
      const axe = new AxeBuilder({ page }).exclude(stillFrames).disableRules("document-title");
      const { violations } = await axe.analyze();
      await expect(page).toHaveTitle(/\S/);
      const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      const complaints = grave.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary?.replaceAll("\n", "\n  ")}`),
      );
      if (complaints.length > 0) throw new Error(`accessibility of ${page.url()}:\n${complaints.join("\n")}`);
    });
  },
  shot: async ({ page }, use, testInfo) => {
    await use(async (name) => {
      if (process.env.STET_SHOTS === undefined) return;
      const folder = fileURLToPath(new URL("../../test-results/shots/", import.meta.url));
      await page.screenshot({ path: `${folder}${testInfo.project.name}-${name}.png`, fullPage: true });
    });
  },
  noPageErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
      await use(undefined);
      if (errors.length > 0) throw new Error(`thrown in the page:\n${errors.join("\n")}`);
    },
    { auto: true },
  ],
});
