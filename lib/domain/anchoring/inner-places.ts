import { type Candidate, weighed } from "#lib/domain/anchoring/candidate.ts";
import { goingOn } from "#lib/domain/anchoring/going-on.ts";
import { isWhole } from "#lib/domain/anchoring/grapheme-edges.ts";
import type { QuoteWords } from "#lib/domain/anchoring/quote-words.ts";
import { standingWords } from "#lib/domain/anchoring/standing-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Work } from "#lib/domain/anchoring/work.ts";

const mostHits = 512;
const mostKept = 16;
const weighing = 20;
/** A letter is looked at quicker than a word. */
const unitsPerStep = 16;

/**
 * Where a quote of part of a word stands, letter by letter: at most 512 hits, the sixteen whose context agrees best.
 * `complete` is false when there may be more.
 */
export function innerPlaces(
  index: TextIndex,
  words: QuoteWords,
  work: Work,
): { readonly candidates: readonly Candidate[]; readonly complete: boolean } {
  const { text } = index.tokens;
  const { exact, prefix, suffix } = words.selector;
  const candidates: Candidate[] = [];
  let hits = 0;
  let at = text.indexOf(exact);
  for (; at !== -1 && hits < mostHits; at = text.indexOf(exact, at + 1)) {
    hits += 1;
    const span = { start: at, end: at + exact.length };
    const before = agreement(prefix, (back) => prefix.at(-1 - back) === text[at - 1 - back]);
    const after = agreement(suffix, (on) => suffix[on] === text[span.end + on]);
    const goes = goingOn(index, words.selector, span);
    candidates.push(
      goes === "otherwise"
        ? standingWords(index, words, span)
        : {
            ...weighed(words, { span, quote: 1, exact: true, prefix: before, suffix: after, opposed: false }),
            inner: true,
          },
    );
  }
  work.spend((at === -1 ? text.length : at) / unitsPerStep + hits * weighing);
  const best: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score || a.start - b.start)) {
    if (best.length < mostKept && isWhole(text, candidate)) best.push(candidate);
  }
  return { candidates: best, complete: at === -1 };
}

const looked = 256;

function agreement(context: string, same: (distance: number) => boolean): number {
  const length = Math.min(context.length, looked);
  let agreed = 0;
  while (agreed < length && same(agreed)) agreed += 1;
  return length === 0 ? 0 : agreed / length;
}
