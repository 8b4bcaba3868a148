import type { Span } from "#lib/domain/span.ts";
import type { Draft, Sentence, SetText } from "./document.ts";
import type { Random } from "./random.ts";

const contextLength = 32;

/** What a claim's selector holds, and for the truth the first and last word, and whether whole sentences were taken. */
export type DrawnQuote = {
  readonly span: Span;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly firstWord: number;
  readonly lastWord: number;
  readonly whole: boolean;
  readonly repeated: boolean;
};

/** A quarter of three to eight words, half of a sentence, the rest of two or three; one in seven from repeated ones. */
export function drawQuotes(from: { draft: Draft; set: SetText; random: Random }, count: number): DrawnQuote[] {
  const { draft, random } = from;
  const places = draft.paragraphs.flatMap((paragraph) => paragraph.map((_, at) => ({ paragraph, at })));
  const repeated = places.filter(({ paragraph, at }) => (paragraph[at]?.group ?? -1) >= 0);
  const others = places.filter(({ paragraph, at }) => (paragraph[at]?.group ?? -1) < 0);
  return Array.from({ length: count }, () => {
    const { paragraph, at } = random.pick(random.chance(0.14) ? repeated : others);
    const kind = random.next();
    if (kind < 0.25) return phraseOf(random.pick([paragraph[at]]), from);
    const sentences = kind < 0.75 ? 1 : 2 + random.below(2);
    return quoteOf(paragraph.slice(at, at + sentences), true, from);
  });
}

function phraseOf(sentence: Sentence | undefined, from: { set: SetText; random: Random }): DrawnQuote {
  if (sentence === undefined) throw new Error("no sentence here");
  const length = Math.min(sentence.words.length, 3 + from.random.below(6));
  const start = from.random.below(sentence.words.length - length + 1);
  return quoteOf([{ ...sentence, words: sentence.words.slice(start, start + length) }], false, from);
}

function quoteOf(sentences: readonly Sentence[], whole: boolean, { set }: { set: SetText }): DrawnQuote {
  const firstWord = sentences[0]?.words[0]?.id ?? -1;
  const lastWord = sentences.at(-1)?.words.at(-1)?.id ?? -1;
  const first = set.words[firstWord];
  const last = set.words[lastWord];
  if (first === undefined || last === undefined) throw new Error("a quote without words");
  const span = whole
    ? { start: first.whole.start, end: last.whole.end }
    : { start: first.core.start, end: last.core.end };
  return {
    span,
    quote: set.text.slice(span.start, span.end),
    prefix: set.text.slice(Math.max(0, span.start - contextLength), span.start),
    suffix: set.text.slice(span.end, span.end + contextLength),
    firstWord,
    lastWord,
    whole,
    repeated: (sentences[0]?.group ?? -1) >= 0,
  };
}

/** Where a quote's words went: kept with two in five of them intact, deleted without a trace, or neither for sure. */
export type Truth = { readonly fate: "kept"; readonly span: Span } | { readonly fate: "deleted" | "unsure" };

export function truthOf(quote: DrawnQuote, set: SetText): Truth {
  const words = set.words.slice(quote.firstWord, quote.lastWord + 1);
  const left = words.filter((word) => word !== undefined);
  const first = left[0];
  const last = left.at(-1);
  if (first === undefined || last === undefined) return { fate: "deleted" };
  if (left.filter(({ intact }) => intact).length < 0.4 * (quote.lastWord - quote.firstWord + 1)) {
    return { fate: "unsure" };
  }
  return quote.whole
    ? { fate: "kept", span: { start: first.whole.start, end: last.whole.end } }
    : { fate: "kept", span: { start: first.core.start, end: last.core.end } };
}

/** How much of two spans is common to both: 0 for none, 1 for equal spans. */
export function overlapOf(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
