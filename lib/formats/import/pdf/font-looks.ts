import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export type FontLook = { readonly bold: boolean; readonly italic: boolean; readonly mono: boolean };

export const plainFont: FontLook = { bold: false, italic: false, mono: false };

/** A document with more fonts than this is read without their looks beyond. */
const mostFonts = 400;

/**
 * Adds the looks of the fonts that are new on this page to `known`, and tells whether the page draws anything. The
 * library tells a font's name only with a page's drawing orders, so these are asked for where a font is new, or where
 * there are no words at all.
 */
export async function fontLooksOf(
  page: PDFPageProxy,
  names: readonly string[],
  known: Map<string, FontLook>,
): Promise<boolean> {
  const news = names.filter((name) => !known.has(name));
  if (names.length > 0 && (news.length === 0 || known.size > mostFonts)) return true;
  try {
    const { fnArray } = await page.getOperatorList();
    for (const name of news) known.set(name, lookOf(page.commonObjs.has(name) ? page.commonObjs.get(name) : null));
    return fnArray.length > 0;
  } catch {
    for (const name of news) known.set(name, plainFont); // The words are there; only how they look is not.
    return true;
  }
}

/** The library's flags are getters and often unset; the name says more ("ABCDEF+CMBX12" is a bold one of TeX's). */
function lookOf(font: unknown): FontLook {
  if (typeof font !== "object" || font === null) return plainFont;
  const name = "name" in font && typeof font.name === "string" ? font.name : "";
  const isBold = ("bold" in font && font.bold === true) || ("black" in font && font.black === true);
  const isItalic = "italic" in font && font.italic === true;
  return {
    bold: isBold || /bold|black|heavy|demi|\+(?:cm|sf)bx/i.test(name),
    italic: isItalic || /ital|obli|kursiv|\+(?:cm(?:ti|bxti|sl)|sf(?:ti|sl))/i.test(name),
    mono: /courier|mono|consol|typewriter|\+(?:cm|sf)(?:tt|sltt|itt)/i.test(name),
  };
}
