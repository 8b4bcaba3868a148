import { firstIndex } from "#lib/domain/first-index.ts";
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

/**
 * The fragments of `range` as a tree, the longest span outermost. Its leaves in order are the fragments. Where more than
 * `deepest` spans lie on the same words, only the shortest of them nest there, so that a hundred claims on one sentence
 * cost a hundred times `deepest` marks and not a hundred times a hundred; but every span has its first and last piece.
 */
export function nestedPieces(range: Span, spans: readonly MarkedSpan[], deepest = Number.POSITIVE_INFINITY): Piece[] {
  const fragments = fragmentsOf(range, spans);
  if (spans.length <= deepest) return nest(fragments, 0);
  const ends = new Map(spans.map(({ id, start, end }) => [id, { start, end }]));
  const isEdge = (id: string, { start, end }: Span) => {
    const span = ends.get(id);
    return span !== undefined && (Math.max(span.start, range.start) === start || Math.min(span.end, range.end) === end);
  };
  return nest(
    fragments.map((fragment) => {
      const { ids } = fragment;
      return { ...fragment, ids: ids.filter((id, depth) => ids.length - depth <= deepest || isEdge(id, fragment)) };
    }),
    0,
  );
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
 * A claim keeps its lane over its whole length. Spans of one lane do not overlap, but for the last, which takes all.
 */
export function lanesOf(spans: readonly MarkedSpan[]): ReadonlyMap<string, number> {
  const lanes = new Map<string, number>();
  const held: Span[][] = Array.from({ length: deepestLane }, () => []);
  for (const span of [...spans].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)) {
    const lane = held.findIndex((others) => takeLane(others, span));
    lanes.set(span.id, lane === -1 ? deepestLane : lane);
  }
  return lanes;
}

/** Puts a span among others that do not overlap, in order, unless it overlaps one of them. */
function takeLane(others: Span[], span: Span): boolean {
  const at = firstIndex(others, (other) => other.end > span.start);
  const next = others[at];
  if (next !== undefined && next.start < span.end) return false;
  others.splice(at, 0, span);
  return true;
}
