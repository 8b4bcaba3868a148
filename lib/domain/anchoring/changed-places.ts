import { alignWindow, type Pairs } from "#lib/domain/anchoring/align-window.ts";
import { type Candidate, candidateAt, tie } from "#lib/domain/anchoring/candidate.ts";
import { type Kept, keptOf, mostKept } from "#lib/domain/anchoring/kept-words.ts";
import type { QuoteWords } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import { votedWindows, type Window } from "#lib/domain/anchoring/voted-windows.ts";
import type { Work } from "#lib/domain/anchoring/work.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";

/** `isCut` when the whole context stands together somewhere with nothing left of the quote between. */
export type ChangedPlaces = { readonly candidates: readonly Candidate[]; readonly isCut: boolean };

/** Where words of the quote, or all its surroundings, stand: the windows that its rare words point to, aligned. */
export function changedPlaces(index: TextIndex, words: QuoteWords, work: Work): ChangedPlaces {
  const places: Place[] = [];
  let isCut = false;
  for (const window of votedWindows(index, words, work)) {
    isCut = alignAll(index, words, { window, work, places }) || isCut;
    if (work.isDone) break;
  }
  const tight = places.filter((place) => !place.isLoose);
  const wide = places.filter((place) => place.isLoose && !tight.some((other) => outdoes(other, place)));
  const others = tight.filter((place) => !wide.some((other) => overlaps(place.candidate, other.candidate)));
  return { candidates: [...wide, ...others].map(({ candidate }) => candidate), isCut };
}

/** `isLoose` when so many other words stand in its midst that two passages may have been taken for one. */
type Place = { readonly candidate: Candidate; readonly paired: Int32Array; readonly isLoose: boolean };

const mostRounds = 5;
/** A second place that keeps less than this share of what the best one keeps is no rival. */
const rivalShare = 0.6;

/**
 * Adds the places of one window: the best, then those beside it, for of two sentences that fit alike one alignment shows
 * one. True when the whole context stands together with nothing between.
 */
function alignAll(
  index: TextIndex,
  words: QuoteWords,
  at: { readonly window: Window; readonly work: Work; readonly places: Place[] },
): boolean {
  const before = words.prefix.to - words.prefix.from;
  const reach = { start: at.window.low + before, end: at.window.high + before + words.exact.tokens.count };
  const pending = [{ start: 0, end: index.tokens.count }];
  let enough = 0;
  for (let round = 0; round < mostRounds; ) {
    const limits = pending.shift();
    if (limits === undefined) break;
    const among = { start: Math.max(limits.start, reach.start), end: Math.min(limits.end, reach.end) };
    if (round > 0 && mostKept(index, words, among) < enough) continue;
    const pairs = alignWindow(index, words, { window: at.window, work: at.work, limits });
    round += 1;
    if (pairs === null) break;
    const tokens = rangeOf(words, pairs);
    if (tokens === null) continue;
    if (tokens.start === tokens.end) return round === 1 && isFramed(index, words, tokens);
    const kept = keptOf(index, words, { paired: pairs.exact, tokens });
    if (round > 1 && kept.weight === 0) continue;
    const candidate = candidateOf(index, words, { tokens, kept });
    const gap = gapIn(pairs.exact);
    if (!at.places.some(({ candidate: other }) => other.start === candidate.start && other.end === candidate.end)) {
      at.places.push({ candidate, paired: pairs.exact, isLoose: gap !== null });
    }
    if (kept.weight === 0) break;
    if (round === 1) enough = kept.weight * rivalShare;
    pending.push(
      { start: limits.start, end: gap?.end ?? tokens.start },
      { start: gap?.start ?? tokens.end, end: limits.end },
    );
  }
  return false;
}

/** More tokens than this between two words that were nearer in the quote part a place in two. */
const loose = 4;

/** The longest run of other words in the midst of a place. */
function gapIn(paired: Int32Array): Span | null {
  let gap: Span | null = null;
  let longest = loose;
  let last = -1;
  for (const [word, token] of paired.entries()) {
    if (token < 0) continue;
    const start = last < 0 ? token : (paired[last] ?? token) + 1;
    const added = token - start - (word - last - 1);
    if (last >= 0 && added > longest) {
      gap = { start, end: token };
      longest = added;
    }
    last = word;
  }
  return gap;
}

/**
 * Whether a place shows that a loose one over it took two passages for one: it is clearly better, and has a quarter of its
 * words elsewhere. A part of the loose one itself does not show it: words may have been put into the passage.
 */
function outdoes(tight: Place, wide: Place): boolean {
  const [one, other] = [tight.candidate, wide.candidate];
  if (!overlaps(one, other) || one.score <= other.score + tie) return false;
  const there = tight.paired.filter((token) => token >= 0).length;
  return tight.paired.filter((token, word) => token >= 0 && token !== wide.paired[word]).length * 4 >= there;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function isFramed(index: TextIndex, words: QuoteWords, tokens: Span): boolean {
  const nothing = { start: index.tokens.starts[tokens.start] ?? index.tokens.text.length, quote: 0, exact: false };
  return candidateAt(index, words, { ...nothing, tokens, span: { start: nothing.start, end: nothing.start } }).framed;
}

function candidateOf(index: TextIndex, words: QuoteWords, at: { tokens: Span; kept: Kept }): Candidate {
  const { tokens: text } = index;
  const { tokens, kept } = at;
  const span = { start: text.starts[tokens.start] ?? 0, end: text.ends[tokens.end - 1] ?? 0 };
  const exact = typographicFold(text.text.slice(span.start, span.end)) === words.fold;
  const quote = exact ? 1 : Math.min(nearlyAll, kept.share);
  return candidateAt(index, words, { tokens, span, quote, exact });
}

const nearlyAll = 0.99;

/**
 * The tokens that stand for the quote: from its first paired word to its last, widened over words that took the place of
 * unpaired ones at its ends. With no word paired, what stands between the prefix and the suffix. Null for neither.
 */
function rangeOf(words: QuoteWords, { prefix, exact, suffix }: Pairs): Span | null {
  const first = exact.findIndex((token) => token >= 0);
  const last = exact.findLastIndex((token) => token >= 0);
  const before = prefix.findLast((token) => token >= 0) ?? -1;
  const after = suffix.find((token) => token >= 0) ?? -1;
  if (first === -1) {
    if ((prefix.at(-1) ?? -1) < 0 || (suffix[0] ?? -1) < 0) return null;
    return after - before - 1 <= words.exact.tokens.count + 2 ? { start: before + 1, end: after } : null;
  }
  const start = exact[first] ?? 0;
  const end = (exact[last] ?? 0) + 1;
  const lead = before >= 0 ? Math.min(first, start - before - 1) : 0;
  const trail = after >= 0 ? Math.min(exact.length - 1 - last, after - end) : 0;
  return { start: start - lead, end: end + trail };
}
