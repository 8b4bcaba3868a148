import type { Browser, Page } from "playwright";
import type { ClaimMarkView } from "#lib/domain/views.ts";
import type { Fixture } from "./fixture.ts";
import type * as Frames from "./frames.ts";
import type * as LivePage from "./live.tsx";
import type * as RecogitoPage from "./recogito.ts";
import type { Site } from "./serve.ts";

const frames = "/bench/drawing/frames.ts";
const live = "/bench/drawing/live.tsx";
const recogito = "/bench/drawing/recogito.ts";

export type Moved = { readonly resize: number; readonly scroll: readonly number[] };

/** A tab on one of the bench's pages, and milliseconds from asking for it until it was loaded and painted. */
async function openPage({ browser, site, path }: At): Promise<{ page: Page; drawn: number }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${site.url}${path}`, { waitUntil: "load" });
  const drawn = await page.evaluate(async (module) => {
    const { painted }: typeof Frames = await import(module);
    await document.fonts.ready;
    await painted();
    return performance.now();
  }, frames);
  return { page, drawn };
}

type At = { readonly browser: Browser; readonly site: Site; readonly path: string };

/** How long the page takes until it is loaded and painted for the first time; the tab is closed again. */
export async function timeOfPage(at: At): Promise<number> {
  const page = await at.browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    addEventListener("load", () =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => performance.mark("drawn");
        channel.port2.postMessage(null);
      }),
    );
  });
  await page.goto(`${at.site.url}${at.path}`, { waitUntil: "load" });
  const drawn = await page.waitForFunction(() => performance.getEntriesByName("drawn")[0]?.startTime);
  const time = await drawn.jsonValue();
  await page.close();
  return time ?? Number.NaN;
}

/** Resizing and scrolling a page as it is. */
export async function moveBare(at: At): Promise<Moved> {
  const { page } = await openPage(at);
  const moved = await move(page);
  await page.close();
  return moved;
}

type Ours = At & { readonly fixture: Fixture; readonly added: readonly ClaimMarkView[] };

/** Adding claims to the product's page once it is alive, then resizing and scrolling it. */
export async function driveOurs({ fixture, added, ...at }: Ours) {
  const { page } = await openPage(at);
  const adding = await page.evaluate(
    async ([module, data, claims]) => {
      const { bringToLife }: typeof LivePage = await import(module);
      const { add } = await bringToLife(data);
      const all: LivePage.Added[] = [];
      for (const claim of claims) all.push(await add(claim));
      return all;
    },
    [live, fixture, added] as const,
  );
  const moved = await move(page);
  await page.close();
  return { adding, moved };
}

type Theirs = At & {
  readonly spans: readonly RecogitoPage.PageSpan[];
  readonly added: readonly RecogitoPage.PageSpan[];
};

/** Drawing all with Recogito on a bare page, adding some, then resizing and scrolling it. */
export async function driveRecogito({ spans, added, ...at }: Theirs) {
  const { page } = await openPage(at);
  const drawing = await page.evaluate(
    async ([module, all, more]) => {
      const { makeRecogito }: typeof RecogitoPage = await import(module);
      const { draw, add } = makeRecogito();
      const drawn = await draw(all);
      const adding: { ms: number; frames: number }[] = [];
      for (const span of more) adding.push(await add(span));
      return { drawn, adding };
    },
    [recogito, spans, added] as const,
  );
  const moved = await move(page);
  await page.close();
  return { ...drawing, moved };
}

const widths = [1330, 1440];

async function move(page: Page): Promise<Moved> {
  return await page.evaluate(
    async ([module, widths]) => {
      const { resize, scroll }: typeof Frames = await import(module);
      await scroll({ frames: 30, step: 100 });
      const resizes: number[] = [];
      for (const width of widths) resizes.push(await resize(width));
      const times = await scroll({ frames: 200, step: 100 });
      return { resize: resizes.reduce((sum, time) => sum + time, 0) / resizes.length, scroll: times };
    },
    [frames, widths] as const,
  );
}
