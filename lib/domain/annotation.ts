import type { AnchorCandidate, Anchoring, AnchorWay } from "#lib/domain/anchoring/anchor.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import { graphemeAt } from "#lib/domain/graphemes.ts";
import type { Span } from "#lib/domain/span.ts";
import { blockAt, checkSpan } from "#lib/domain/span.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import { snapToWords } from "#lib/domain/words.ts";

/**
 * The words of a passage as an annotation made elsewhere gives them, with what stood around them. `exact` is empty where
 * it gave a position alone; `refined` where it was meant inside another passage, which is not kept.
 */
export type AnnotatedWords = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly refined: boolean;
};

/** Where somebody looked, as a comment, a footnote or a sheet names it; nobody of the desk has checked it. One of both is not empty. */
export type NamedSource = { readonly title: string; readonly address: string };

/** What comes in with a passage beside its words and its statement. */
export type PassageDetails = {
  /** What it was where it comes from ("Row 12", "Footnote"); empty for an annotation. */
  readonly label: string;
  readonly claimant: string;
  readonly saidIn: string;
  readonly sources: readonly NamedSource[];
  /** Words that belong to the passage and are no statement; at most 20,000 units. */
  readonly note: string;
  /** Whether it comes in unless somebody leaves it out. */
  readonly kept: boolean;
};

export const noDetails: PassageDetails = { label: "", claimant: "", saidIn: "", sources: [], note: "", kept: true };

/** Where such a passage stands in a text, UTF-16 code units. `exact` needs nobody; the others are offers. */
export type AnnotatedPlace = {
  readonly kind: "exact" | "changed" | "ambiguous" | "lost";
  readonly start: number | null;
  readonly end: number | null;
  /** The words of the text at that place; the annotation's own where it has none, or several. */
  readonly quote: string;
  readonly confidence: number;
  /** Places to choose from when ambiguous, the best first. */
  readonly candidates: readonly AnchorCandidate[];
};

const longestContext = 1000;
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;

/** The words that an annotation is remembered by: those that were found, else those of its first quote. */
export function annotatedWords(ways: readonly AnchorWay[], found: string | null): AnnotatedWords {
  const quotes = ways.flatMap((way) => {
    const quote = way.at(-1)?.quote ?? null;
    return quote === null ? [] : [{ ...quote, refined: way.length > 1 }];
  });
  const folded = found === null ? null : typographicFold(found);
  const { exact, prefix, suffix, refined } =
    quotes.find((quote) => folded !== null && typographicFold(quote.exact) === folded) ?? quotes[0] ?? nowhere;
  return {
    exact: written(exact),
    prefix: written(prefix.slice(-longestContext).replace(/^[\uDC00-\uDFFF]/, "")),
    suffix: written(suffix.slice(0, longestContext).replace(/[\uD800-\uDBFF]$/, "")),
    refined,
  };
}

const nowhere = { exact: "", prefix: "", suffix: "", refined: false };

/** Well-formed Unicode without control characters but tabs and line breaks. */
export function written(text: string): string {
  return text.toWellFormed().replace(unwritable, "");
}

/**
 * What an anchor means for a claim. Only the annotation's very words, as the fold has them, settle by themselves: a
 * position without words, or one that cuts a word in two, is an offer of whole words, and so is everything that changed.
 */
export function annotatedPlace(anchor: Anchoring, words: AnnotatedWords, version: ComposedText): AnnotatedPlace {
  const { text } = version;
  switch (anchor.placement) {
    case "lost":
      return goneFrom(words);
    case "ambiguous": {
      const candidates = anchor.candidates.flatMap((candidate) => {
        const span = wholeSpan(candidate, version);
        return span === null ? [] : [{ ...span, confidence: candidate.confidence }];
      });
      const places = candidates.filter(
        (one, index) => candidates.findIndex((other) => isSameSpan(one, other)) === index,
      );
      if (places.length === 0) return goneFrom(words);
      return { ...goneFrom(words), kind: "ambiguous", confidence: anchor.confidence, candidates: places };
    }
    case "exact":
    case "changed": {
      const span = wholeSpan(anchor, version);
      if (span === null) return goneFrom(words);
      const quote = text.slice(span.start, span.end);
      const isSettled =
        anchor.placement === "exact" &&
        isSameSpan(span, anchor) &&
        words.exact !== "" &&
        typographicFold(written(quote)) === typographicFold(words.exact);
      const { confidence } = anchor;
      return { kind: isSettled ? "exact" : "changed", ...span, quote, confidence, candidates: [] };
    }
  }
}

function goneFrom({ exact }: AnnotatedWords): AnnotatedPlace {
  return { kind: "lost", start: null, end: null, quote: exact, confidence: 0, candidates: [] };
}

function isSameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

/** The span, widened where it cuts a character or a word in two; null where no claim can stand on it. */
export function wholeSpan({ start, end }: Span, { text, blocks }: ComposedText): Span | null {
  const from = graphemeEdges(text, blocks, start)?.start ?? start;
  const to = graphemeEdges(text, blocks, end);
  const span = { start: from, end: to === null || to.start === end ? end : to.end };
  if (!checkSpan(text, blocks, span).ok) return null;
  const checked = checkSpan(text, blocks, snapToWords(text, blocks, span));
  return checked.ok ? checked.value : null;
}

/** The grapheme that holds an offset inside a block; null at its borders. */
function graphemeEdges(text: string, blocks: readonly Span[], offset: number): Span | null {
  const block = blockAt(blocks, offset);
  if (block === undefined || offset <= block.start || offset >= block.end) return null;
  return graphemeAt(text, block, offset);
}
