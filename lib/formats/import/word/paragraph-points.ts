import type { DraftMark, Run } from "#lib/domain/block.ts";
import { sentencesIn } from "#lib/domain/sentences.ts";
import type { Span } from "#lib/domain/span.ts";

/** A stretch of a paragraph; `isReference` is the number of a footnote, which belongs to no sentence. */
export type Piece = { text: string; readonly marks: readonly DraftMark[]; readonly isReference: boolean };

/** A note that stands at a place and not on words: `at` counts UTF-16 units of the paragraph without its references. */
export type Point = { readonly id: string; readonly at: number; readonly reach: "sentence" | "word" };

type Reach = Span & { readonly id: string };

/** `marks` says how many were made, run by run. */
type PointedRuns = { readonly runs: readonly Run[]; readonly marks: number };

/**
 * Marks the words that notes at a place are about: the sentence before it or around it, or the word before it. Stops
 * after `most` marks.
 */
export function withPoints(
  pieces: readonly Piece[],
  points: readonly Point[],
  { language, most }: { readonly language: string; readonly most: number },
): PointedRuns {
  if (points.length === 0) return { runs: pieces, marks: 0 };
  const plain = pieces.map((piece) => (piece.isReference ? "" : piece.text)).join("");
  const isRow = plain.includes("\t");
  const cells = new Map<number, readonly Span[]>();
  const reaches = points.flatMap(({ id, at, reach }) => {
    const start = isRow && at > 0 ? plain.lastIndexOf("\t", at - 1) + 1 : 0;
    const tab = isRow ? plain.indexOf("\t", at) : -1;
    const stretch = plain.slice(start, tab === -1 ? plain.length : tab);
    const sentences = reach === "word" ? [] : (cells.get(start) ?? sentencesIn(stretch, language));
    if (reach === "sentence") cells.set(start, sentences);
    const found = reach === "word" ? wordAt(stretch, at - start) : sentenceAt(sentences, at - start);
    return found === null ? [] : [{ id, start: start + found.start, end: start + found.end }];
  });
  return markReaches(pieces, reaches, most);
}

/** The last sentence that begins before a place, or else the first. */
function sentenceAt(sentences: readonly Span[], at: number): Span | null {
  return sentences[Math.max(0, firstFrom(sentences, at) - 1)] ?? null;
}

function wordAt(stretch: string, at: number): Span | null {
  const from = Math.max(0, at - 200);
  const words = [...stretch.slice(from, at).matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*|\S/gu)];
  const before = words.findLast((word) => /[\p{L}\p{N}]/u.test(word[0])) ?? words.at(-1);
  if (before !== undefined) return { start: from + before.index, end: from + before.index + before[0].length };
  const after = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*|\S+/u.exec(stretch.slice(at, at + 200));
  return after === null ? null : { start: at + after.index, end: at + after.index + after[0].length };
}

type Cut = Run & Span & { readonly isReference: boolean; readonly ids: string[] };

function markReaches(pieces: readonly Piece[], reaches: readonly Reach[], most: number): PointedRuns {
  let made = 0;
  const cuts = cutAt(
    pieces,
    [...new Set(reaches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b),
  );
  for (const reach of reaches) {
    for (let index = firstFrom(cuts, reach.start); index < cuts.length; index += 1) {
      const cut = cuts[index];
      if (cut === undefined || cut.start >= reach.end || made > most) break;
      made += 1;
      if (!cut.isReference || cut.start > reach.start) cut.ids.push(reach.id);
    }
  }
  const runs = cuts.map(({ text, marks, ids }) => ({
    text,
    marks: ids.length === 0 ? marks : [...marks, ...ids.map((id) => ({ type: "note" as const, id }))],
  }));
  return { runs, marks: made };
}

function cutAt(pieces: readonly Piece[], borders: readonly number[]): Cut[] {
  const cuts: Cut[] = [];
  let offset = 0;
  let border = 0;
  for (const { text, marks, isReference } of pieces) {
    const end = isReference ? offset : offset + text.length;
    let start = offset;
    for (; (borders[border] ?? Number.POSITIVE_INFINITY) < end; border += 1) {
      const at = borders[border] ?? end;
      if (at <= start) continue;
      cuts.push({ text: text.slice(start - offset, at - offset), marks, isReference, start, end: at, ids: [] });
      start = at;
    }
    cuts.push({ text: isReference ? text : text.slice(start - offset), marks, isReference, start, end, ids: [] });
    offset = end;
  }
  return cuts;
}

/** The index of the first that begins at an offset or after it. */
function firstFrom(cuts: readonly Span[], offset: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
