import sniffEncoding from "html-encoding-sniffer";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { looksLikeBinary } from "#lib/formats/import/binary-signature.ts";
import type { CharsetGuess } from "#lib/formats/import/guess-charset.ts";
import { guessCharset, guessUtf16 } from "#lib/formats/import/guess-charset.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";

export type Decoded = { readonly text: string; readonly warnings: readonly string[] };

const undeclared = "undeclared";
const lostCharacters = "Some characters of the page could not be read; they stand as “\uFFFD”.";
const silent = "The document does not say how its characters are encoded.";
const mistaken = "The document is not encoded as it says.";

/**
 * Bytes into text: byte order mark, then the transport's charset, then (for markup) the document's own declaration as
 * the WHATWG sniffing algorithm finds it, else UTF-8. What is not UTF-8 and declares nothing, or plainly declares it
 * wrongly, is read as the likeliest encoding, with a warning. Bytes that read as text in none are a problem.
 */
export function decodeBytes(
  bytes: Uint8Array,
  hints: { readonly markup: boolean; readonly contentType: string },
): Result<Decoded, ImportProblem> {
  const looksLike = looksLikeBinary(bytes);
  if (looksLike !== null) return err({ kind: "binary", looksLike });
  const sniffed = sniffEncoding(bytes, {
    xml: !hints.markup,
    transportLayerEncodingLabel: /charset\s*=\s*["']?([^\s;"']+)/i.exec(hints.contentType)?.[1],
    defaultEncoding: undeclared,
  });
  const encoding = sniffed === undeclared ? (laterDeclaration(bytes, hints.markup) ?? undeclared) : sniffed;
  if (!encoding.startsWith("UTF-16") && hasControls(Buffer.from(bytes).toString("latin1"))) {
    const wide = guessUtf16(bytes);
    return wide === null ? binary() : guessed(bytes, wide, silent);
  }
  const decoded =
    encoding === undeclared ? decodeUndeclared(bytes, hints.markup) : decodeAs(bytes, encoding, hints.markup);
  if (decoded.ok && hasControls(decoded.value.text)) return binary();
  return decoded;
}

const binary = () => err({ kind: "binary" as const, looksLike: null });

/** An XML declaration's encoding, or a page's own charset beyond the first 1,024 bytes, where browsers also find it. */
function laterDeclaration(bytes: Uint8Array, markup: boolean): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536)).toString("latin1");
  const found =
    /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head) ??
    (markup ? /<meta\s[^<>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head) : null);
  if (found?.[1] === undefined || /^utf-?16/i.test(found[1])) return null;
  return decode(new Uint8Array(), found[1], { fatal: true }) === null ? null : found[1];
}

function decodeUndeclared(bytes: Uint8Array, markup: boolean): Result<Decoded, ImportProblem> {
  const text = decode(bytes, "utf-8", { fatal: true });
  if (text !== null) return ok({ text, warnings: [] });
  const guess = guessCharset(bytes, markup);
  if (guess !== null) return guessed(bytes, guess, silent);
  return markup ? guessed(bytes, western, silent) : err({ kind: "not-utf8" });
}

const western = { label: "windows-1252", name: "Western European (windows-1252)", isSure: false };

function guessed(
  bytes: Uint8Array,
  { label, name, isSure }: CharsetGuess,
  why: string,
): Result<Decoded, ImportProblem> {
  const text = decode(bytes, label, { fatal: false });
  if (text === null) return err({ kind: "not-utf8" });
  const check = isSure ? "" : " That is a guess: check its letters, accents and quotation marks.";
  const lost = text.includes("\uFFFD") ? [lostCharacters] : [];
  return ok({ text, warnings: [`${why} It was read as ${name}.${check}`, ...lost] });
}

function decodeAs(bytes: Uint8Array, encoding: string, markup: boolean): Result<Decoded, ImportProblem> {
  const text = decode(bytes, encoding, { fatal: true });
  if (text !== null) {
    const better = betterThan(bytes, { encoding, text, markup });
    return better === null ? ok({ text, warnings: [] }) : guessed(bytes, better, mistaken);
  }
  const withLosses = decode(bytes, encoding, { fatal: false });
  if (withLosses === null) return decodeUndeclared(bytes, markup);
  const lost = countOf(withLosses, /\uFFFD/g);
  const guess = lost >= 3 && lost * 2 > countOf(withLosses, /[^\x00-\x7F]/g) ? guessCharset(bytes, markup) : null;
  if (guess !== null) return guessed(bytes, guess, mistaken);
  return markup ? ok({ text: withLosses, warnings: [lostCharacters] }) : err({ kind: "not-utf8" });
}

/** UTF-8 in a document that says otherwise is no accident, and no language writes most of its letters with accents. */
function betterThan(
  bytes: Uint8Array,
  { encoding, text, markup }: { readonly encoding: string; readonly text: string; readonly markup: boolean },
): CharsetGuess | null {
  if (/^utf/i.test(encoding)) return null;
  const foreign = countOf(text, /[^\x00-\x7F]/g);
  if (foreign < 6) return null;
  if (decode(bytes, "utf-8", { fatal: true }) !== null && !/^iso-2022/i.test(encoding))
    return { label: "utf-8", name: "UTF-8", isSure: true };
  if (!/^(?:windows-1252|iso-8859-1)$/i.test(encoding)) return null;
  const letters = countOf(markup ? text.replace(/<[^<>]*>/g, " ") : text, /\p{L}/gu);
  if (foreign * 2 <= letters) return null;
  const guess = guessCharset(bytes, markup);
  return guess?.isSure === true && guess.label !== "windows-1252" ? guess : null;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
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
