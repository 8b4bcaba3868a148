import { type Alignment, alignTexts } from "#lib/domain/alignment/align-texts.ts";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
import type { PlacedSpan } from "#lib/domain/placement.ts";

/** Sentences that share hardly a word, to stand around the one in question. */
export const filler = [
  "The harbour office keeps a ledger of every ship that entered since 1874.",
  "Two clerks copy the figures into a second book each evening.",
  "Nobody could say why the pages for March were missing.",
  "A retired pilot remembered fog, and a dredger that lay across the channel.",
  "The insurance company paid in full and asked no questions.",
  "Prices for coal rose by a fifth before the thaw came.",
  "Some families left the town for good; others rented their attics to strangers.",
  "In the archive of the parish there is a drawing of the broken pier.",
] as const;

/** What became of a quote: its placement, and the words it stands on now, null when lost. */
type Fate = {
  readonly placement: PlacedSpan["placement"];
  readonly words: string | null;
  readonly start: number | null;
};

export function aligned(older: string, newer: string): Alignment {
  const result = alignTexts(older, newer);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** Each quote is looked for where it first stands in the older text. */
export function fatesOf(older: string, newer: string, quotes: readonly string[]): Fate[] {
  const alignment = aligned(older, newer);
  return quotes.map((quote) => {
    const start = older.indexOf(quote);
    if (start === -1) throw new Error(`not in the older text: ${quote}`);
    const placed = placeSpan(alignment, { start, end: start + quote.length });
    const words = placed.placement === "lost" ? null : newer.slice(placed.start, placed.end);
    return { placement: placed.placement, words, start: placed.start };
  });
}

export function fateOf(older: string, newer: string, quote: string): Fate {
  const [fate] = fatesOf(older, newer, [quote]);
  if (fate === undefined) throw new Error("no answer");
  return fate;
}

export const paragraphs = (...list: readonly string[]) => list.join("\n\n");
