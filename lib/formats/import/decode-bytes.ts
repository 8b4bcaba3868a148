import sniffEncoding from "html-encoding-sniffer";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { looksLikeBinary } from "#lib/formats/import/binary-signature.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";

export type Decoded = { readonly text: string; readonly warnings: readonly string[] };

const undeclared = "undeclared";
const lostCharacters = "Some characters of the page could not be read; they stand as “\uFFFD”.";

/**
 * Bytes into text: byte order mark, then the transport's charset, then (for markup) the page's own declaration as the
 * WHATWG sniffing algorithm finds it, else UTF-8. Undeclared markup that is not UTF-8 is read as windows-1252, as
 * browsers do; any other text that is not UTF-8 is a problem.
 */
export function decodeBytes(
  bytes: Uint8Array,
  hints: { readonly markup: boolean; readonly contentType: string },
): Result<Decoded, ImportProblem> {
  const looksLike = looksLikeBinary(bytes);
  if (looksLike !== null) return err({ kind: "binary", looksLike });
  const encoding = sniffEncoding(bytes, {
    xml: !hints.markup,
    transportLayerEncodingLabel: /charset\s*=\s*["']?([^\s;"']+)/i.exec(hints.contentType)?.[1],
    defaultEncoding: undeclared,
  });
  if (!encoding.startsWith("UTF-16") && hasControls(Buffer.from(bytes).toString("latin1"))) return binary();
  const decoded =
    encoding === undeclared ? decodeUndeclared(bytes, hints.markup) : decodeAs(bytes, encoding, hints.markup);
  if (decoded.ok && hasControls(decoded.value.text)) return binary();
  return decoded;
}

const binary = () => err({ kind: "binary" as const, looksLike: null });

function decodeUndeclared(bytes: Uint8Array, markup: boolean): Result<Decoded, ImportProblem> {
  const text = decode(bytes, "utf-8", { fatal: true });
  if (text !== null) return ok({ text, warnings: [] });
  const western = markup ? decode(bytes, "windows-1252", { fatal: false }) : null;
  if (western === null) return err({ kind: "not-utf8" });
  return ok({
    text: western,
    warnings: [
      "The page does not say how its characters are encoded. It was read as Western European; check accents and quotation marks.",
    ],
  });
}

function decodeAs(bytes: Uint8Array, encoding: string, markup: boolean): Result<Decoded, ImportProblem> {
  const text = decode(bytes, encoding, { fatal: true });
  if (text !== null) return ok({ text, warnings: [] });
  const withLosses = markup ? decode(bytes, encoding, { fatal: false }) : null;
  return withLosses === null ? err({ kind: "not-utf8" }) : ok({ text: withLosses, warnings: [lostCharacters] });
}

function decode(bytes: Uint8Array, encoding: string, options: { readonly fatal: boolean }): string | null {
  try {
    return new TextDecoder(encoding, options).decode(bytes);
  } catch {
    return null; // TypeError: malformed for this encoding. RangeError: an encoding without a decoder ("replacement").
  }
}

/** A NUL, or more than one other control in a thousand characters. Escape stays: ISO-2022-JP shifts with it. */
export function hasControls(text: string): boolean {
  if (text.includes("\0")) return true;
  const controls = text.match(/[\u0001-\u0008\u000E-\u0019\u001C-\u001F\u007F]/g);
  return controls !== null && controls.length * 1000 > text.length;
}
