import "server-only";
import { type Browser, chromium } from "playwright-core";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { log } from "#lib/server/log.ts";
import type { FetchPolicy } from "#lib/server/outside/fetch-policy.ts";
import { answerRequests, type KeptPage, type RequestLimits } from "#lib/server/outside/page-requests.ts";

/** A PNG, 1,280 pixels wide and at most `height` high, and an A4 PDF. */
export type PagePictures = { readonly screenshot: Uint8Array; readonly pdf: Uint8Array };

export type PictureLimits = RequestLimits & { readonly wholeMs: number; readonly height: number };

const megabyte = 1024 * 1024;
const usual: PictureLimits = {
  requests: 200,
  bytes: 30 * megabyte,
  oneBytes: 10 * megabyte,
  loadMs: 12_000,
  wholeMs: 30_000,
  // Chromium draws no surface that is higher than 16,384.
  height: 16_000,
};

/** The path of the browser, what may be fetched for the page, and what ends the work early. */
type Road = {
  readonly chromium: string;
  readonly policy: FetchPolicy;
  readonly signal: AbortSignal;
  readonly limits?: PictureLimits;
};

/** No name has an address and everything goes to a proxy that is none: whatever is not answered here leads nowhere. */
const nowhere = "http://nowhere.invalid:1";
const closed = [
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--dns-prefetch-disable",
  "--disable-quic",
  "--no-pings",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
];

/**
 * How a kept page looks, drawn from its bytes by a browser that reaches nothing: scripts are off, and what the page
 * needs beside its bytes is fetched for it as any import is. The error is a sentence.
 */
export async function pagePictures(page: KeptPage, road: Road): Promise<Result<PagePictures, string>> {
  const limits = road.limits ?? usual;
  const clock = AbortSignal.timeout(limits.wholeMs);
  const signal = AbortSignal.any([clock, road.signal]);
  let browser: Browser | null = null;
  try {
    signal.throwIfAborted();
    browser = await launch(road.chromium);
    return ok(await Promise.race([draw(browser, page, { ...road, signal, limits }), ended(signal)]));
  } catch (error) {
    if (clock.aborted) return err("The page took too long to be drawn.");
    if (road.signal.aborted) return err("The worker was stopped while it drew the page.");
    log("page pictures", error);
    return err("Chromium could not draw the page. Look at STET_CHROMIUM, and at the log for what it said.");
  } finally {
    await browser?.close();
  }
}

async function launch(executablePath: string): Promise<Browser> {
  return await chromium.launch({
    executablePath,
    args: closed,
    proxy: { server: nowhere },
    // Chromium refuses to run as root with its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    // The worker decides when it ends; and the browser learns none of our settings.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: {
      PATH: process.env.PATH ?? "",
      HOME: process.env.HOME ?? "",
      TMPDIR: process.env.TMPDIR ?? "/tmp",
      LANG: "C.UTF-8",
    },
    timeout: 20_000,
  });
}

const width = 1280;
type Drawing = Omit<Road, "limits"> & { readonly limits: PictureLimits };

async function draw(browser: Browser, kept: KeptPage, { policy, signal, limits }: Drawing): Promise<PagePictures> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    serviceWorkers: "block",
    acceptDownloads: false,
    viewport: { width, height: 900 },
  });
  await answerRequests(context, kept, { policy, signal, limits });
  const page = await context.newPage();
  const isOnTheWeb = /^https?:\/\//i.test(kept.address);
  await page.goto(isOnTheWeb ? kept.address : "https://copy.invalid/", { waitUntil: "load", timeout: limits.wholeMs });
  const devtools = await context.newCDPSession(page);
  const { cssContentSize } = await devtools.send("Page.getLayoutMetrics");
  const height = Math.min(limits.height, Math.max(1, Math.ceil(cssContentSize.height)));
  const clip = { x: 0, y: 0, width, height };
  const timeout = limits.wholeMs;
  const screenshot = await page.screenshot({ type: "png", fullPage: true, clip, animations: "disabled", timeout });
  const pdf = await page.pdf({ format: "A4", printBackground: true, pageRanges: "1-300" });
  return { screenshot: new Uint8Array(screenshot), pdf: new Uint8Array(pdf) };
}

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
