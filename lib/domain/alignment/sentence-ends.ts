import type { Tokens } from "#lib/domain/alignment/tokens.ts";

type Words = Pick<Tokens, "text" | "starts" | "ends">;
const stops = codesOf(".!?…。！？؟।");
const closings = codesOf("\"'”’»)]」』");
const sign = /^[^\p{L}\p{N}]/u;

function codesOf(signs: string): ReadonlySet<number> {
  return new Set([...signs].map((character) => character.charCodeAt(0)));
}

/**
 * Whether a sentence seems to end with this token, closing quotation marks and brackets included; a full stop inside a
 * figure or an address ends none. -1 is the text's start.
 */
export function endsSentence(words: Words, at: number): boolean {
  if (at < 0) return true;
  const last = lastCode(words, at);
  const stop = stops.has(last) ? last : closings.has(last) && at > 0 ? lastCode(words, at - 1) : 0;
  if (!stops.has(stop)) return false;
  return stop > fullWidth || at + 1 >= words.starts.length || (words.starts[at + 1] ?? 0) > (words.ends[at] ?? 0);
}

/** From here on signs are as wide as a letter and no space follows them. */
const fullWidth = 0x2e80;

function lastCode({ text, ends }: Words, at: number): number {
  return text.charCodeAt((ends[at] ?? 1) - 1);
}

export function isSign({ text, starts, ends }: Words, at: number): boolean {
  return at < 0 || sign.test(text.slice(starts[at], ends[at]));
}

const longest = 120;

/** The tokens of the sentence or sentences that hold `[p, q)`, at most 120 more on each side. */
export function sentenceAround(tokens: Tokens, { p, q }: { p: number; q: number }): { p: number; q: number } {
  let from = p;
  while (from > 0 && p - from < longest && tokens.breaks[from] !== 1 && !endsSentence(tokens, from - 1)) from -= 1;
  let to = q;
  while (to < tokens.count && to - q < longest && tokens.breaks[to] !== 1 && !endsSentence(tokens, to - 1)) to += 1;
  return { p: from, q: to };
}
