import type { Tokens } from "#lib/domain/alignment/tokens.ts";

type Words = Pick<Tokens, "text" | "starts" | "ends">;
const sentenceEnd = /^[.!?…。！？؟।]+$/u;
const closing = /^["'”’»)\]」』]$/u;
const sign = /^[^\p{L}\p{N}]/u;

/** Whether a sentence seems to end with this token, closing quotation marks and brackets included. -1 is the text's start. */
export function endsSentence(words: Words, at: number): boolean {
  return sentenceEnd.test(wordAt(words, closing.test(wordAt(words, at)) ? at - 1 : at));
}

export function isSign(words: Words, at: number): boolean {
  return sign.test(wordAt(words, at));
}

function wordAt({ text, starts, ends }: Words, at: number): string {
  return at < 0 ? "." : text.slice(starts[at], ends[at]);
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
