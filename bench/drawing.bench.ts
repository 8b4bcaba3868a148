import { chromium } from "playwright";
import type { ClaimMarkView } from "#lib/domain/views.ts";
import { findChromium } from "../scripts/test-chromium.ts";
import { makeClaims, makeText } from "./drawing/fixture.ts";
import { linesOf } from "./drawing/lines.ts";
import type * as Markup from "./drawing/markup.tsx";
import { drawOurs, driveOurs, driveRecogito, moveBare, timeOfPage } from "./drawing/measure.ts";
import { openSite } from "./drawing/serve.ts";
import { tableOf } from "./placement/table.ts";

// What is measured, on one made-up text in one window of Chromium, 1440 by 900, medians of the rounds:
// - the bare page: the words in the product's type, laid out whole; Stet's page: the product's own components and style
//   sheet, without the bars above the text;
// - from the server: from asking for the page until it is first painted, and until all of it is loaded and painted;
// - first drawn: the page is there with its text, the claims are given, until those in view are on the screen (Stet's with
//   their notes); Recogito both on Stet's page, most of which is not laid out, and on the bare page;
// - one claim added: frames from the claim until it is on the screen, on words in view, twelve times a round;
// - resized: the column gets narrower, and wide again, until the frame after the one that shows it;
// - scrolled: frames of 100 pixels each, 200 a round.
const words = 100_000;
const sizes = [
  { count: 1_000, rounds: 3 },
  { count: 5_000, rounds: 1 },
];
const addedClaims = 12;

const found = await findChromium((line) => process.stderr.write(`${line}\n`));
if (!found.ok) throw new Error(found.error);
const site = await openSite();
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: found.value, args: ["--disable-gpu", ...sandbox] });
const text = makeText(words);

for (const { count, rounds } of sizes) {
  const all = makeClaims(text, count + addedClaims);
  const claims = all.slice(0, count);
  const inView = inFirstBlocks(all.slice(count));
  const fixture = { ...text, claims };
  await writePages(fixture);
  for (const path of ["/bare", "/marked"]) await timeOfPage({ browser, site, path });
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const spans = { spans: claims.map(pageSpan), added: inView.map(pageSpan) };
    measured.push({
      bare: await timeOfPage({ browser, site, path: "/bare" }),
      marked: await timeOfPage({ browser, site, path: "/marked" }),
      drawn: await drawOurs({ browser, site, path: "/unmarked", fixture }),
      still: await moveBare({ browser, site, path: "/bare" }),
      ours: await driveOurs({ browser, site, path: "/marked", fixture, added: inView }),
      recogito: await driveRecogito({ browser, site, path: "/bare", ...spans }),
      recogitoOnSheet: await driveRecogito({ browser, site, path: "/unmarked", ...spans }),
    });
  }
  process.stdout.write(tableOf(`Drawing ${count} claims on ${words} words`, linesOf(measured)));
}
await browser.close();
await site.close();

async function writePages(fixture: Parameters<typeof Markup.markupOf>[0]): Promise<void> {
  const page = await browser.newPage();
  site.page("/empty", "");
  await page.goto(`${site.url}/empty`);
  const markup = await page.evaluate(
    async ([module, data]) => {
      const { bareMarkupOf, markupOf }: typeof Markup = await import(module);
      return { bare: bareMarkupOf(data), marked: markupOf(data), unmarked: markupOf({ ...data, claims: [] }) };
    },
    ["/bench/drawing/markup.tsx", fixture] as const,
  );
  for (const [name, html] of Object.entries(markup)) site.page(`/${name}`, html);
  await page.close();
}

/** The same claims on words of their own in the first paragraphs, which are in view. */
function inFirstBlocks(added: readonly ClaimMarkView[]): ClaimMarkView[] {
  return added.map((claim, index) => {
    const start = (text.blocks[index % 3]?.start ?? 0) + index;
    return { ...claim, start, end: start + 20 };
  });
}

/** Where a claim is in the text of a page, which has nothing between its paragraphs. */
function pageSpan({ id, start, end }: ClaimMarkView) {
  const before = (offset: number) => 2 * text.blocks.findLastIndex((block) => block.start <= offset);
  return { id, start: start - before(start), end: end - before(end), quote: text.text.slice(start, end) };
}
