import "server-only";
import { createHash } from "node:crypto";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { documentPolicy, pageHead } from "#lib/formats/edition/page-parts.ts";
import { reportTokens } from "#lib/formats/report/report-tokens.ts";

/** A document that is ready to be sent again and again. */
export type Ready = {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly size: number;
  /** 200 where it is not said. */
  readonly status?: number;
};

type Made = {
  readonly content: string | Uint8Array;
  readonly type: string;
  /** The digests of the editions that it is made of. */
  readonly digest: string;
  readonly isIndexed: boolean;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Its ETag names the edition's digest and its own bytes, so that a page that says more of the same edition is another. */
export function ready({ content, type, digest, isIndexed, headers = {} }: Made): Ready {
  const body = new Uint8Array(typeof content === "string" ? new TextEncoder().encode(content) : content);
  const own = createHash("sha256").update(body).digest("hex").slice(0, 16);
  const etag = `"${digest.slice(0, 32)}-${own}"`;
  return {
    body,
    etag,
    size: body.byteLength + 1_000,
    headers: {
      "content-type": type,
      etag,
      ...(isIndexed ? {} : { "x-robots-tag": "noindex" }),
      ...headers,
    },
  };
}

/** A page that nothing may frame but those named, and that loads nothing. */
export function pageHeaders(
  html: string,
  frameAncestors: "'none'" | "'self'" | "*" = "'none'",
): Record<string, string> {
  return { "content-security-policy": documentPolicy(html, frameAncestors) };
}

/** A file to keep: whatever it holds, no browser opens it here. */
export function fileHeaders(name: string): Record<string, string> {
  return {
    "content-disposition": `attachment; filename="${name}"`,
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  };
}

const asked = "public, max-age=0, must-revalidate";

/** Every reader asks again each time, so that what is closed or corrected is gone at once; the same costs no body. */
export function sendPublic(request: Request, { body, headers, etag, status = 200 }: Ready): Response {
  const all = { ...headers, "cache-control": asked };
  return status === 200 && isKnown(request, etag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { status, headers: all });
}

/** For holders of a link alone: nothing keeps it, and no machine lists it. */
export function sendPrivate({ body, headers, status = 200 }: Ready): Response {
  const { etag: _, ...rest } = headers;
  return new Response(body, {
    status,
    headers: { ...rest, "cache-control": "private, no-store", "x-robots-tag": "noindex" },
  });
}

/** If-None-Match (RFC 9110): compared weakly. */
function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get("if-none-match");
  if (known === null) return false;
  return known.split(",").some((one) => one.trim().replace(/^W\//, "") === etag || one.trim() === "*");
}

const goneCss =
  "body { margin: 4rem auto; max-inline-size: 30rem; padding-inline: 1rem; font: 1rem/1.5 var(--font-ui); color: var(--color-ink); background: var(--color-paper) }";
const goneHtml = toHtml({
  type: "root",
  children: [
    { type: "doctype" },
    h("html", { lang: "en" }, [
      pageHead({
        title: "Nothing here",
        css: [reportTokens, goneCss],
        page: { canonical: "", isIndexed: false },
      }),
      h("body", {}, [
        h("main", {}, [
          h("h1", {}, "Nothing here"),
          h(
            "p",
            {},
            "There is nothing at this address, or no longer. Look at the address again, or ask whoever gave it to you.",
          ),
        ]),
      ]),
    ]),
  ],
});
const gonePolicy = documentPolicy(goneHtml, "'none'");

/** The same for what is not there, what is not public and what is not public yet. */
export function nothingHere(): Response {
  return new Response(goneHtml, {
    status: 404,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": gonePolicy,
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  });
}
