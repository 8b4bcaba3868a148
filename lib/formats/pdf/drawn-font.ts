import { fontOf, nameTable } from "#lib/formats/pdf/sfnt.ts";

/** A corner of an outline, in thousandths of the size: across and up from the baseline. */
export type Corner = readonly [number, number];
/** A letter (code point) and its closed outlines: clockwise ones are filled, the others cut out of them. */
export type Glyph = { readonly letter: number; readonly outlines: readonly (readonly Corner[])[] };

/** A TrueType font of straight lines; the glyphs in the order of their letters, all of one width. */
export function drawnFont(
  glyphs: readonly Glyph[],
  { family, width }: { readonly family: string; readonly width: number },
): Buffer {
  const drawn = [Buffer.alloc(0), ...glyphs.map(({ outlines }) => outlineOf(outlines))];
  const loca = Buffer.alloc((drawn.length + 1) * 4);
  let end = 0;
  for (const [index, { length }] of drawn.entries()) {
    end += length;
    loca.writeUInt32BE(end, (index + 1) * 4);
  }
  const hmtx = Buffer.alloc(drawn.length * 4);
  for (const index of drawn.keys()) hmtx.writeUInt16BE(width, index * 4);
  const most = Math.max(...glyphs.map(({ outlines }) => outlines.flat().length));
  return fontOf(
    new Map([
      ["OS/2", words(metrics)],
      ["cmap", characterMap(glyphs.map(({ letter }) => letter))],
      ["glyf", Buffer.concat(drawn)],
      [
        "head",
        words([1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, -200, width, 900, 0, 8, 2, 1, 0]),
      ],
      ["hhea", words([1, 0, 800, -200, 0, width, 0, 0, width, 1, 0, 0, 0, 0, 0, 0, 0, drawn.length])],
      ["hmtx", hmtx],
      ["loca", loca],
      ["maxp", words([1, 0, drawn.length, most, 16, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])],
      ["name", nameTable(family, family.replaceAll(" ", "-"))],
      ["post", words([3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ]),
  );
}

/** OS/2 of version 4: regular weight and width, ascender and descender as in `hhea`. */
const metrics = [
  4, 600, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x40,
  0, 0xffff, 800, -200, 0, 800, 200, 0, 0, 0, 0, 500, 700, 0, 32, 0,
];

function words(values: readonly number[]): Buffer {
  const table = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) table.writeUInt16BE(value & 0xffff, index * 2);
  return table;
}

function outlineOf(outlines: Glyph["outlines"]): Buffer {
  const corners = outlines.flat().map(([x, y]): Corner => [Math.round(x), Math.round(y)]);
  const [across, up] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  let last = -1;
  const ends = outlines.map((outline) => {
    last += outline.length;
    return last;
  });
  const bounds = [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)];
  const glyph = Buffer.concat([
    words([outlines.length, ...bounds, ...ends, 0]),
    Buffer.alloc(corners.length, 1),
    words(across.map((x, index) => x - (across[index - 1] ?? 0))),
    words(up.map((y, index) => y - (up[index - 1] ?? 0))),
  ]);
  return Buffer.concat([glyph, Buffer.alloc((4 - (glyph.length % 4)) % 4)]);
}

/** The `cmap` of letters in ascending order, whose glyphs are 1, 2 and so on: format 12, a group for each. */
export function characterMap(letters: readonly number[]): Buffer {
  const map = Buffer.alloc(28 + letters.length * 12);
  for (const [at, value] of [
    [2, 1],
    [4, 3],
    [6, 10],
    [12, 12],
  ] as const)
    map.writeUInt16BE(value, at);
  map.writeUInt32BE(12, 8);
  map.writeUInt32BE(map.length - 12, 16);
  map.writeUInt32BE(letters.length, 24);
  for (const [index, letter] of letters.entries()) {
    for (const [place, value] of [letter, letter, index + 1].entries())
      map.writeUInt32BE(value, 28 + index * 12 + place * 4);
  }
  return map;
}

/**
 * An empty box for each of the letters (ascending). No font has them, and a missing glyph is an error of PDF/A and
 * PDF/UA: with a glyph of its own, each stays in the text of the file as the letter that it is.
 */
export function boxFont(letters: readonly number[], family: string): Buffer {
  const outlines: Glyph["outlines"] = [
    [
      [50, 0],
      [50, 700],
      [550, 700],
      [550, 0],
    ],
    [
      [90, 40],
      [510, 40],
      [510, 660],
      [90, 660],
    ],
  ];
  return drawnFont(
    letters.map((letter) => ({ letter, outlines })),
    { family, width: 600 },
  );
}
