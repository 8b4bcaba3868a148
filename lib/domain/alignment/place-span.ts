import type { Alignment } from "#lib/domain/alignment/align-texts.ts";
import { goesOnOtherwise } from "#lib/domain/alignment/glued-edges.ts";
import { clusterOf, imageOf, neighboursOf, type TokenRange } from "#lib/domain/alignment/image-cluster.ts";
import { isKnownAgain, isSaidAgain } from "#lib/domain/alignment/known-again.ts";
import type { Tokens } from "#lib/domain/alignment/tokens.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { PlacedSpan } from "#lib/domain/placement.ts";
import type { Span } from "#lib/domain/span.ts";

type Aligned = Extract<Alignment, { kind: "aligned" }>;

/** Less of a quote's weight than this in one place, and it is lost. */
const leastCoverage = 0.34;
/** Where most of the neighbours stand around them, or many words stand together, a smaller share will do. */
const leastAmongNeighbours = 0.2;
/** So many words together are no accident. */
const manyTogether = 12;

/**
 * Where a span of the older text stands in the newer one (UTF-16 code units), its ends without white space. `exact` and
 * `moved` are the very words under the typographic fold and surely those of the very passage (see `isKnownAgain`); `moved` when it left
 * the common order. `changed` is the place that holds most of the words, or what stands between their neighbours. Everything else is `lost`. Time grows with the span alone.
 */
export function placeSpan(alignment: Alignment, span: Span): PlacedSpan {
  if (alignment.kind === "same") return placeInSame(alignment.text, span);
  const { older, pairing, weights } = alignment;
  const range = tokensOf(older, span);
  const { p, q } = range;
  const cluster = q > p ? clusterOf(pairing, weights, range) : null;
  if (cluster === null) return betweenNeighbours(alignment, range) ?? { ...lost, near: nearOf(alignment, p) };
  const image = imageOf(pairing, range, cluster);
  const { came, possible } = neighboursOf(pairing, range, image);
  const isLong = cluster.last - cluster.first >= manyTogether;
  if (cluster.coverage < (isLong || came.length * 2 > possible ? leastAmongNeighbours : leastCoverage)) {
    return betweenNeighbours(alignment, range) ?? { ...lost, near: nearOf(alignment, p) };
  }
  const place = edgesOf(alignment, { span, range, image });
  const share = possible === 0 ? 1 : Math.min(1, came.length / possible);
  const isWhole =
    (pairing.toNew[q - 1] ?? -1) - (pairing.toNew[p] ?? 0) === q - 1 - p && image.last - image.first === q - 1 - p;
  if (isWhole && isVeryWords(alignment, { span, place, range, image })) {
    const isRepeated = isSaidAgain(alignment, range);
    if (isKnownAgain(alignment, { range, moved: cluster.moved, came, possible, isRepeated })) {
      return { placement: cluster.moved ? "moved" : "exact", ...place, confidence: 0.9 + share / 10 };
    }
    if (isRepeated && came.length < 2 && possible >= 4) return { ...lost, near: nearOf(alignment, p) };
  }
  return { placement: "changed", ...place, confidence: Math.min(0.95, cluster.coverage * (0.6 + 0.4 * share)) };
}

type Image = { readonly first: number; readonly last: number };

const lost = { placement: "lost", start: null, end: null, confidence: 0 } as const;

function placeInSame(text: string, span: Span): PlacedSpan {
  const start = Math.min(Math.max(0, span.start), text.length);
  const end = Math.min(Math.max(start, span.end), text.length);
  const words = text.slice(start, end);
  if (words.trim() === "") return { ...lost, near: start };
  const from = start + words.length - words.trimStart().length;
  return { placement: "exact", start: from, end: start + words.trimEnd().length, confidence: 1 };
}

/** The tokens that a span touches. */
function tokensOf({ starts, ends, count }: Tokens, span: Span): TokenRange {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let q = low;
  while (q < count && (starts[q] ?? 0) < span.end) q += 1;
  return { p: low, q };
}

type Found = {
  readonly span: Span;
  readonly range: TokenRange;
  readonly image: Image;
};

/** A span that begins or ends inside a word does so in the newer text too, when the word is spelt the same there. */
function edgesOf({ older, newer, pairing }: Aligned, { span, range, image }: Found): Span {
  const { p, q } = range;
  const { first, last } = image;
  const wholeStart = newer.starts[first] ?? 0;
  const wholeEnd = newer.ends[last] ?? 0;
  const isSpeltAlike = (i: number, j: number) =>
    pairing.toNew[i] === j &&
    (older.ends[i] ?? 0) - (older.starts[i] ?? 0) === (newer.ends[j] ?? 0) - (newer.starts[j] ?? 0);
  const cutBefore = isSpeltAlike(p, first) ? Math.max(0, span.start - (older.starts[p] ?? 0)) : 0;
  const cutAfter = isSpeltAlike(q - 1, last) ? Math.max(0, (older.ends[q - 1] ?? 0) - span.end) : 0;
  return { start: wholeStart + cutBefore, end: wholeEnd - cutAfter };
}

type Same = { readonly span: Span; readonly place: Span; readonly range: TokenRange; readonly image: Image };

/** Beyond this, in UTF-16 code units, the tokens and the white space between them are compared, for folding takes longer. */
const longFold = 20_000;

/** Equal under the fold, and no figure or word goes on beyond the edges that ended there. The tokens are equal already. */
function isVeryWords({ older, newer }: Aligned, { span, place, range, image }: Same): boolean {
  if (goesOnOtherwise({ text: older.text, span }, { text: newer.text, span: place })) return false;
  const [before, now] = [older.text.slice(span.start, span.end), newer.text.slice(place.start, place.end)];
  if (before === now) return true;
  if (before.length <= longFold) return typographicFold(before) === typographicFold(now);
  for (let k = range.p; k + 1 < range.q; k += 1) {
    const j = image.first + k - range.p;
    const isApart = (older.starts[k + 1] ?? 0) > (older.ends[k] ?? 0);
    if (isApart !== (newer.starts[j + 1] ?? 0) > (newer.ends[j] ?? 0)) return false;
  }
  return true;
}

/** A few words that were replaced whole, while both neighbours stayed: what stands between them now. */
function betweenNeighbours({ newer, pairing }: Aligned, { p, q }: TokenRange): PlacedSpan | null {
  const { toNew, toOld } = pairing;
  if (q - p > 6 || q === p) return null;
  const before = p === 0 ? -1 : (toNew[p - 1] ?? -1);
  const after = q >= toNew.length ? toOld.length : (toNew[q] ?? -1);
  const [first, last] = [before + 1, after - 1];
  if ((before === -1 && p > 0) || last < first || last - first >= q - p + 2) return null;
  for (let j = first; j <= last; j += 1) {
    const i = toOld[j] ?? -1;
    if (i !== -1 && (i < p || i >= q)) return null;
  }
  const { came, possible } = neighboursOf(pairing, { p, q }, { first, last });
  if (came.length * 2 < possible) return null;
  return { placement: "changed", start: newer.starts[first] ?? 0, end: newer.ends[last] ?? 0, confidence: 0.3 };
}

/** Where the words before a token that came along end in the newer text. */
function nearOf({ newer, pairing }: Aligned, p: number): number {
  for (let i = Math.min(p, pairing.toNew.length) - 1; i >= 0; i -= 1) {
    const j = pairing.toNew[i] ?? -1;
    if (j !== -1) return newer.ends[j] ?? 0;
  }
  return 0;
}
