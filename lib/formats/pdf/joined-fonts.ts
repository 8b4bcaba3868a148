import { boxFont } from "#lib/formats/pdf/drawn-font.ts";
import { cutOf, type Face, faceKey, type Part, type SlicePart } from "#lib/formats/pdf/font-parts.ts";
import type { FontSource, RootFamily } from "#lib/formats/pdf/font-sources.ts";
import { isTorn, type Joined } from "#lib/formats/pdf/joined-letters.ts";
import { mergedFont } from "#lib/formats/pdf/merged-font.ts";

type Setting = {
  readonly root: RootFamily;
  readonly chain: readonly FontSource[];
  readonly parts: readonly SlicePart[];
  /** The part that has all letters of a group, where there is one. */
  readonly owners: ReadonlyMap<Joined, SlicePart>;
  /** Letters that no part has: they are drawn as boxes. */
  readonly left: ReadonlySet<number>;
};

/**
 * Fonts to be tried before the others, for the joined letters that the typesetter would tear with the parts alone:
 * what each of the parts has of them, and one of letters from several parts, where marks are placed by rule of thumb.
 */
export async function joinedFonts(joined: readonly Joined[], setting: Setting): Promise<readonly Part[]> {
  const { root, parts, owners, left } = setting;
  const mixed = new Set<number>();
  const cuts = new Map<SlicePart, Set<number>>();
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const group of joined) {
      const fonts = [mixed, ...cuts.values(), ...parts.map(({ letters }) => letters), left];
      if (!isTorn(group, fonts)) continue;
      hasChanged = true;
      const owner = owners.get(group);
      const cut = owner === undefined ? undefined : (cuts.get(owner) ?? new Set());
      if (owner === undefined || cut === undefined || group.points.every((point) => cut.has(point))) {
        for (const letter of group.letters) mixed.add(letter);
      } else {
        for (const point of group.points) cut.add(point);
        cuts.set(owner, cut);
      }
    }
  }
  const first: Part[] = mixed.size === 0 ? [] : [mixedPart(sorted(mixed), setting)];
  for (const [owner, points] of cuts)
    first.push(await cutOf(owner, sorted(points), `stet ${root} joined ${first.length}`));
  return first;
}

function mixedPart(letters: readonly number[], { root, chain, parts }: Setting): Part {
  const family = `stet ${root} mixed`;
  const fonts = new Map<string, Buffer>();
  for (const face of chain[0]?.faces ?? []) {
    const takenFrom = new Map<Buffer, number[]>();
    const boxed: number[] = [];
    for (const letter of letters) {
      const font = fontWith(letter, { parts, face });
      if (font === undefined) boxed.push(letter);
      else takenFrom.set(font, [...(takenFrom.get(font) ?? []), letter]);
    }
    const pieces = [...takenFrom].map(([font, taken]) => ({ font, letters: taken }));
    if (boxed.length > 0) pieces.push({ font: boxFont(boxed, family), letters: boxed });
    const postScript = `stet-${root}-mixed-${face.weight}${face.style === "italic" ? "Italic" : ""}`;
    const font = mergedFont(pieces, { family, postScript, weight: face.weight });
    fonts.set(
      `${faceKey(family, face)} ${parts.map((part) => part.family).join()} ${letters.join()} ${boxed.join()}`,
      font,
    );
  }
  return { family, fonts, letters: new Set(letters) };
}

type Wanted = { readonly parts: readonly SlicePart[]; readonly face: Face };

/** The font of a letter in a face, or in the nearest that its part has; none where it is a box. */
function fontWith(letter: number, { parts, face }: Wanted): Buffer | undefined {
  const part = parts.find(({ letters }) => letters.has(letter));
  if (part === undefined) return undefined;
  const upright = { weight: face.weight, style: "normal" } as const;
  const font = part.fonts.get(faceKey(part.family, face)) ?? part.fonts.get(faceKey(part.family, upright));
  return font ?? [...part.fonts.values()][0];
}

function sorted(points: ReadonlySet<number>): number[] {
  return [...points].sort((a, b) => a - b);
}
