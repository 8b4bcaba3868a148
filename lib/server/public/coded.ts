import "server-only";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { byteCache } from "#lib/server/public/byte-cache.ts";

const compress = promisify(gzip);
const mostCompressed = 16 * 1024 * 1024;
const kept = byteCache<{ readonly bytes: Uint8Array; readonly size: number }>(mostCompressed);
const leastToCompress = 1_024;

/**
 * The body of an answer, in gzip where that helps and the reader takes it, when the headers are made to say so. Whatever
 * has an ETag is compressed once; its ETag gets weak, since the bytes are others (RFC 9110). Null without a body.
 */
export async function coded(answer: Response, accepted: string | string[] | undefined): Promise<Uint8Array | null> {
  const { headers } = answer;
  const isText = /^(?:text\/|application\/(?:json|ld\+json|atom\+xml|x-))/.test(headers.get("content-type") ?? "");
  if (isText) headers.set("vary", "accept-encoding");
  const isCoded = isText && takesGzip([accepted ?? ""].flat().join());
  const etag = headers.get("etag");
  if (isCoded && etag !== null) headers.set("etag", `W/${etag}`);
  if (answer.body === null) return null;
  const body = new Uint8Array(await answer.arrayBuffer());
  if (!isCoded || body.byteLength < leastToCompress) return body;
  headers.set("content-encoding", "gzip");
  if (etag === null) return await compress(body);
  const once = await kept(etag, async () => {
    const bytes = await compress(body);
    return { bytes, size: bytes.byteLength + 200 };
  });
  return once?.bytes ?? null;
}

/** Accept-Encoding (RFC 9110), but for its wildcard: what is sent as it is suits everybody. */
function takesGzip(accepted: string): boolean {
  return accepted.split(",").some((coding) => {
    const [name = "", weight = "q=1"] = coding.split(";").map((part) => part.trim().toLowerCase());
    return name === "gzip" && !/^q=0(?:\.0*)?$/.test(weight);
  });
}
