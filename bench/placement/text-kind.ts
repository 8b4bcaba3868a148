import type { Random } from "./random.ts";

/** A word to be, with the signs that hang on it. */
export type Piece = { readonly before: string; readonly core: string; readonly after: string };

/** How one kind of text is made up. `glue` stands between words. */
export type TextKind = {
  readonly name: string;
  readonly glue: string;
  /** A single word, as a substitute or an insertion. */
  readonly word: (random: Random) => string;
  readonly sentence: (random: Random) => Piece[];
};

export type Signs = {
  readonly comma: string;
  readonly stops: readonly string[];
  readonly quotes: readonly [string, string];
  readonly dash: string;
};

const latinSigns: Signs = {
  comma: ",",
  stops: [".", ".", ".", ".", ".", ".", "?", "!", "..."],
  quotes: ['"', '"'],
  dash: " -",
};

/** Puts commas, dashes, quotation marks and a stop on the words of a sentence. */
export function punctuated(cores: readonly string[], random: Random, signs: Signs = latinSigns): Piece[] {
  const quoteFrom = cores.length > 6 && random.chance(0.12) ? random.below(cores.length - 5) : -1;
  const quoteTo = quoteFrom < 0 ? -1 : quoteFrom + 2 + random.below(cores.length - quoteFrom - 3);
  const last = cores.length - 1;
  return cores.map((core, at) => {
    const inner = random.chance(0.07) ? signs.comma : random.chance(0.012) ? signs.dash : "";
    const closing = at === quoteTo ? signs.quotes[1] : "";
    return {
      before: at === quoteFrom ? signs.quotes[0] : "",
      core,
      after: closing + (at === last ? random.pick(signs.stops) : inner),
    };
  });
}

/** Four to about thirty words, sixteen or seventeen on average. */
export function sentenceLength(random: Random): number {
  return 4 + random.below(14) + random.below(13);
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
