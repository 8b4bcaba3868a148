import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";

const inflate = promisify(gunzip);

/** The file in a gzip wrapper (RFC 1952), or the bytes as they are. One layer; what inflates beyond the limit is refused. */
export async function unzipped(bytes: Uint8Array): Promise<Result<Uint8Array, ImportProblem>> {
  if (!isGzip(bytes)) return ok(bytes);
  try {
    const inflated = await inflate(bytes, { maxOutputLength: importLimits.inflatedBytes });
    return isGzip(inflated) ? err({ kind: "binary", looksLike: "a compressed file" }) : ok(inflated);
  } catch (error) {
    const isBomb = error instanceof RangeError; // ERR_BUFFER_TOO_LARGE; anything else is a broken stream.
    return err(isBomb ? { kind: "too-large", limit: "bytes" } : { kind: "damaged" });
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}
