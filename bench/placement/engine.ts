import { alignTexts } from "#lib/domain/alignment/align-texts.ts";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
import { tokenise } from "#lib/domain/alignment/tokens.ts";
import { Vocabulary } from "#lib/domain/alignment/vocabulary.ts";
import type { PlacedSpan } from "#lib/domain/placement.ts";
import type { DrawnQuote } from "./draw-quotes.ts";

/** All of it: both texts read, aligned once, every quote placed. */
export function placeAll(older: string, newer: string, quotes: readonly DrawnQuote[]): PlacedSpan[] {
  const aligned = alignTexts(older, newer);
  if (!aligned.ok) throw new Error(aligned.error);
  return quotes.map(({ span }) => placeSpan(aligned.value, span));
}

/** The least that any alignment must do. */
export function tokeniseBoth(older: string, newer: string): number {
  const vocabulary = new Vocabulary();
  return tokenise(older, vocabulary).count + tokenise(newer, vocabulary).count;
}
