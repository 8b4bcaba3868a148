import { goesOnOtherwise } from "#lib/domain/alignment/glued-edges.ts";
import type { QuoteSelector } from "#lib/domain/anchoring/anchor.ts";
import { goesOnAfter, goesOnBefore, isFigure } from "#lib/domain/anchoring/figures.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Span } from "#lib/domain/span.ts";

/** `inner`: part of a longer word, which may have been meant; `otherwise`: part of a word or figure that was another. */
export type GoingOn = "no" | "inner" | "otherwise";

/** Whether a word or figure goes on beyond a place where the quote's words stand, as far as the context tells. */
export function goingOn(index: TextIndex, { exact, prefix, suffix }: QuoteSelector, place: Span): GoingOn {
  const before = prefix === "" ? bareBefore(index, place) : knownBefore(index, { exact, prefix }, place);
  const after = suffix === "" ? bareAfter(index, place) : knownAfter(index, { exact, suffix }, place);
  if (before === "otherwise" || after === "otherwise") return "otherwise";
  if (before === "no" && after === "no") return "no";
  const isCutWord = before !== "longer" && after !== "longer";
  return isCutWord || (prefix === "" && suffix === "") ? "inner" : "otherwise";
}

/** A place with the whole of the words and figures in which it begins and ends, by token. */
export function widened(index: TextIndex, place: Span): Span {
  let { start, end } = index.tokensIn(place);
  while (goesOnBefore(index.tokens, start)) start -= isFigure(index.tokens, start - 2) ? 2 : 1;
  while (goesOnAfter(index.tokens, end - 1)) end += 2;
  return { start, end };
}

type Bare = "no" | "cut" | "longer";
type Known = "no" | "otherwise";

function bareBefore(index: TextIndex, { start, end }: Span): Bare {
  const first = index.tokensIn({ start, end }).start;
  if ((index.tokens.starts[first] ?? start) < start) return isFigure(index.tokens, first) ? "longer" : "cut";
  return goesOnBefore(index.tokens, first) ? "longer" : "no";
}

function bareAfter(index: TextIndex, { start, end }: Span): Bare {
  const last = index.tokensIn({ start, end }).end - 1;
  if ((index.tokens.ends[last] ?? end) > end) return isFigure(index.tokens, last) ? "longer" : "cut";
  return goesOnAfter(index.tokens, last) ? "longer" : "no";
}

/**
 * A context may end within the word that goes on, so the text is read as far as the context goes, and in full as well, for
 * the same letters may be longer or shorter there in another normal form.
 */
function knownBefore({ tokens: { text } }: TextIndex, quote: { exact: string; prefix: string }, place: Span): Known {
  if (isSpace(text[place.start - 1]) && isSpace(quote.prefix.at(-1))) return "no";
  const older = {
    text: quote.prefix.slice(-reach) + quote.exact,
    span: spanOf(quote.prefix.slice(-reach), quote.exact),
  };
  const words = text.slice(place.start, place.end);
  const isOther = [quote.prefix.length, reach].every((length) => {
    const lead = text.slice(Math.max(0, place.start - Math.min(length, reach)), place.start);
    return goesOnOtherwise(older, { text: lead + words, span: spanOf(lead, words) });
  });
  return isOther ? "otherwise" : "no";
}

function knownAfter({ tokens: { text } }: TextIndex, quote: { exact: string; suffix: string }, place: Span): Known {
  if (isSpace(text[place.end]) && isSpace(quote.suffix[0])) return "no";
  const older = { text: quote.exact + quote.suffix.slice(0, reach), span: spanOf("", quote.exact) };
  const words = text.slice(place.start, place.end);
  const isOther = [quote.suffix.length, reach].every((length) => {
    const trail = text.slice(place.end, place.end + Math.min(length, reach));
    return goesOnOtherwise(older, { text: words + trail, span: spanOf("", words) });
  });
  return isOther ? "otherwise" : "no";
}

/** As far as a word or figure is followed beyond an edge, UTF-16 code units. */
const reach = 16;

function spanOf(lead: string, words: string): Span {
  return { start: lead.length, end: lead.length + words.length };
}

function isSpace(unit: string | undefined): boolean {
  return unit === undefined || unit === " " || unit === "\n";
}
