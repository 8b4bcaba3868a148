import "server-only";

import { baseUrl } from "#lib/server/env.ts";

type HeaderReader = { get(name: string): string | null };

/**
 * Whether a request that changes something comes from a page of ours: it names an Origin, that origin is the host the
 * request was sent to (the front door vouches for `x-forwarded-host`), and where the browser says so (Fetch Metadata) the site is the same. Next lets a request
 * without an Origin through, so every action and route asks here.
 */
export function isSameOrigin(headers: HeaderReader): boolean {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  const site = headers.get("sec-fetch-site");
  if (origin === null || host === null) return false;
  if (site !== null && site !== "same-origin") return false;
  return origin === `${new URL(baseUrl()).protocol}//${host}`;
}

export const foreignOriginSentence =
  "This request did not come from a page of this desk, so nothing was changed. Open the desk and try again there.";
