import type { Span } from "#lib/domain/span.ts";

/** Words or sentences of a text, in order and apart: the first that ends after an offset, the last that begins before it. */
export type Units = {
  readonly from: (offset: number) => Span | null;
  readonly until: (offset: number) => Span | null;
};

export type Stretching = "more-after" | "less-after" | "more-before" | "less-before";

/** A span longer or shorter by a unit at its end or its start. It keeps at least one, or the part of one that it has. */
export function stretchSpan(span: Span, how: Stretching, units: Units): Span {
  switch (how) {
    case "more-after":
      return { ...span, end: Math.max(span.end, units.from(span.end)?.end ?? span.end) };
    case "more-before":
      return { ...span, start: Math.min(span.start, units.until(span.start)?.start ?? span.start) };
    case "less-after": {
      const last = units.until(span.end);
      const before = last === null ? null : units.until(last.start);
      if (before !== null && before.end > span.start && before.end < span.end) return { ...span, end: before.end };
      return last === null || last.end <= span.start ? span : { ...span, end: Math.min(span.end, last.end) };
    }
    case "less-before": {
      const first = units.from(span.start);
      const after = first === null ? null : units.from(first.end);
      if (after !== null && after.start < span.end && after.start > span.start) return { ...span, start: after.start };
      return first === null || first.start >= span.end ? span : { ...span, start: Math.max(span.start, first.start) };
    }
  }
}
