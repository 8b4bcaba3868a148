import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { good } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";
import { alarm, payloads } from "#tests/support/payloads.ts";

const events = [
  "click",
  "focus",
  "focusin",
  "mouseover",
  "pointerenter",
  "load",
  "error",
  "toggle",
  "input",
  "keydown",
];
const foreign =
  "script, iframe, object, embed, base, math, form form, [onerror], [onload], [onclick], [onfocus], [onmouseover], " +
  "[srcdoc], [src^='data:text'], [href^='javascript:' i], [href^='data:' i], [href^='vbscript:' i], [formaction]";

/** Counts what runs: the payloads' own call, and every dialog. */
async function listen(page: Page): Promise<() => Promise<number>> {
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await page.addInitScript((name) => {
    Object.assign(window, {
      alarms: 0,
      [name]: () => Object.assign(window, { alarms: Number(Reflect.get(window, "alarms")) + 1 }),
    });
  }, alarm);
  return async () => dialogs + (await page.evaluate(() => Number(Reflect.get(window, "alarms"))));
}

/** Does to everything under an element what a reader's hands, or a payload's own tricks, would. */
async function provoke(page: Page, under: string): Promise<void> {
  await page.evaluate(
    ([selector, types]) => {
      for (const element of document.querySelectorAll(`${selector} *`)) {
        if (element.closest("a[href^='/'], button") !== null) continue;
        for (const type of types) element.dispatchEvent(new Event(type, { bubbles: false }));
      }
    },
    [under, events] as const,
  );
  await page.waitForTimeout(300);
}

// A file with a NUL is refused as binary, before anything of it is read.
const readable = payloads.map((payload) => payload.replaceAll("\0", ""));
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Payloads ${body.length}</title>` +
  `<meta property="og:title" content="&lt;img src=x onerror=${alarm}()&gt;"><meta name="author" content="&lt;script&gt;${alarm}()&lt;/script&gt;">` +
  `</head><body><article><h1>Payloads</h1><p>${"The harbour board met in June and counted its boats. ".repeat(30)}</p>` +
  `<p>${body}</p><p>The end of it.</p></article></body></html>`;

test("the payloads do run where HTML is rendered, so that the next test can fail", async ({ page: tab }) => {
  const fired = await listen(tab);
  await tab.goto("about:blank");
  await tab
    .setContent(payloads.filter((_, index) => index < 90 || index % 7 === 0).join("\n"), { waitUntil: "commit" })
    .catch(() => undefined);
  await tab.waitForTimeout(1_000);
  expect(await fired()).toBeGreaterThan(10);
});

test("nothing of what was imported runs: preview, article, comparison, report", async ({ page: tab, desk, signIn }) => {
  test.slow();
  const fired = await listen(tab);
  const editor = desk.as("editor");
  await signIn("editor");
  const ways = [readable.slice(0, 100), readable.slice(100, 500), readable.slice(500)].map((some) =>
    page(some.join("</p><p>")),
  );
  const wordy = readable.slice(0, 400).join("\n\n");
  const asText = (name: string) => ({
    way: "file" as const,
    bytes: new TextEncoder().encode(wordy),
    fileName: name,
    contentType: "",
  });
  const inputs = [
    ...ways.map((html) => ({ way: "paste" as const, text: "", html })),
    ...ways.map((html) => ({
      way: "file" as const,
      bytes: new TextEncoder().encode(html),
      fileName: "p.html",
      contentType: "text/html",
    })),
    asText("p.md"),
    asText("p.txt"),
  ];
  for (const input of inputs) {
    const id = uuidv7();
    good(await stageImport(editor, { ...input, id }));
    await tab.goto(`/articles/import/${id}`);
    await provoke(tab, "main");
    expect(
      await tab
        .locator(
          foreign
            .split(", ")
            .map((one) => `main ${one}`)
            .join(", "),
        )
        .count(),
    ).toBe(0);
    const words = {
      title: `<img src=x onerror=${alarm}()>`,
      byline: `<script>${alarm}()</script>`,
      publisher: "<svg onload=x>",
    };
    good(await importArticle(editor, { id, ...words, publishedOn: null, address: null, language: "en" }));
    for (const path of ["", "/report", "/versions", "/versions/edit"]) {
      await tab.goto(`/articles/${id}${path}`);
      await provoke(tab, "body");
      expect(
        await tab
          .locator(
            foreign
              .split(", ")
              .slice(4)
              .map((one) => `main ${one}`)
              .join(", "),
          )
          .count(),
        path,
      ).toBe(0);
      expect(tab.url()).toContain(id);
    }
    expect(await fired()).toBe(0);
  }
});
