import { classOf, letterClass } from "#lib/domain/alignment/letter-class.ts";
import { grown, hashStart, hashStep, type Vocabulary } from "#lib/domain/alignment/vocabulary.ts";

/**
 * A text as the alignment sees it: words and signs without the white space between them. Token `k` is
 * `text.slice(starts[k], ends[k])` in UTF-16 code units; equal `ids` are equal under the typographic fold.
 * `breaks[k]` is 1 when a line ends before it.
 */
export type Tokens = {
  readonly text: string;
  readonly count: number;
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly breaks: Uint8Array;
};

const newline = 10;
const fullStop = 46;
const zeroWidthJoiner = 0x200d;

/** The classes of ASCII, read directly for speed; anything above asks `classOf`. */
const ascii = Uint8Array.from({ length: 128 }, (_, code) => classOf(code));

/**
 * Parts a text into tokens: runs of letters and digits with what clings to them; single letters of scripts without
 * spaces; single signs, an emoji sequence or three full stops being one. Linear in the text.
 */
export function tokenise(text: string, vocabulary: Vocabulary): Tokens {
  const room = Math.max(16, text.length >> 2);
  let ids = new Int32Array(room);
  let starts = new Int32Array(room);
  let ends = new Int32Array(room);
  const lineEnds: number[] = [];
  let count = 0;
  let broken = false;
  let at = 0;
  while (at < text.length) {
    const start = at;
    const code = text.charCodeAt(at);
    let hash = hashStart;
    let plain = code < 128;
    if (plain) {
      const kind = ascii[code] ?? 0;
      if (kind === letterClass.space) {
        broken ||= code === newline;
        at += 1;
        continue;
      }
      if (kind === letterClass.word) {
        let next = code;
        while (next < 128 && ascii[next] === letterClass.word) {
          hash = hashStep(hash, next);
          at += 1;
          next = at < text.length ? text.charCodeAt(at) : 0;
        }
        if (next >= 128 && joinsWord(text, at)) {
          plain = false;
          at = endOfWord(text, at);
        }
      } else {
        at += 1;
        if (code === fullStop && text.charCodeAt(at) === fullStop && text.charCodeAt(at + 1) === fullStop) at += 2;
        for (let sign = start; sign < at; sign += 1) hash = hashStep(hash, code);
        if (at < text.length && text.charCodeAt(at) >= 128 && clings(text, at)) {
          plain = false;
          at = endOfSign(text, at);
        }
      }
    } else {
      const kind = classOf(text.codePointAt(at) ?? 0);
      if (kind === letterClass.space || kind === letterClass.invisible) {
        broken ||= code === 0x2028 || code === 0x2029 || code === 0x85;
        at += 1;
        continue;
      }
      at = kind === letterClass.word ? endOfWord(text, at) : endOfSign(text, at);
    }
    if (count >= ids.length) {
      ids = grown(ids);
      starts = grown(starts);
      ends = grown(ends);
    }
    ids[count] = plain
      ? vocabulary.numberOf(text, { start, end: at, hash })
      : vocabulary.foldedNumberOf(text.slice(start, at));
    starts[count] = start;
    ends[count] = at;
    if (broken) lineEnds.push(count);
    broken = false;
    count += 1;
  }
  const breaks = new Uint8Array(count);
  for (const index of lineEnds) breaks[index] = 1;
  return {
    text,
    count,
    ids: ids.subarray(0, count),
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    breaks,
  };
}

function joinsWord(text: string, at: number): boolean {
  const kind = classOf(text.codePointAt(at) ?? 0);
  return kind === letterClass.word || kind === letterClass.clinging || kind === letterClass.invisible;
}

function clings(text: string, at: number): boolean {
  return classOf(text.codePointAt(at) ?? 0) === letterClass.clinging || text.charCodeAt(at) === zeroWidthJoiner;
}

/** Where a word that goes on at `at` ends; invisible characters at its end are not part of it. */
function endOfWord(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length; ) {
    const point = text.codePointAt(at) ?? 0;
    const kind = point < 128 ? (ascii[point] ?? 0) : classOf(point);
    if (kind !== letterClass.word && kind !== letterClass.clinging && kind !== letterClass.invisible) break;
    at += point > 0xffff ? 2 : 1;
    if (kind !== letterClass.invisible) end = at;
  }
  return Math.max(end, from);
}

/** Where a sign that begins at or clings at `from` ends, with its marks, joined emoji, and the second half of a flag. */
function endOfSign(text: string, from: number): number {
  const first = text.codePointAt(from) ?? 0;
  let at = from + (first > 0xffff ? 2 : 1);
  if (isRegional(first) && isRegional(text.codePointAt(at) ?? 0)) at += 2;
  while (at < text.length) {
    const point = text.codePointAt(at) ?? 0;
    if (point < 128) break;
    if (classOf(point) === letterClass.clinging) at += point > 0xffff ? 2 : 1;
    else if (point === zeroWidthJoiner && first > 0x2000) {
      const joined = text.codePointAt(at + 1) ?? 0;
      if (joined < 128 || classOf(joined) !== letterClass.symbol) break;
      at += joined > 0xffff ? 3 : 2;
    } else break;
  }
  return at;
}

function isRegional(point: number): boolean {
  return point >= 0x1f1e6 && point <= 0x1f1ff;
}
