/** What a character is to the alignment: see `tokenise`. */
export const letterClass = { space: 0, word: 1, single: 2, invisible: 3, symbol: 4, clinging: 5 } as const;

const unknown = 255;
const classes = new Uint8Array(0x10000).fill(unknown);

const space = /[\s\u0085]/u;
const invisible = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/;
/** Marks, the voicing marks of half-width kana, and the vowels of Thai and Lao that are letters to Unicode and still never begin a grapheme. */
const clinging = /[\p{M}\u0E33\u0EB3\uFF9E\uFF9F\p{Emoji_Modifier}]/u;
/** Scripts that write no space between words: each letter stands for itself. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const word = /[\p{L}\p{N}]/u;

function classify(character: string): number {
  if (invisible.test(character)) return letterClass.invisible;
  if (space.test(character)) return letterClass.space;
  if (clinging.test(character)) return letterClass.clinging;
  if (!word.test(character)) return letterClass.symbol;
  return unspaced.test(character) ? letterClass.single : letterClass.word;
}

/** The class of a code point. Kept in a table for the Basic Multilingual Plane, for this is asked for every character. */
export function classOf(codePoint: number): number {
  if (codePoint > 0xffff) return classify(String.fromCodePoint(codePoint));
  const known = classes[codePoint] ?? unknown;
  if (known !== unknown) return known;
  const found = classify(String.fromCharCode(codePoint));
  classes[codePoint] = found;
  return found;
}
