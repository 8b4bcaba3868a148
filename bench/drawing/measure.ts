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

/** A tab on one of the bench's pages, loaded and painted. */
async function openPage({ browser, site, path }: At): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${site.url}${path}`, { waitUntil: "load" });
  await page.evaluate(async (module) => {
    const { rest }: typeof Frames = await import(module);
    await document.fonts.ready;
    await rest();
  }, frames);
  return page;
}

type At = { readonly browser: Browser; readonly site: Site; readonly path: string };

export type Loaded = { readonly first: number; readonly whole: number };

/** Milliseconds from asking for the page until it is painted first, and until all of it is loaded and painted. */
export async function timeOfPage({ browser, site, path }: At): Promise<Loaded> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    addEventListener("load", () =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => performance.mark("whole");
        channel.port2.postMessage(null);
      }),
    );
  });
  await page.goto(`${site.url}${path}`, { waitUntil: "load" });
  const times = await page.waitForFunction(() => {
    const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    const whole = performance.getEntriesByName("whole")[0]?.startTime;
    return first === undefined || whole === undefined ? null : { first, whole };
  });
  const loaded = await times.jsonValue();
  await page.close();
  return loaded ?? { first: Number.NaN, whole: Number.NaN };
}

/** Drawing all claims on the product's page when it is alive and has none. */
export async function drawOurs({ fixture, ...at }: At & { readonly fixture: Fixture }): Promise<number> {
  const page = await openPage(at);
  const time = await page.evaluate(
    async ([module, data]) => {
      const { bringToLife }: typeof LivePage = await import(module);
      const { draw } = await bringToLife({ ...data, claims: [] });
      return await draw(data.claims);
    },
    [live, fixture] as const,
  );
  await page.close();
  return time;
}

/** Resizing and scrolling a page as it is. */
export async function moveBare(at: At): Promise<Moved> {
  const page = await openPage(at);
  const moved = await move(page);
  await page.close();
  return moved;
}

type Ours = At & { readonly fixture: Fixture; readonly added: readonly ClaimMarkView[] };

/** Adding claims to the product's page once it is alive, then resizing and scrolling it. */
export async function driveOurs({ fixture, added, ...at }: Ours) {
  const page = await openPage(at);
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
  const page = await openPage(at);
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

const measures = ["34rem", "37.5rem"];

async function move(page: Page): Promise<Moved> {
  return await page.evaluate(
    async ([module, measures]) => {
      const { resize, rest, scroll }: typeof Frames = await import(module);
      await rest();
      await scroll({ frames: 30, step: 100 });
      const resizes: number[] = [];
      for (const measure of measures) resizes.push(await resize(measure));
      await rest();
      const times = await scroll({ frames: 200, step: 100 });
      return { resize: resizes.reduce((sum, time) => sum + time, 0) / resizes.length, scroll: times };
    },
    [frames, measures] as const,
  );
}
