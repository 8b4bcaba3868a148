/** `[start, end)` in UTF-16 code units. */
type Stretch = { readonly start: number; readonly end: number };

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Characters before which a grapheme always ends (UAX #29), whatever went before, but for what `joins` says: letters of
 * scripts without conjuncts, digits, punctuation, space, pictographs. The others are left to the segmenter.
 */
const begins =
  /^(?:[\t\n -~\u3000-\u3029\uFF01-\uFF9D]|\p{P}|\p{Extended_Pictographic}|[\uAC00-\uD7A3]|(?=\p{L})(?![\u0E33\u0EB3])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}])/u;

/** What may hold on to the character after it: CR, joiner, leading jamo, prepended signs, halves of pairs with such signs. */
const joins =
  /(?:[\r\u1100-\u115F\uA960-\uA97C\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u0D4E]|\u200D|[\uD804-\uD807][\uDC00-\uDFFF]|[\uD800-\uDBFF])$/;

/** Between two letters a grapheme ends in every script: what joins consonants is a mark. Jamo are the exception. */
const letterBefore = /^\p{L}$/u;
const letterAfter = /^(?![\u0E33\u0EB3\u1100-\u11FF\uA960-\uA97C\uD7B0-\uD7FB])\p{Lo}/u;

function isSound(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if ((unit >= 0x300 && unit < 0x370) || (unit >= 0xdc00 && unit < 0xe000)) return false;
  if (isRegional(text, offset) && isRegional(text, offset - 2)) return regionalsBefore(text, offset) % 2 === 0;
  const next = text.slice(offset, offset + 2);
  if (joins.test(text.slice(Math.max(0, offset - 2), offset))) return false;
  return begins.test(next) || (letterAfter.test(next) && letterBefore.test(text.charAt(offset - 1)));
}

function isRegional(text: string, offset: number): boolean {
  const trail = text.charCodeAt(offset + 1);
  return text.charCodeAt(offset) === 0xd83c && trail >= 0xdde6 && trail <= 0xddff;
}

/** Flags are pairs counted from the first letter of their row. */
function regionalsBefore(text: string, offset: number): number {
  let first = offset;
  while (isRegional(text, first - 2)) first -= 2;
  return (offset - first) / 2;
}

/** The nearest offset at or before `offset` where a grapheme surely begins, not before `floor`. Linear in the way back. */
function soundBefore(text: string, offset: number, floor: number): number {
  let at = offset;
  while (at > floor && !isSound(text, at)) at -= 1;
  return at;
}

/** The nearest offset at or after `offset` where a grapheme surely begins, not after `ceiling`. */
export function soundAfter(text: string, offset: number, ceiling: number): number {
  let at = offset;
  while (at < ceiling && !isSound(text, at)) at += 1;
  return at;
}

/** The grapheme around an offset inside `within` (UTF-16 code units); never looks beyond it. */
export function graphemeAt(text: string, within: Stretch, offset: number): Stretch {
  const from = soundBefore(text, offset, within.start);
  const to = soundAfter(text, offset + 1, within.end);
  return segmentAt(text, { segmenter, offset, from, to });
}

/** The segment around `offset` when `[from, to)` of a text is segmented by itself. */
export function segmentAt(
  text: string,
  { segmenter, offset, from, to }: { segmenter: Intl.Segmenter; offset: number; from: number; to: number },
): Stretch {
  const segment = segmenter.segment(text.slice(from, to)).containing(offset - from);
  if (segment === undefined) return { start: offset, end: offset + 1 };
  const start = from + segment.index;
  return { start, end: start + segment.segment.length };
}
