import { firstIndex } from "#lib/domain/first-index.ts";
import { outermostFirst } from "#lib/domain/fragments.ts";
import type { Span } from "#lib/domain/span.ts";

export type SpanIndex<T extends Span> = {
  readonly inOrder: readonly T[];
  /** The spans that touch a range, in the order of the text; costs no more than a walk over them and their neighbours. */
  readonly touching: (range: Span) => T[];
};

/** Spans sorted once, with the furthest end so far, so that a range finds its own without asking all of them. */
export function indexSpans<T extends Span>(spans: readonly T[]): SpanIndex<T> {
  const sorted = [...spans].sort(outermostFirst);
  const furthest: number[] = [];
  for (const { end } of sorted) furthest.push(Math.max(end, furthest.at(-1) ?? 0));
  return {
    inOrder: sorted,
    touching: (range) => {
      const found: T[] = [];
      for (let at = firstIndex(sorted, (span) => span.start >= range.end) - 1; at >= 0; at -= 1) {
        if ((furthest[at] ?? 0) <= range.start) break;
        const span = sorted[at];
        if (span !== undefined && span.end > range.start) found.push(span);
      }
      return found.reverse();
    },
  };
}
