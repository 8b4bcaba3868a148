import { attributeOf } from "#lib/formats/import/html-tree.ts";
import type { PageOutline, Place } from "#lib/formats/import/main/page-outline.ts";

export const repeatSignNames: readonly string[] = [
  "repeats",
  "up to what repeats",
  "letters of each",
  "of them with a title",
  "of them with a stamp",
  "of them with prose",
  "prose of them all",
];

const none: readonly number[] = [0, 12, 0, 0, 0, 0, 0];

type Group = { count: number; letters: number; titled: number; stamped: number; prosaic: number; prose: number };

/** Teasers, comments and cards: how many elements of the same make stand beside each other, each with several blocks. */
export function repeatSigns({ places, root }: PageOutline): ReadonlyMap<Place, readonly number[]> {
  const groups = new Map<Place | null, Map<string, Group>>();
  const groupOf = new Map<Place, Group>();
  for (const place of places) {
    if (place.blocks < 2 || place.prose > root.prose * 0.6) continue;
    const among = groups.get(place.parent) ?? new Map<string, Group>();
    groups.set(place.parent, among);
    const make = `${place.tag} ${"attrs" in place.element ? attributeOf(place.element, "class") : ""}`;
    const group = among.get(make) ?? { count: 0, letters: 0, titled: 0, stamped: 0, prosaic: 0, prose: 0 };
    among.set(make, group);
    group.count += 1;
    group.letters += place.letters;
    group.titled += place.titles > 0 ? 1 : 0;
    group.stamped += place.stamps > 0 ? 1 : 0;
    group.prosaic += place.prose > 0 ? 1 : 0;
    group.prose += place.prose;
    groupOf.set(place, group);
  }
  const signs = new Map<Place, readonly number[]>();
  for (const place of places) {
    const group = groupOf.get(place);
    const around = place.parent === null ? undefined : signs.get(place.parent);
    if (group !== undefined && group.count >= 3) {
      const { count, letters, titled, stamped, prosaic, prose } = group;
      signs.set(place, [
        count,
        0,
        letters / count,
        titled / count,
        stamped / count,
        prosaic / count,
        prose / Math.max(1, root.prose),
      ]);
    } else if (around !== undefined && (around[0] ?? 0) > 0) {
      const [count = 0, up = 0, ...rest] = around;
      signs.set(place, [count, Math.min(12, up + 1), ...rest]);
    } else signs.set(place, none);
  }
  return signs;
}
