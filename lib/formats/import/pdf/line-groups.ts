import type { BlockDraft } from "#lib/domain/block.ts";
import type { BodyFacts } from "#lib/formats/import/pdf/body-facts.ts";
import { endsSentence } from "#lib/formats/import/pdf/line-ends.ts";
import type { Line, Region } from "#lib/formats/import/pdf/pdf-page.ts";

/** Lines that make up one block, and the edges of the column they stand in. */
export type LineGroup = {
  readonly lines: Line[];
  readonly left: number;
  readonly right: number;
  readonly isRow: boolean;
};

export type PdfBlock = { readonly type: BlockDraft["type"]; readonly group: LineGroup };

const bullet = /^[•◦▪‣●○■□–—*·\uF0B7\uF0A7-]\s+\S/u;
const numbered = /^\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+\S/;
const leaders = /(?:[.·…]\s*){4,}\S{1,8}$/u;

/** The mark a list item begins with: a bullet, or its number as it is written; null where there is none. */
export function listMark(text: string): { readonly mark: string; readonly isBullet: boolean } | null {
  const mark = bullet.test(text) ? text.charAt(0) : numbered.exec(text)?.[1];
  return mark === undefined ? null : { mark, isBullet: bullet.test(text) };
}

/** Dots that lead from an entry to its page number. */
export function hasLeaders(text: string): boolean {
  return leaders.test(text.slice(-200));
}

/** Parts the lines of a column into groups, one for each block. */
export function lineGroups({ lines, left, right }: Region, facts: BodyFacts): LineGroup[] {
  const groups: LineGroup[] = [];
  for (const [index, line] of lines.entries()) {
    const last = groups.at(-1);
    const isRow = isTableRow(lines, index);
    const near = lines.slice(Math.max(0, index - 4), index + 4).filter((other) => sameSize(other, line));
    const edges = {
      left,
      right: Math.max(...near.map((other) => other.right)),
      start: Math.min(...near.map((o) => o.x)),
    };
    if (last === undefined || isRow || last.isRow || begins(last.lines, line, edges, facts)) {
      groups.push({ lines: [line], left, right, isRow });
    } else {
      last.lines.push(line);
    }
  }
  return groups;
}

export function sameSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * 0.07;
}

type LocalEdges = { readonly left: number; readonly right: number; readonly start: number };

function begins(group: readonly Line[], line: Line, edges: LocalEdges, facts: BodyFacts): boolean {
  const before = group.at(-1);
  const first = group[0];
  if (before === undefined || first === undefined) return true;
  if (!sameSize(before, line) || (before.mono !== line.mono && partsListing(before, line))) return true;
  const expected = Math.max(line.size, (facts.leading / facts.size) * line.size);
  const gap = line.y - before.y;
  if (line.mono && !facts.mono) return gap > expected * 2.6;
  const isLarge = line.size > facts.largest * 1.1;
  if (gap > expected * (isLarge ? 1.35 : 1.18) || gap < -line.size) return true;
  const room = line.rtl ? before.x - edges.start : edges.right - before.right;
  const firstWord = ((line.right - line.x) * (line.text.search(/\s|$/) + 1)) / Math.max(1, line.text.length);
  const isShort = room > firstWord + line.size * 0.3;
  if (before.bold !== line.bold && (isShort || gap > expected * 1.08)) return true;
  if (isLarge) return false;
  if (hasLeaders(before.text) || hasLeaders(line.text)) return true;
  return startsItem(first, line, before) || startsByShape(group, line, edges, { isShort, room }, facts);
}

/** A line all in a typewriter's letters may still stand inside a sentence. */
function partsListing(before: Line, line: Line): boolean {
  return (
    endsSentence(before.text) || Math.abs(before.x - line.x) > line.size * 0.7 || line.y - before.y > line.size * 1.6
  );
}

function startsItem(first: Line, line: Line, before: Line): boolean {
  const mark = listMark(line.text);
  if (mark === null) return false;
  const opening = listMark(first.text);
  if (mark.isBullet && !/^[\p{Pd}*]/u.test(mark.mark)) return true;
  if (mark.isBullet) return opening?.mark === mark.mark || endsSentence(before.text);
  return opening !== null && !opening.isBullet && Number(mark.mark) === Number(opening.mark) + 1;
}

function startsByShape(
  group: readonly Line[],
  line: Line,
  edges: LocalEdges,
  { isShort, room }: { readonly isShort: boolean; readonly room: number },
  facts: BodyFacts,
): boolean {
  const before = group.at(-1) ?? line;
  const inset = (one: Line) => (one.rtl ? edges.right - one.right : one.x - edges.left);
  const step = inset(line) - inset(before);
  const reach = line.size * 0.7;
  const isItem = group[0] !== undefined && listMark(group[0].text) !== null;
  if (step > reach && step < line.size * 8 && !(group.length === 1 && isItem)) {
    if (facts.indents || isShort || group.length > 1) return true;
  }
  if (step < -reach && group.length > 1) return true;
  if (!isShort) return false;
  if (endsSentence(before.text)) return true;
  return room > (edges.right - edges.left) * 0.35 && /^[\p{Lu}\p{N}]/u.test(line.text);
}

/** Two or more lines below each other with wide gaps in them are rows of a table. */
function isTableRow(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const has = (one: Line | undefined) => one?.text.replace(/^\S{1,4}\t/, "").includes("\t") ?? false;
  if (line === undefined || !has(line) || line.mono || hasLeaders(line.text)) return false;
  return [lines[index - 1], lines[index + 1]].some(
    (near) => near !== undefined && has(near) && Math.abs(near.y - line.y) < line.size * 3,
  );
}
