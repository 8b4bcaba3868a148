import type { Piece } from "#lib/formats/import/pdf/pdf-page.ts";
import { safeHref } from "#lib/formats/import/safe-href.ts";

export type PdfLink = {
  readonly href: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const mostLinks = 2_000;

/** The links among a page's annotations that lead outside, as boxes; `toPage` turns PDF points into ours. */
export function linksOf(annotations: unknown, toPage: (x: number, y: number) => readonly [number, number]): PdfLink[] {
  if (!Array.isArray(annotations)) return [];
  return annotations.slice(0, mostLinks).flatMap((annotation: unknown): PdfLink[] => {
    if (typeof annotation !== "object" || annotation === null || !("url" in annotation)) return [];
    const href = typeof annotation.url === "string" ? safeHref(annotation.url, null) : null;
    if (href === null || !("rect" in annotation) || !Array.isArray(annotation.rect)) return [];
    const [x0, y0, x1, y1] = annotation.rect.map(Number);
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return [];
    const [a, b] = [toPage(x0, y0), toPage(x1, y1)];
    const [left, right] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
    return [{ href, left, right, top: Math.min(a[1], b[1]), bottom: Math.max(a[1], b[1]) }];
  });
}

/** Cuts the pieces at the borders of links, at whole words, and marks what lies under one. */
export function withLinks(pieces: readonly Piece[], links: readonly PdfLink[]): Piece[] {
  if (links.length === 0) return [...pieces];
  return pieces.flatMap((piece) => {
    const middle = piece.y - piece.size * 0.3;
    const over = links.find(
      ({ left, right, top, bottom }) =>
        middle > top && middle < bottom && left < piece.x + piece.width - 1 && right > piece.x + 1,
    );
    return over === undefined ? [piece] : cutAt(piece, over);
  });
}

function cutAt(piece: Piece, { href, left, right }: PdfLink): Piece[] {
  const letter = piece.width / piece.text.length;
  const slack = letter * 2;
  const from = left - slack <= piece.x ? 0 : wordStart(piece.text, (left - piece.x) / letter);
  const isToEnd = right + slack >= piece.x + piece.width;
  const to = isToEnd ? piece.text.length : wordEnd(piece.text, (right - piece.x) / letter);
  if (from >= to) return [piece];
  const part = (start: number, end: number, target: string | null): Piece[] => {
    const text = piece.text.slice(start, end);
    if (text.trim() === "") return [];
    const spaced = start === 0 ? piece.spaced : /\s$/.test(piece.text.slice(0, start)) || /^\s/.test(text);
    return [{ ...piece, text, spaced, x: piece.x + start * letter, width: text.length * letter, href: target }];
  };
  const { length } = piece.text;
  return [...part(0, from, null), ...part(from, to, href), ...part(to, length, null)];
}

/** The beginning or end of a word that is nearest to a guess from the width of letters, which vary. */
function wordStart(text: string, guess: number): number {
  return nearest(
    [...text.matchAll(/\S+/g)].map(({ index }) => index),
    guess,
  );
}

function wordEnd(text: string, guess: number): number {
  const words = [...text.matchAll(/\S+/g)];
  const end = nearest(
    words.map(({ index, 0: word }) => index + word.length),
    guess,
  );
  const closing = /[\s.,;:!?)\]”’"']+$/u.exec(text.slice(Math.max(0, end - 20), end))?.[0].length ?? 0;
  return end - closing;
}

function nearest(places: readonly number[], guess: number): number {
  let best = 0;
  for (const place of places) if (Math.abs(place - guess) < Math.abs(best - guess)) best = place;
  return best;
}
