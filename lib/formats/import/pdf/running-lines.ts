import { lineOf } from "#lib/formats/import/pdf/lines.ts";
import type { Line, PdfPage, Piece } from "#lib/formats/import/pdf/pdf-page.ts";
import { rowsOf } from "#lib/formats/import/pdf/rows.ts";

export type ParedPage = { readonly page: PdfPage; readonly running: readonly Line[] };

type Candidate = {
  readonly page: number;
  readonly row: readonly Piece[];
  readonly line: Line;
  readonly height: number;
  readonly isOutermost: boolean;
};

const margin = 0.13;
const loneNumber =
  /^[\s\p{Pd}|[(]*(?:(?:page|seite|p\.|s\.)\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|de|sur)\s*\d{1,4})?[\s\p{Pd}|\])]*$/iu;

/**
 * Takes running heads and feet and page numbers out of the pages: what stands at the same height on several pages with
 * the same words, numbers aside, and numbers that count with the pages. Only the outermost rows of a page come into question.
 */
export function withoutRunningLines(pages: readonly PdfPage[]): ParedPage[] {
  const candidates = pages.flatMap(outermost);
  const repeated = repeatedOf(candidates, pages.length);
  const offset = commonOffset(candidates);
  const taken = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const counts = offset !== null && numbersOf(candidate).includes(candidate.page + offset);
    if (counts || repeated.has(candidate)) taken.set(candidate.page, [...(taken.get(candidate.page) ?? []), candidate]);
  }
  return pages.map((page) => {
    const running = taken.get(page.number) ?? [];
    if (running.length === 0) return { page, running: [] };
    const gone = new Set(running.flatMap(({ row }) => row));
    return {
      page: { ...page, pieces: page.pieces.filter((piece) => !gone.has(piece)) },
      running: running.map(({ line }) => line),
    };
  });
}

function outermost(page: PdfPage): Candidate[] {
  const rows = rowsOf(page.pieces);
  return rows.flatMap((row, index) => {
    const line = lineOf(row, page.number);
    const isAtTop = line.y < page.height * margin && index < 4;
    const isAtFoot = line.y > page.height * (1 - margin) && index >= rows.length - 4;
    const isOutermost = index === 0 || index === rows.length - 1;
    return isAtTop || isAtFoot || isOutermost ? [{ page: page.number, row, line, height: line.y, isOutermost }] : [];
  });
}

/** Words without their numbers; a roman number counts as one only when it stands alone. */
function wordsOf({ line }: Candidate): string {
  const text = loneNumber.test(line.text) ? "#" : line.text;
  return text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/gu, " ").trim();
}

function repeatedOf(candidates: readonly Candidate[], pages: number): Set<Candidate> {
  const byWords = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const words = wordsOf(candidate);
    byWords.set(words, [...(byWords.get(words) ?? []), candidate]);
  }
  const enough = pages <= 4 ? 2 : 3;
  const repeated = new Set<Candidate>();
  for (const same of byWords.values()) {
    const sorted = same.toSorted((a, b) => a.height - b.height);
    let group: Candidate[] = [];
    for (const candidate of [...sorted, null]) {
      const last = group.at(-1);
      if (candidate !== null && (last === undefined || candidate.height - last.height < 3)) {
        group.push(candidate);
        continue;
      }
      if (new Set(group.map(({ page }) => page)).size >= enough) for (const one of group) repeated.add(one);
      group = candidate === null ? [] : [candidate];
    }
  }
  return repeated;
}

/** A number that stands alone, or at either end of a page's first or last line. */
function numbersOf({ line, isOutermost }: Candidate): number[] {
  const lone = loneNumber.exec(line.text)?.[1];
  const ends = isOutermost ? [/^(\d{1,4})\s/.exec(line.text)?.[1], /\s(\d{1,4})$/.exec(line.text)?.[1]] : [];
  return [lone, ...ends].flatMap((digits) => (digits !== undefined && /^\d+$/.test(digits) ? [Number(digits)] : []));
}

/** By how much printed numbers run ahead of the count of pages, where at least three pages agree. */
function commonOffset(candidates: readonly Candidate[]): number | null {
  const counts = new Map<number, number>();
  for (const candidate of candidates) {
    for (const number of new Set(numbersOf(candidate))) {
      counts.set(number - candidate.page, (counts.get(number - candidate.page) ?? 0) + 1);
    }
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= 3 ? best[0] : null;
}
