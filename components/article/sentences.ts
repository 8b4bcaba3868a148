import type { Span } from "#lib/domain/span.ts";

/** A stretch of text and where it begins in the version. */
type Stretch = { readonly start: number; readonly text: string };

/** The sentences of each stretch without the white space around them; none goes over the edge of a stretch. */
export function sentencesIn(stretches: readonly Stretch[], language: string): Span[] {
  const segmenter = segmenterFor(language, "sentence");
  return stretches.flatMap(({ start, text }) =>
    [...segmenter.segment(text)].flatMap(({ index, segment }) => {
      const from = start + index + (segment.length - segment.trimStart().length);
      const to = start + index + segment.trimEnd().length;
      return from < to ? [{ start: from, end: to }] : [];
    }),
  );
}

/** The words of each stretch, without what stands between them. */
export function wordsIn(stretches: readonly Stretch[], language: string): Span[] {
  const segmenter = segmenterFor(language, "word");
  return stretches.flatMap(({ start, text }) =>
    [...segmenter.segment(text)].flatMap(({ index, segment, isWordLike }) =>
      isWordLike ? [{ start: start + index, end: start + index + segment.length }] : [],
    ),
  );
}

/** A language tag from an import may be malformed; then the root locale does. */
function segmenterFor(language: string, granularity: "sentence" | "word"): Intl.Segmenter {
  const known = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : "und";
  return new Intl.Segmenter(known, { granularity });
}

export type Stretching = "one-more" | "one-less" | "one-more-before" | "one-less-before";

/** A span longer or shorter by a word at its end or its start. It keeps at least one word. */
export function stretchSpan(span: Span, how: Stretching, words: readonly Span[]): Span {
  const inside = words.filter((word) => word.start >= span.start && word.end <= span.end);
  switch (how) {
    case "one-more":
      return { ...span, end: words.find((word) => word.end > span.end)?.end ?? span.end };
    case "one-less":
      return { ...span, end: (inside.at(-2) ?? inside[0])?.end ?? span.end };
    case "one-more-before":
      return { ...span, start: words.findLast((word) => word.start < span.start)?.start ?? span.start };
    case "one-less-before":
      return { ...span, start: (inside[1] ?? inside[0])?.start ?? span.start };
  }
}
