import { constants, inflateSync } from "node:zlib";

/** What is shorter cannot grow beyond 17 MB: deflate reaches a thousandfold. */
const shortest = 16 * 1024;
const mostInflated = 32 * 1024 * 1024;

/**
 * Whether a stream that is no picture inflates beyond 32 MB: drawing orders of a page never do, unless they were made
 * to hold up or fill whoever reads them. The library itself knows no limit.
 */
export function hasSwollenStream(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = file.indexOf("stream");
  while (at >= 0) {
    const start = file[at + 6] === 0x0d ? at + 8 : at + 7;
    const end = file.indexOf("endstream", start);
    const stop = end < 0 ? file.length : end;
    const dictionary = file.toString("latin1", Math.max(0, at - 1_000), at);
    const own = dictionary.slice(dictionary.lastIndexOf(" obj") + 1);
    if (stop - start > shortest && /\/Fl(?:ateDecode)?\b/.test(own) && !/\/Subtype\s*\/Image\b/.test(own)) {
      if (swells(file.subarray(start, stop))) return true;
    }
    at = end < 0 ? -1 : file.indexOf("stream", end + 9);
  }
  return false;
}

function swells(data: Buffer): boolean {
  try {
    inflateSync(data, { maxOutputLength: mostInflated, finishFlush: constants.Z_SYNC_FLUSH });
    return false;
  } catch (error) {
    // Any other error is a broken or encrypted stream, which the library deals with.
    return error instanceof RangeError;
  }
}
