import { err, ok, type Result } from "#lib/domain/result.ts";

/** So little is handed over at a time that what comes of it, at most a thousand times as much, has room. */
const slice = 16 * 1024;

/**
 * What deflated bytes hold, with the head of zlib ("deflate", RFC 1950) or without ("deflate-raw", RFC 1951). It stops as
 * soon as that is more than `most`. In a browser too.
 */
export async function inflatedWithin(
  bytes: Uint8Array,
  most: number,
  form: "deflate" | "deflate-raw",
): Promise<Result<Uint8Array, "broken" | "too-large">> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = slicesOf(bytes).pipeThrough(new DecompressionStream(form)).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.byteLength;
      if (length > most) {
        await reader.cancel();
        return err("too-large");
      }
      pieces.push(next.value);
    }
  } catch {
    return err("broken");
  }
  return ok(joined(pieces, length));
}

function slicesOf(bytes: Uint8Array): ReadableStream<BufferSource> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.byteLength) return controller.close();
      controller.enqueue(bytes.slice(at, at + slice));
      at += slice;
    },
  });
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
