import type { Span } from "#lib/domain/span.ts";

export type MarkedSpan = Span & { readonly id: string };

/** A piece of text with the claims that cover it, outermost (longest) first. Pieces in order join to the text. */
export type Fragment = { readonly start: number; readonly end: number; readonly ids: readonly string[] };

/** At most three lanes of underlines; deeper claims share the last. */
export const deepestLane = 2;

/**
 * Splits `[from, to)` at every boundary of the spans that touch it. Joining the fragments' texts gives the text back,
 * whatever the overlap. Work grows with fragments times depth, not with the square of the claims.
 */
export function fragmentsOf(range: Span, spans: readonly MarkedSpan[]): Fragment[] {
  const touching = spans.filter((span) => span.start < range.end && span.end > range.start);
  if (range.start >= range.end) return [];
  const cuts = new Set([range.start, range.end]);
  for (const span of touching) {
    cuts.add(Math.max(range.start, span.start));
    cuts.add(Math.min(range.end, span.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const byStart = [...touching].sort(outermostFirst);
  const fragments: Fragment[] = [];
  let active: MarkedSpan[] = [];
  let next = 0;
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const start = edges[index] ?? range.start;
    const end = edges[index + 1] ?? range.end;
    active = active.filter((span) => span.end > start);
    for (let span = byStart[next]; span !== undefined && span.start <= start; span = byStart[next]) {
      if (span.end > start) active.push(span);
      next += 1;
    }
    const ids = [...active].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    fragments.push({ start, end, ids: ids.map((span) => span.id) });
  }
  return fragments;
}

/** Fragments joined under the spans they share: a span parts only where a longer one begins or ends inside it. */
export type Piece =
  | { readonly kind: "text"; readonly start: number; readonly end: number }
  | {
      readonly kind: "mark";
      readonly id: string;
      readonly start: number;
      readonly end: number;
      readonly pieces: Piece[];
    };

/** The fragments of `range` as a tree, the longest span outermost. Its leaves in order are the fragments. */
export function nestedPieces(range: Span, spans: readonly MarkedSpan[]): Piece[] {
  return nest(fragmentsOf(range, spans), 0);
}

function nest(fragments: readonly Fragment[], depth: number): Piece[] {
  const pieces: Piece[] = [];
  let next = 0;
  for (let first = fragments[next]; first !== undefined; first = fragments[next]) {
    const id = first.ids[depth];
    const from = next;
    next += 1;
    if (id === undefined) {
      pieces.push({ kind: "text", start: first.start, end: first.end });
      continue;
    }
    while (fragments[next]?.ids[depth] === id) next += 1;
    const within = fragments.slice(from, next);
    const end = within.at(-1)?.end ?? first.end;
    pieces.push({ kind: "mark", id, start: first.start, end, pieces: nest(within, depth + 1) });
  }
  return pieces;
}

/** Claims in the order of the text: by start, the longer first where equal. */
export function outermostFirst(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * A lane for each span: from short to long, each takes the lowest lane that no span overlapping it holds already.
 * A claim keeps its lane over its whole length.
 */
export function lanesOf(spans: readonly MarkedSpan[]): ReadonlyMap<string, number> {
  const lanes = new Map<string, number>();
  const placed: { span: MarkedSpan; lane: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)) {
    const taken = new Set<number>();
    for (const other of placed) {
      if (other.span.start < span.end && other.span.end > span.start) taken.add(other.lane);
    }
    let lane = 0;
    while (lane < deepestLane && taken.has(lane)) lane += 1;
    placed.push({ span, lane });
    lanes.set(span.id, lane);
  }
  return lanes;
}
