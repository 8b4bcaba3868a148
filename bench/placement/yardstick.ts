import search from "approx-string-match";
import type { DrawnQuote } from "./draw-quotes.ts";
import { fewestErrors } from "./fewest-errors.ts";

const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const mostErrors = 256;

type Match = { readonly start: number; readonly end: number; readonly errors: number };
export type Found = { readonly start: number; readonly end: number };

/**
 * Finds one quote at a time in the whole text, as browser annotators do: the old place if the words still stand there,
 * else all exact hits, else the approximate hits with the fewest errors, the best by quote, prefix, suffix and old
 * place. Null when nothing comes near. It is the yardstick, so it is as fast as this method can be: the same answers with
 * fewer errors allowed first, and a context is compared only where it can still decide.
 */
export function findQuote(text: string, selector: DrawnQuote): Found | null {
  const { quote, span } = selector;
  if (text.startsWith(quote, span.start)) return span;
  const exact = exactHits(text, quote);
  return best(text, selector, exact.length > 0 ? exact : nearHits(text, quote));
}

function exactHits(text: string, quote: string): Match[] {
  const hits: Match[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    hits.push({ start: at, end: at + quote.length, errors: 0 });
  }
  return hits;
}

/** The hits with the fewest errors are the same whatever the limit, and half the limit is usually enough and quicker. */
function nearHits(text: string, quote: string): Match[] {
  const limit = Math.floor(Math.min(mostErrors, quote.length / 2));
  const hits = search(text, quote, limit >> 1);
  return hits.length > 0 ? hits : search(text, quote, limit);
}

function best(text: string, selector: DrawnQuote, matches: readonly Match[]): Found | null {
  const { quote, prefix, suffix, span } = selector;
  const placed = matches.map((match) => {
    const position = 1 - Math.abs(match.start - span.start) / text.length;
    return { match, sure: weights.quote * (1 - match.errors / quote.length) + weights.position * position };
  });
  let found: Match | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (const { match, sure } of placed.toSorted((a, b) => b.sure - a.sure)) {
    if (sure + weights.prefix + weights.suffix <= highest) break;
    const before = weights.prefix * likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix);
    if (sure + before + weights.suffix <= highest) continue;
    const after = weights.suffix * likeness(text.slice(match.end, match.end + suffix.length), suffix);
    if (sure + before + after > highest) {
      highest = sure + before + after;
      found = match;
    }
  }
  return found;
}

function likeness(text: string, context: string): number {
  if (context === "") return 1;
  return text.includes(context) ? 1 : 1 - fewestErrors(text, context) / context.length;
}
