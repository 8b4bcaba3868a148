import type { QuoteWords, Words } from "#lib/domain/anchoring/quote-words.ts";
import type { TextIndex } from "#lib/domain/anchoring/text-index.ts";
import type { Work } from "#lib/domain/anchoring/work.ts";

/** Where the first word of a selector, prefix included, would stand: from `low` to `high`, by token of the text. */
export type Window = { readonly low: number; readonly high: number; readonly weight: number };

type Voter = { readonly places: Int32Array; readonly offset: number; readonly weight: number };

const mostWindows = 12;
/** Of a long quote fewer places are compared: so many rows of words in all, and three at least. */
const mostRows = 4000;
const leastWindows = 3;
const mostVoters = 24;
const enoughVoters = 8;
const enoughVotes = 512;
const mostVotes = 4096;
/** Steps that sorting and counting a vote take, and those of a quote with few. */
const stepsPerVote = 4;
const voting = 2000;
/** A place where less than this share of the voters agrees is not the quote's, changed as it may be. */
const leastShare = 0.25;

/**
 * The places, twelve at most, that most of the selector's rare words point to: each word votes, from wherever it stands in the
 * text, for where the selector would begin. Bounded at 4,096 votes, or those of its single rarest word.
 */
export function votedWindows(index: TextIndex, words: QuoteWords, work: Work): Window[] {
  const voters = votersOf(index, words);
  const size = voters.reduce((sum, voter) => sum + voter.places.length, 0);
  work.spend(voting + size * stepsPerVote);
  const votes = new Int32Array(size);
  let filled = 0;
  for (const [number, voter] of voters.entries()) {
    for (const place of voter.places) votes[filled++] = (place - voter.offset) * mostVoters + number;
  }
  votes.sort();
  const reach = 6 + Math.min(48, words.exact.tokens.count >> 2);
  const least = leastShare * voters.reduce((sum, voter) => sum + voter.weight, 0);
  const windows = clusters(votes, reach, voters).filter((window) => window.weight >= least);
  const few = Math.max(leastWindows, Math.min(mostWindows, Math.floor(mostRows / words.exact.tokens.count)));
  return windows.toSorted((a, b) => b.weight - a.weight || a.low - b.low).slice(0, few);
}

function votersOf(index: TextIndex, { prefix, exact, suffix }: QuoteWords): Voter[] {
  const before = prefix.to - prefix.from;
  const quote = exact.to - exact.from;
  const all = [
    ...votersIn(index, prefix, -prefix.from),
    ...votersIn(index, exact, before),
    ...votersIn(index, suffix, before + quote - suffix.from),
  ].toSorted((a, b) => a.places.length - b.places.length);
  const chosen: Voter[] = [];
  let votes = 0;
  for (const voter of all) {
    const sum = votes + voter.places.length;
    if (chosen.length >= mostVoters || (chosen.length >= enoughVoters && sum > enoughVotes)) break;
    if (sum > mostVotes) {
      if (chosen.length === 0) chosen.push({ ...voter, places: voter.places.subarray(0, mostVotes) });
      break;
    }
    chosen.push(voter);
    votes = sum;
  }
  return chosen;
}

function votersIn(index: TextIndex, words: Words, shift: number): Voter[] {
  const voters: Voter[] = [];
  for (let at = words.from; at < words.to; at += 1) {
    const places = index.placesOf(words.tokens.ids[at] ?? -1);
    if (places.length > 0) voters.push({ places, offset: at + shift, weight: words.weights[at] ?? 0 });
  }
  return voters;
}

/** Votes that lie within `reach` of the first of them; a voter counts once in each. */
function clusters(votes: Int32Array, reach: number, voters: readonly Voter[]): Window[] {
  const windows: Window[] = [];
  for (let first = 0; first < votes.length; ) {
    const low = startOf(votes[first] ?? 0);
    let heard = 0;
    let weight = 0;
    let high = low;
    let at = first;
    for (; at < votes.length; at += 1) {
      const vote = votes[at] ?? 0;
      const start = startOf(vote);
      if (start > low + reach) break;
      high = start;
      const bit = 1 << (vote - start * mostVoters);
      if ((heard & bit) === 0) weight += voters[vote - start * mostVoters]?.weight ?? 0;
      heard |= bit;
    }
    windows.push({ low, high, weight });
    first = at;
  }
  return windows;
}

function startOf(vote: number): number {
  return Math.floor(vote / mostVoters);
}
