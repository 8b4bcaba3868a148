import { characterMap } from "#lib/formats/pdf/drawn-font.ts";
import { fontOf, glyphsOf, type Naming, outlinesOf, renamed, tablesOf, unitsOf } from "#lib/formats/pdf/sfnt.ts";

/** Units of the em of a merged font: all fonts of the packages have them, but the pictures, which are scaled. */
const mergedUnits = 1000;

/** A static TrueType font, and which of its letters are taken. */
type Piece = { readonly font: Buffer; readonly letters: readonly number[] };
type Taken = { readonly outline: Buffer; readonly metrics: Buffer };

/**
 * One font of letters from several (ISO/IEC 14496-22), without what theirs say of kerning, joining and hints: whoever
 * shapes with it places marks by their class and their outlines. No letter may be in two pieces.
 */
export function mergedFont(pieces: readonly Piece[], naming: Naming): Buffer {
  const places = pieces.flatMap(({ font, letters }) => {
    const glyphs = glyphsOf(font);
    return letters.map((letter) => ({ font, letter, glyph: glyphs.get(letter) ?? 0 }));
  });
  const lettered = places.toSorted((a, b) => a.letter - b.letter);
  const ids = new Map<string, number>();
  const queue: { readonly font: Buffer; readonly glyph: number }[] = [...lettered];
  const idOf = (font: Buffer, glyph: number) => {
    const key = `${pieces.findIndex((piece) => piece.font === font)} ${glyph}`;
    const id = ids.get(key) ?? queue.length + 1;
    if (!ids.has(key)) queue.push({ font, glyph });
    ids.set(key, id);
    return id;
  };
  const glyphs: Taken[] = [{ outline: Buffer.alloc(0), metrics: Buffer.alloc(4) }];
  // The parts of composed glyphs come to the end of the queue while it is read.
  for (const [index, { font, glyph }] of queue.entries()) {
    const outlines = outlinesOf(font);
    const scale = mergedUnits / unitsOf(font);
    if (scale !== 1 && index < lettered.length) {
      glyphs.push(scaled({ outline: outlines.at(glyph), metrics: outlines.metrics(glyph) }, scale, idOf(font, glyph)));
      continue;
    }
    glyphs.push({
      outline: unhinted(outlines.at(glyph), (part) => idOf(font, part)),
      metrics: outlines.metrics(glyph),
    });
  }
  return renamed(assembled(glyphs, { pieces, letters: lettered.map(({ letter }) => letter) }), naming);
}

/** A glyph that shows another one, whose number is given, at another size. */
function scaled({ outline, metrics }: Taken, scale: number, id: number): Taken {
  const measures = Buffer.alloc(4);
  measures.writeUInt16BE(Math.round(metrics.readUInt16BE(0) * scale), 0);
  measures.writeInt16BE(Math.round(metrics.readInt16BE(2) * scale), 2);
  if (outline.length === 0) return { outline, metrics: measures };
  const shown = Buffer.alloc(18);
  shown.writeInt16BE(-1, 0);
  for (const at of [2, 4, 6, 8]) shown.writeInt16BE(Math.round(outline.readInt16BE(at) * scale), at);
  // At no distance (two bytes), with a scale of 14 fractional bits.
  shown.writeUInt16BE(0x0002 | 0x0008, 10);
  shown.writeUInt16BE(id, 12);
  shown.writeInt16BE(Math.round(scale * 16_384), 16);
  return { outline: shown, metrics: measures };
}

function assembled(
  glyphs: readonly Taken[],
  { pieces, letters }: { pieces: readonly Piece[]; letters: readonly number[] },
) {
  const all = pieces.map(({ font }) => tablesOf(font));
  const copied = (tag: string) => Buffer.from(all[0]?.get(tag) ?? Buffer.alloc(0));
  const loca = Buffer.alloc((glyphs.length + 1) * 4);
  let end = 0;
  const padded = glyphs.map(({ outline }) => Buffer.concat([outline, Buffer.alloc((4 - (outline.length % 4)) % 4)]));
  for (const [index, { length }] of padded.entries()) {
    end += length;
    loca.writeUInt32BE(end, (index + 1) * 4);
  }
  const head = copied("head");
  head.writeInt16BE(1, 50);
  const hhea = copied("hhea");
  hhea.writeUInt16BE(glyphs.length, 34);
  const maxp = copied("maxp");
  for (let at = 6; at < maxp.length; at += 2) {
    maxp.writeUInt16BE(Math.max(...all.map((tables) => tables.get("maxp")?.readUInt16BE(at) ?? 0)), at);
  }
  maxp.writeUInt16BE(glyphs.length, 4);
  // Parts in a glyph, and how deep they are in one another: one more than in any piece, for what is scaled.
  maxp.writeUInt16BE(Math.max(1, maxp.readUInt16BE(28)), 28);
  maxp.writeUInt16BE(maxp.readUInt16BE(30) + 1, 30);
  return fontOf(
    new Map([
      ["OS/2", copied("OS/2")],
      ["cmap", characterMap(letters)],
      ["glyf", Buffer.concat(padded)],
      ["head", head],
      ["hhea", hhea],
      ["hmtx", Buffer.concat(glyphs.map(({ metrics }) => metrics))],
      ["loca", loca],
      ["maxp", maxp],
      ["post", Buffer.concat([Buffer.from([0, 3, 0, 0]), copied("post").subarray(4, 32)])],
    ]),
  );
}

const hasInstructions = 0x0100;
const hasMore = 0x0020;

/** The outline without hints, which would need programs that the merged font has not; its parts under new numbers. */
function unhinted(outline: Buffer, idOf: (glyph: number) => number): Buffer {
  if (outline.length === 0) return outline;
  const contours = outline.readInt16BE(0);
  if (contours >= 0) {
    const at = 10 + contours * 2;
    const hints = outline.readUInt16BE(at);
    return Buffer.concat([outline.subarray(0, at), Buffer.alloc(2), outline.subarray(at + 2 + hints)]);
  }
  const changed = Buffer.from(outline);
  let at = 10;
  for (let flags = hasMore; (flags & hasMore) !== 0; ) {
    flags = changed.readUInt16BE(at);
    changed.writeUInt16BE(flags & ~hasInstructions, at);
    changed.writeUInt16BE(idOf(changed.readUInt16BE(at + 2)), at + 2);
    at += 4 + argumentBytes(flags);
  }
  return changed.subarray(0, at);
}

/** Bytes of a part's place and scale. */
function argumentBytes(flags: number): number {
  const place = (flags & 0x0001) !== 0 ? 4 : 2;
  if ((flags & 0x0008) !== 0) return place + 2;
  if ((flags & 0x0040) !== 0) return place + 4;
  return (flags & 0x0080) !== 0 ? place + 8 : place;
}
