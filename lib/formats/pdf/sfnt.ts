/** The tables of a TrueType font by tag. */
type Tables = ReadonlyMap<string, Buffer>;

/** The tables of a font file (ISO/IEC 14496-22, one font). */
export function tablesOf(font: Buffer): Tables {
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 12 + index * 16;
      const start = font.readUInt32BE(at + 8);
      return [font.toString("latin1", at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12))];
    }),
  );
}

/** A font file of the tables, in the order of their tags. */
export function fontOf(tables: Tables): Buffer {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const reach = 2 ** Math.floor(Math.log2(entries.length));
  const header = Buffer.alloc(12 + entries.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(entries.length, 4);
  header.writeUInt16BE(reach * 16, 6);
  header.writeUInt16BE(Math.log2(reach), 8);
  header.writeUInt16BE((entries.length - reach) * 16, 10);
  const parts: Buffer[] = [header];
  let start = header.length;
  for (const [index, [tag, table]] of entries.entries()) {
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    const at = 12 + index * 16;
    header.write(tag, at, "latin1");
    header.writeUInt32BE(sumOf(padded), at + 4);
    header.writeUInt32BE(start, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    parts.push(padded);
    start += padded.length;
  }
  return Buffer.concat(parts);
}

function sumOf(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

/** The font under a name of its own and with the weight that it really has: Typst finds fonts by both alone. */
export function renamed(font: Buffer, { family, postScript, weight }: Naming): Buffer {
  const tables = new Map(tablesOf(font));
  tables.set("name", nameTable(family, postScript));
  const metrics = Buffer.from(tables.get("OS/2") ?? Buffer.alloc(96));
  metrics.writeUInt16BE(weight, 4);
  tables.set("OS/2", metrics);
  return fontOf(tables);
}

export type Naming = { readonly family: string; readonly postScript: string; readonly weight: number };

/** Family, style, full name and PostScript name, for Windows in English. */
export function nameTable(family: string, postScript: string): Buffer {
  const names: readonly (readonly [number, string])[] = [
    [1, family],
    [2, "Regular"],
    [4, family],
    [6, postScript],
  ];
  const header = Buffer.alloc(6 + names.length * 12);
  header.writeUInt16BE(names.length, 2);
  header.writeUInt16BE(header.length, 4);
  const texts = names.map(([, words]) => Buffer.from(words, "utf16le").swap16());
  let offset = 0;
  for (const [index, [id]] of names.entries()) {
    const length = texts[index]?.length ?? 0;
    for (const [place, value] of [3, 1, 0x409, id, length, offset].entries()) {
      header.writeUInt16BE(value, 6 + index * 12 + place * 2);
    }
    offset += length;
  }
  return Buffer.concat([header, ...texts]);
}

/** Units of a font's em. */
export function unitsOf(font: Buffer): number {
  return tablesOf(font).get("head")?.readUInt16BE(18) ?? 0;
}

/** The outline of each glyph, and its measures as in a long `hmtx`: width and left side, four bytes. */
export function outlinesOf(font: Buffer) {
  const tables = tablesOf(font);
  const table = (tag: string) => tables.get(tag) ?? Buffer.alloc(0);
  const [glyf, loca, hmtx] = [table("glyf"), table("loca"), table("hmtx")];
  const isLong = table("head").readInt16BE(50) === 1;
  const wide = table("hhea").readUInt16BE(34);
  const start = (glyph: number) => (isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  return {
    at: (glyph: number) => glyf.subarray(start(glyph), start(glyph + 1)),
    metrics: (glyph: number) => {
      if (glyph < wide) return hmtx.subarray(glyph * 4, glyph * 4 + 4);
      const side = wide * 4 + (glyph - wide) * 2;
      return Buffer.concat([hmtx.subarray(wide * 4 - 4, wide * 4 - 2), hmtx.subarray(side, side + 2)]);
    },
  };
}

/** The code points that a font has a glyph for, by its character maps of formats 4 and 12. */
export function lettersOf(font: Buffer): Set<number> {
  return new Set(glyphsOf(font).keys());
}

/** The same with the number of each one's glyph. */
export function glyphsOf(font: Buffer): Map<number, number> {
  const map = tablesOf(font).get("cmap");
  const glyphs = new Map<number, number>();
  if (map === undefined) return glyphs;
  for (let index = 0; index < map.readUInt16BE(2); index += 1) {
    const table = map.subarray(map.readUInt32BE(4 + index * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) addSegments(table, glyphs);
    if (format === 12) addGroups(table, glyphs);
  }
  return glyphs;
}

function addGroups(table: Buffer, glyphs: Map<number, number>): void {
  for (let index = 0; index < table.readUInt32BE(12); index += 1) {
    const at = 16 + index * 12;
    const [from, to, glyph] = [table.readUInt32BE(at), table.readUInt32BE(at + 4), table.readUInt32BE(at + 8)];
    for (let point = from; point <= to; point += 1) glyphs.set(point, glyph + point - from);
  }
}

function addSegments(table: Buffer, glyphs: Map<number, number>): void {
  const twice = table.readUInt16BE(6);
  for (let at = 0; at < twice; at += 2) {
    const end = table.readUInt16BE(14 + at);
    const start = table.readUInt16BE(16 + twice + at);
    const delta = table.readUInt16BE(16 + twice * 2 + at);
    const place = 16 + twice * 3 + at;
    const offset = table.readUInt16BE(place);
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const found = offset === 0 ? point : table.readUInt16BE(place + offset + (point - start) * 2);
      const glyph = offset !== 0 && found === 0 ? 0 : (found + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(point, glyph);
    }
  }
}
