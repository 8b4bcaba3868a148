import type { Line } from "#lib/formats/import/pdf/pdf-page.ts";

/** How often each word stands in a document, lower-cased, words with hyphens as they are. Halves at line ends do not count. */
export type KnownWords = ReadonlyMap<string, number>;

const word = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu;
const brokenEnd = /([\p{L}\p{M}]+(?:[-\u2010\u00AD][\p{L}\p{M}]+)*)[-\u2010\u00AD]$/u;

/** "fifty-two" is written with its hyphen wherever it stands. */
const tens = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;
const ones =
  /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$/i;

export function isBroken(text: string): boolean {
  return brokenEnd.test(text.slice(-80));
}

export function knownWords(lines: Iterable<Line>): KnownWords {
  const counts = new Map<string, number>();
  let isHalf = false;
  for (const { text } of lines) {
    const words = text.match(word) ?? [];
    const last = isBroken(text) ? words.length - 1 : words.length;
    for (const found of words.slice(isHalf ? 1 : 0, last)) {
      const key = found.toLowerCase().replaceAll("\u2010", "-");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    isHalf = isBroken(text);
  }
  return counts;
}

/**
 * How a line goes on with the next: how many of its last characters go (a hyphen that only the line's end called for),
 * and what comes between. A hyphen goes where the document has the whole word elsewhere, or where small letters stand on
 * both sides and it nowhere has the word with its hyphen.
 */
export function lineJoin(
  text: string,
  next: string,
  known: KnownWords,
): { readonly cut: number; readonly glue: string } {
  const before = brokenEnd.exec(text.slice(-80))?.[1];
  if (before === undefined)
    return { cut: 0, glue: /\p{Pd}$/u.test(text) && /[\p{L}\p{N}]\p{Pd}$/u.test(text) ? "" : " " };
  const after = /^[\p{L}\p{M}]+/u.exec(next)?.[0];
  if (text.endsWith("\u00AD")) return { cut: 1, glue: "" };
  if (after === undefined) return { cut: 0, glue: /^[\p{N}]/u.test(next) ? "" : " " };
  if (/^(?:and|or|und|oder|bzw)$/i.test(after) && /\s/.test(next.charAt(after.length))) return { cut: 0, glue: " " };
  if (tens.test(before) && ones.test(after)) return { cut: 0, glue: "" };
  const whole = known.get((before + after).toLowerCase()) ?? 0;
  const hyphened = known.get(`${before}-${after}`.toLowerCase().replaceAll("\u2010", "-")) ?? 0;
  if (whole > 0 && whole >= hyphened) return { cut: 1, glue: "" };
  const isSmall = /\p{Ll}$/u.test(before) && /^\p{Ll}/u.test(after) && !/[-\u2010]/.test(before);
  return { cut: hyphened === 0 && isSmall ? 1 : 0, glue: "" };
}

export function endsSentence(text: string): boolean {
  return /[.!?…:。！？۔؟][\s"'”’»«“‹›)\]\d]*$/u.test(text);
}
