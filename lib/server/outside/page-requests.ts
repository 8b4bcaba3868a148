import "server-only";
import type { BrowserContext, Route } from "playwright-core";
import type { FetchPolicy } from "#lib/server/outside/fetch-policy.ts";
import { guardedFetch } from "#lib/server/outside/guarded-fetch.ts";

/** `address` is "" for a file, beside which nothing is loaded. */
export type KeptPage = { readonly bytes: Uint8Array; readonly mediaType: string; readonly address: string };

/** Bytes and milliseconds; `loadMs` is for everything that the page asks for. */
export type RequestLimits = {
  readonly requests: number;
  readonly bytes: number;
  readonly oneBytes: number;
  readonly loadMs: number;
};

type Road = { readonly policy: FetchPolicy; readonly signal: AbortSignal; readonly limits: RequestLimits };

/** Beside a browser in which scripts are switched off: nothing of a page may act, frame or be sent. */
const onlyShown =
  "script-src 'none'; object-src 'none'; frame-src 'none'; worker-src 'none'; connect-src 'none'; form-action 'none'";

const lanes = 6;

/**
 * Answers every request of a browser's pages itself, so that the browser needs no network: the first page with the kept
 * bytes, style sheets, pictures and fonts through the guarded fetch, everything else not at all. Frames and pages that a
 * page leads to stay empty.
 */
export async function answerRequests(context: BrowserContext, page: KeptPage, road: Road): Promise<void> {
  const { limits } = road;
  const loading = AbortSignal.any([road.signal, AbortSignal.timeout(limits.loadMs)]);
  const queues: Promise<void>[] = Array.from({ length: lanes }, () => Promise.resolve());
  let isShown = false;
  let asked = 0;
  let left = limits.bytes;

  const load = async (route: Route): Promise<void> => {
    if (loading.aborted || left <= 0) return await route.abort("blockedbyclient");
    const maxBytes = Math.min(road.policy.maxBytes, limits.oneBytes, left);
    const timeoutMs = Math.min(road.policy.timeoutMs, limits.loadMs);
    const policy = { ...road.policy, maxBytes, timeoutMs };
    const answer = await guardedFetch(route.request().url(), policy, { signal: loading, wants: "anything" });
    // What was too large came as far as it might.
    if (answer.ok) left -= answer.value.bytes.byteLength;
    else if (answer.error.kind === "too-large") left -= maxBytes;
    if (!answer.ok || left < 0) return await route.abort("failed");
    const { bytes, contentType, headers } = answer.value;
    const shared = headers.find(([name]) => name.toLowerCase() === "access-control-allow-origin")?.[1];
    const kept = {
      "content-type": contentType,
      ...(shared === undefined ? {} : { "access-control-allow-origin": shared }),
    };
    await route.fulfill({ status: 200, headers: kept, body: Buffer.from(bytes) });
  };

  await context.route(
    () => true,
    async (route) => {
      const request = route.request();
      if (request.isNavigationRequest() && !isShown) {
        isShown = true;
        const headers = { "content-type": pageType(page.mediaType), "content-security-policy": onlyShown };
        return await answered(route.fulfill({ status: 200, headers, body: Buffer.from(page.bytes) }));
      }
      // "aborted" leaves the page that is there; any other end would put an error page in its place.
      if (request.isNavigationRequest()) return await answered(route.abort("aborted"));
      const isWanted = page.address !== "" && request.method() === "GET";
      if (!isWanted || asked >= limits.requests) return await answered(route.abort("blockedbyclient"));
      const lane = asked % lanes;
      asked += 1;
      const turn = (queues[lane] ?? Promise.resolve()).then(() => answered(load(route)));
      queues[lane] = turn;
      await turn;
    },
  );
}

/** A page that was closed meanwhile waits for no answer. */
async function answered(answering: Promise<void>): Promise<void> {
  await answering.catch(() => undefined);
}

function pageType(mediaType: string): string {
  return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(mediaType) ? mediaType : "text/html";
}
