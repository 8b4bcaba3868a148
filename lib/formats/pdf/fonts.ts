import { boxFont } from "#lib/formats/pdf/drawn-font.ts";
import { isIn, type Part, partOf, type SlicePart, slicesOf } from "#lib/formats/pdf/font-parts.ts";
import { type FontSource, fontChain, type RootFamily } from "#lib/formats/pdf/font-sources.ts";
import { iconFont } from "#lib/formats/pdf/icon-font.ts";
import { joinedFonts } from "#lib/formats/pdf/joined-fonts.ts";
import { type Joined, lettersIn } from "#lib/formats/pdf/joined-letters.ts";

/** `families` are the names to try in turn for each of the three kinds of type; `missing` are what no font has. */
export type Fonts = {
  readonly key: string;
  readonly blobs: readonly Buffer[];
  readonly families: Readonly<Record<RootFamily, readonly string[]>>;
  readonly missing: readonly number[];
};

const boxes = "stet-boxes-1";

/**
 * The fonts that a text needs, as static TrueType instances of the variable fonts in the packages: only the parts of
 * each family that have one of its letters. The same text and language give the same fonts in the same order.
 */
export async function fontsFor(text: string, language: string): Promise<Fonts> {
  const { single, joined } = lettersIn(text);
  const blobs = new Map<string, Buffer>([["icons", iconFont()]]);
  const families: Record<RootFamily, string[]> = { serif: [], sans: [], mono: [] };
  const lacking = new Set<number>();
  for (const root of ["serif", "sans", "mono"] as const) {
    const chain = fontChain(root, language);
    const owners = await ownersOf(joined, chain);
    const unowned = joined.flatMap((group) => (owners.has(group) ? [] : group.letters));
    const { parts, left } = await partsFor(new Set([...single, ...unowned]), chain);
    for (const owner of owners.values()) if (!parts.includes(owner)) parts.push(owner);
    const first: readonly Part[] =
      joined.length === 0 ? [] : await joinedFonts(joined, { root, chain, parts, owners, left });
    for (const part of [...first, ...parts]) {
      for (const [key, font] of part.fonts) blobs.set(key, font);
      families[root].push(part.family);
    }
    for (const point of left) lacking.add(point);
  }
  const missing = [...lacking].sort((a, b) => a - b);
  if (missing.length > 0) blobs.set(`${boxes}-${missing.join()}`, boxFont(missing, boxes));
  for (const root of ["serif", "sans", "mono"] as const) if (missing.length > 0) families[root].push(boxes);
  return { key: [...blobs.keys()].join(";"), blobs: [...blobs.values()], families, missing };
}

/** The parts that have the letters, in turn, and the letters that none has. */
async function partsFor(letters: ReadonlySet<number>, chain: readonly FontSource[]) {
  const left = new Set(letters);
  const parts: SlicePart[] = [];
  for (const source of chain) {
    if (left.size === 0) break;
    for (const slice of slicesOf(source)) {
      if (![...left].some((point) => isIn(slice, point))) continue;
      const part = await partOf(source, slice);
      if (![...left].some((point) => part.letters.has(point))) continue;
      for (const point of part.letters) left.delete(point);
      parts.push(part);
    }
  }
  return { parts, left };
}

/** For each group of joined letters the first part that has all of them; none where there is no such part. */
async function ownersOf(joined: readonly Joined[], chain: readonly FontSource[]): Promise<Map<Joined, SlicePart>> {
  const owners = new Map<Joined, SlicePart>();
  for (const source of joined.length === 0 ? [] : chain) {
    for (const slice of slicesOf(source)) {
      const mayHave = (group: Joined) => !owners.has(group) && group.letters.every((letter) => isIn(slice, letter));
      const wanted = joined.filter(mayHave);
      if (wanted.length === 0) continue;
      const part = await partOf(source, slice);
      for (const group of wanted)
        if (group.letters.every((letter) => part.letters.has(letter))) owners.set(group, part);
    }
  }
  return owners;
}
