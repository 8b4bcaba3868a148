import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { FontLook } from "#lib/formats/import/pdf/font-looks.ts";
import { fontLooksOf, plainFont } from "#lib/formats/import/pdf/font-looks.ts";
import type { PdfLink } from "#lib/formats/import/pdf/page-links.ts";
import { linksOf, withLinks } from "#lib/formats/import/pdf/page-links.ts";
import type { PdfPage, Piece } from "#lib/formats/import/pdf/pdf-page.ts";
import { weightiest } from "#lib/formats/import/pdf/pdf-page.ts";

/** Letters by their shape in a word, as some fonts name them; the text has the letters. */
const arabicShapes = /[\uFB50-\uFDFF\uFE70-\uFEFC]+/g;

type Matrix = readonly [number, number, number, number, number, number];
type Turned = { readonly turn: number; readonly piece: Piece };

/** What the reading of one document remembers from page to page. */
export type PageMemory = { readonly looks: Map<string, FontLook> };

/** Reads the words of one page with where they lie. Rejects where the library cannot read the page. */
export async function readPage(page: PDFPageProxy, memory: PageMemory): Promise<PdfPage> {
  const { items, styles } = await page.getTextContent();
  const view = page.getViewport({ scale: 1 });
  const drawn = await fontLooksOf(page, Object.keys(styles), memory.looks);
  const annotations: unknown = items.length === 0 ? [] : await page.getAnnotations().catch(() => []);
  const links = linksOf(annotations, (x, y) => {
    const [left = 0, top = 0] = view.convertToViewportPoint(x, y);
    return [left, top];
  });
  const found: Turned[] = [];
  let spaced = false;
  for (const item of items) {
    if (!("str" in item)) continue;
    const text = item.str.replaceAll("\u0000", "").replace(arabicShapes, (shapes) => shapes.normalize("NFKC"));
    if (text.trim() === "") {
      spaced = text !== "" || spaced;
      continue;
    }
    const look = memory.looks.get(item.fontName) ?? plainFont;
    const isMono = look.mono || styles[item.fontName]?.fontFamily === "monospace";
    const turned = placed(text, item.transform, item.width, matrixOf(view.transform), spaced || /^\s/.test(text));
    if (turned === null) continue;
    found.push({ ...turned, piece: { ...turned.piece, ...look, mono: isMono } });
    spaced = /\s$/.test(text);
  }
  const turn = weightiest(found.map((item) => [item.turn, item.piece.text.length]));
  const isSideways = turn % 2 === 1;
  return {
    number: page.pageNumber,
    width: isSideways ? view.height : view.width,
    height: isSideways ? view.width : view.height,
    pieces: wordsOf(found, turn, view.width, view.height, links),
    aside: found.filter((item) => item.turn !== turn).map(({ piece }) => piece.text),
    pictured: found.length === 0 && drawn,
    damaged: false,
  };
}

function wordsOf(
  found: readonly Turned[],
  turn: number,
  width: number,
  height: number,
  links: readonly PdfLink[],
): Piece[] {
  const upright = found.filter((item) => item.turn === turn).map(({ piece }) => piece);
  if (turn === 0) return withLinks(withoutEchoes(upright), links);
  return withoutEchoes(upright.map((piece) => ({ ...piece, ...unturned(piece, turn, width, height) })));
}

function matrixOf(values: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values;
  return [a, b, c, d, e, f];
}

/** Where a piece lies from the page's top left, and its angle in quarter turns; null where its size makes no sense. */
function placed(text: string, values: readonly number[], width: number, view: Matrix, spaced: boolean): Turned | null {
  const [a, b, c, d, e, f] = matrixOf(values);
  const across = [view[0] * a + view[2] * b, view[1] * a + view[3] * b] as const;
  const up = Math.hypot(view[0] * c + view[2] * d, view[1] * c + view[3] * d);
  const x = view[0] * e + view[2] * f + view[4];
  const y = view[1] * e + view[3] * f + view[5];
  const angle = Math.atan2(across[1], across[0]) / (Math.PI / 2);
  const isAskew = Math.abs(angle - Math.round(angle)) > 0.1;
  const size = Math.round(up * 100) / 100;
  if (![x, y, width, size].every(Number.isFinite) || size <= 0.5 || Math.abs(x) > 1e6 || Math.abs(y) > 1e6) return null;
  const turn = isAskew ? 9 : (Math.round(angle) + 4) % 4;
  const piece = { text, x, y, width: Math.abs(width), size, spaced, href: null, rise: null };
  return { turn, piece: { ...piece, ...plainFont } };
}

/** The position on a page that is turned so that its words stand upright. */
function unturned({ x, y }: Piece, turn: number, width: number, height: number) {
  if (turn === 1) return { x: y, y: width - x };
  return turn === 2 ? { x: width - x, y: height - y } : { x: height - y, y: x };
}

/** Some programs set words twice, a hair apart, to make them look bold. */
function withoutEchoes(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const same = seen.get(piece.text) ?? [];
    const reach = piece.size * 0.15;
    if (same.some(({ x, y }) => Math.abs(x - piece.x) < reach && Math.abs(y - piece.y) < reach)) return false;
    if (same.length < 200) seen.set(piece.text, [...same, piece]);
    return true;
  });
}
