import { typographicFold } from "#lib/domain/fold.ts";

type Said = { readonly statement: string; readonly quote: string };

/** Fewer words are alike too easily. */
const fewestWords = 4;
const alikeFrom = 0.6;
const mostWords = 60;
/** A word; in scripts that part no words by spaces, a character. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

/**
 * How nearly two claims say the same, 0 to 1: the Jaccard index of the words of their statements or of their quotes,
 * whichever is higher. 0 below six tenths, and for words too few to tell.
 */
export function claimLikeness(one: Said, other: Said): number {
  const best = Math.max(overlap(one.statement, other.statement), overlap(one.quote, other.quote));
  return best < alikeFrom ? 0 : best;
}

const single = /['\u2018\u2019]/g;
const double = /["\u201C\u201D\u201E\u00AB\u00BB]/g;
const opens = /(^|[\s([\u2013\u2014-])(['"])/g;

/**
 * The same words as different hands set them, the given ones first: straight and curled quotation marks, and every dash
 * a hyphen. Not everything that is equal under the typographic fold, but what articles about one thing differ in.
 */
export function typesettings(quote: string): string[] {
  const straight = quote.replace(single, "'").replace(double, '"');
  const plain = typographicFold(quote);
  return [...new Set([quote, straight, curled(straight), plain, curled(plain)])];
}

function curled(straight: string): string {
  return straight
    .replace(opens, (_, before: string, mark: string) => before + (mark === "'" ? "\u2018" : "\u201C"))
    .replaceAll("'", "\u2019")
    .replaceAll('"', "\u201D");
}

function overlap(one: string, other: string): number {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  if (mine.size < fewestWords || theirs.size < fewestWords) return 0;
  const shared = [...mine].filter((known) => theirs.has(known)).length;
  return shared / (mine.size + theirs.size - shared);
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = typographicFold(text.slice(0, 2000)).toLowerCase().match(word) ?? [];
  return new Set(words.slice(0, mostWords));
}
