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
