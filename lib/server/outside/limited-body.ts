import "server-only";
import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** Thrown when a body is larger than allowed, on the wire or decompressed. */
export class BodyTooLarge extends Error {}

/** Thrown when a body is compressed in a way that was not asked for. */
export class UnknownEncoding extends Error {}

/** Reads a body to its end, decompressed, holding at most `maxBytes` of it and of its compressed form. */
export async function readLimited(
  body: Readable,
  options: { readonly encoding: string; readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > options.maxBytes) throw new BodyTooLarge();
      chunks.push(chunk);
    }
  };
  const decoder = decoderFor(options.encoding);
  if (decoder === null) await pipeline(body, collect, { signal: options.signal });
  else await pipeline(body, atMost(options.maxBytes), decoder, collect, { signal: options.signal });
  return new Uint8Array(Buffer.concat(chunks));
}

function decoderFor(encoding: string): Transform | null {
  switch (encoding.trim().toLowerCase()) {
    case "":
    case "identity":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new UnknownEncoding();
  }
}

function atMost(maxBytes: number) {
  return async function* (source: AsyncIterable<Buffer>) {
    let size = 0;
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new BodyTooLarge();
      yield chunk;
    }
  };
}
