import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";
import type { FontSource } from "#lib/formats/pdf/font-sources.ts";
import { lettersOf, renamed } from "#lib/formats/pdf/sfnt.ts";

const resolve = createRequire(import.meta.url).resolve;

export type Face = FontSource["faces"][number];
export type Slice = { readonly name: string; readonly ranges: readonly (readonly [number, number])[] };

/** Static TrueType fonts under one family name, one for each face, by keys that say what is in them. */
export type Part = {
  readonly family: string;
  readonly fonts: ReadonlyMap<string, Buffer>;
  readonly letters: ReadonlySet<number>;
};
/** A part of a family as its package has it. */
export type SlicePart = Part & { readonly source: FontSource; readonly slice: Slice };

const slices = new Map<string, readonly Slice[]>();
const instances = new Map<string, Promise<Buffer>>();
const parts = new Map<string, SlicePart>();

/** The whole of one part of a family: all its weights and slants. */
export async function partOf(source: FontSource, slice: Slice): Promise<SlicePart> {
  const family = `stet ${source.family} ${slice.name} 1`;
  const known = parts.get(family);
  if (known !== undefined) return known;
  const letters = slice.ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  );
  const fonts = new Map<string, Buffer>();
  for (const face of source.faces) {
    const key = faceKey(family, face);
    const naming = { family, postScript: postScriptName(source, slice.name, face), weight: face.weight };
    const made = instances.get(key) ?? instance(source, { slice, face, letters }).then((font) => renamed(font, naming));
    instances.set(key, made);
    fonts.set(key, await made);
  }
  const [first] = fonts.values();
  const part = { source, slice, family, fonts, letters: first === undefined ? new Set<number>() : lettersOf(first) };
  parts.set(family, part);
  return part;
}

/** Some letters of a part under another name, with what its font says of how they are joined. */
export async function cutOf(part: SlicePart, points: readonly number[], family: string): Promise<Part> {
  const { source, slice } = part;
  const fonts = new Map<string, Buffer>();
  for (const face of source.faces) {
    const font = await instance(source, { slice, face, letters: points });
    const postScript = postScriptName(source, `${slice.name}-joined`, face);
    fonts.set(
      `${faceKey(family, face)} ${part.family} ${points.join()}`,
      renamed(font, { family, postScript, weight: face.weight }),
    );
  }
  return { family, fonts, letters: new Set(points) };
}

export function faceKey(family: string, { weight, style }: Face): string {
  return `${family} ${weight} ${style}`;
}

function postScriptName({ family }: FontSource, part: string, { weight, style }: Face): string {
  return `${family}-${part}-${weight}${style === "italic" ? "Italic" : ""}`.replace(/[^\w-]/g, "");
}

type Cutting = { readonly slice: Slice; readonly face: Face; readonly letters: readonly number[] };

async function instance(source: FontSource, { slice, face, letters }: Cutting): Promise<Buffer> {
  const name = `${source.file}-${slice.name}-${source.isVariable ? "wght" : face.weight}-${face.style}.woff2`;
  const file = readFileSync(join(folderOf(source), "files", name));
  return await subsetFont(file, letters.map((point) => String.fromCodePoint(point)).join(""), {
    targetFormat: "truetype",
    ...(source.isVariable ? { variationAxes: { wght: face.weight } } : {}),
  });
}

function folderOf({ pack }: FontSource): string {
  return dirname(resolve(`${pack}/package.json`));
}

/** The parts of a family, as its package tells them. */
export function slicesOf(source: FontSource): readonly Slice[] {
  const known = slices.get(source.pack);
  if (known !== undefined) return known;
  const read: unknown = JSON.parse(readFileSync(join(folderOf(source), "unicode.json"), "utf8"));
  const found = Object.entries(Object(read)).map(([name, ranges]) => ({
    name: name.replace(/[[\]]/g, ""),
    ranges: String(ranges).split(",").map(rangeOf),
  }));
  // The plain letters first, so that they are not taken from a larger part that has them too.
  found.sort((a, b) => Number(b.name === "latin") - Number(a.name === "latin"));
  slices.set(source.pack, found);
  return found;
}

/** "U+2000-206F" or "U+20AC". */
function rangeOf(words: string): readonly [number, number] {
  const [from = "", to = from] = words.trim().replace(/^U\+/i, "").split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

/** Whether a part may have a letter; its font says whether it has. */
export function isIn({ ranges }: Slice, point: number): boolean {
  return ranges.some(([from, to]) => point >= from && point <= to);
}
