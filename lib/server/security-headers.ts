import "server-only";

export type Policy = { readonly nonce: string; readonly mode: "production" | "development" };

/**
 * The content security policy of one response (CSP Level 3, strict by nonce). Next reads the nonce from the same header
 * of the request, and puts it on the scripts and styles that it renders; a page rendered at build time has none.
 */
export function contentSecurityPolicy({ nonce, mode }: Policy): string {
  // Hot reload evaluates code, writes style elements without a nonce, and talks through a web socket.
  const development = mode === "development";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "manifest-src 'self'",
  ].join("; ");
}

/** The headers that every response carries. Caching is left to Next and to the routes. */
export function fixedHeaders(publicUrl: URL): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(publicUrl.protocol === "https:" ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

/** Where the bookmarklet opens our page, and the page it was used on sends itself. */
const receivingPath = /^\/articles\/import\/page\/?\?receive(?:[=&]|$)/;

/**
 * The opener policy of the answer to a request for `url` (path and query). Every page is cut off from whoever opened
 * it, but for the one window that waits for a message from there (Cross-Origin-Opener-Policy, HTML Standard).
 */
export function openerPolicy(url: string): "same-origin" | "unsafe-none" {
  return receivingPath.test(url) ? "unsafe-none" : "same-origin";
}

/** Who may load the answer to a request for `url`: our own pages, but for the frames that are made for any (Fetch, CORP). */
export function resourcePolicy(url: string): "same-origin" | "cross-origin" {
  return url.startsWith("/embed/") ? "cross-origin" : "same-origin";
}
