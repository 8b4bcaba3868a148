import { mostPoints, richest, smallestWith } from "#lib/formats/import/main/main-place.ts";
import { nameKinds } from "#lib/formats/import/main/name-kinds.ts";
import type { PageOutline, Place } from "#lib/formats/import/main/page-outline.ts";
import { repeatSignNames, repeatSigns } from "#lib/formats/import/main/repeats.ts";

const farthest = 12;
const tagKinds: readonly (readonly [string, RegExp])[] = [
  ["nav", /^nav$/],
  ["aside", /^aside$/],
  ["footer", /^footer$/],
  ["header", /^header$/],
  ["list", /^(?:ul|ol|dl)$/],
  ["table", /^table$/],
  ["figure", /^figure$/],
  ["form", /^(?:form|fieldset)$/],
  ["article", /^article$/],
  ["section", /^section$/],
  ["heading", /^h[1-6]$/],
  ["paragraph", /^p$/],
  ["item", /^(?:li|dd|dt)$/],
  ["quotation", /^blockquote$/],
  ["division", /^div$/],
  ["details", /^(?:details|summary)$/],
];
const mainPlaces = ["most points", "most prose", "half the prose", "article element", "main element", "article body"];
const levels = 4;

export const placeSignNames: readonly string[] = [
  ...nameKinds.map((kind) => `named ${kind}`),
  ...tagKinds.map(([name]) => `in ${name}`),
  ...mainPlaces.flatMap((name) => [`below ${name}`, `beside ${name}`]),
  ...Array.from({ length: levels }, (_, up) => [
    `prose share, ${up} up`,
    `links, ${up} up`,
    `block length, ${up} up`,
    `prose of it, ${up} up`,
  ]).flat(),
  "depth",
  "prose of the like",
  "number of the like",
  "links of the like",
  "length of the like",
  ...repeatSignNames,
];

/** The signs of every place that a block stands in: what is around it, how near, and how much of the page that holds. */
export function placeSigns(outline: PageOutline, headline: Place | null): ReadonlyMap<Place, readonly number[]> {
  const { places, root } = outline;
  const total = Math.max(1, root.prose);
  const aroundHeadline = new Set<Place>();
  for (let at = headline; at !== null; at = at.parent) aroundHeadline.add(at);
  const named = distances(places, nameKinds.length, (place, kind) => {
    if ((place.kinds & (1 << kind)) === 0) return false;
    // A name on what holds the headline, or most of the page, says nothing against it; but comments may be most of it.
    if (nameKinds[kind] === "content") return true;
    return !aroundHeadline.has(place) && (nameKinds[kind] === "comment" || place.prose < total * 0.6);
  });
  const tagged = distances(places, tagKinds.length, (place, kind) => tagKinds[kind]?.[1].test(place.tag) === true);
  const mains = [
    mostPoints(outline),
    smallestWith(outline, 0.75),
    smallestWith(outline, 0.5),
    richest(outline, ({ tag }) => tag === "article"),
    richest(outline, ({ tag, element }) => tag === "main" || ("attrs" in element && hasRole(element.attrs, "main"))),
    richest(outline, ({ itemprop }) => itemprop === "articlebody"),
  ].map((main) => nearness(places, main));
  const repeats = repeatSigns(outline);
  const alike = likePlaces(outline);
  const holding = [...new Set(outline.blocks.map(({ place }) => place))];
  return new Map(
    holding.map((place) => {
      const signs = [...(named.get(place) ?? []), ...(tagged.get(place) ?? [])];
      for (const main of mains) signs.push(...(main.get(place) ?? [-1, -1]));
      let at: Place | null = place;
      for (let up = 0; up < levels; up += 1) {
        const { prose, linked, letters, blocks }: Place = at ?? root;
        signs.push(prose / total, linked / Math.max(1, letters), letters / Math.max(1, blocks));
        signs.push(prose / Math.max(1, letters));
        at = at?.parent ?? null;
      }
      signs.push(place.depth, ...(alike.get(signatureOf(place)) ?? [0, 0, 0, 0]), ...(repeats.get(place) ?? []));
      return [place, signs];
    }),
  );
}

const hasRole = (attrs: readonly { name: string; value: string }[], role: string) =>
  attrs.some(({ name, value }) => name === "role" && value === role);

/** For each place and kind, how many elements up the nearest of that kind is, itself being 0, at most `farthest`. */
function distances(places: readonly Place[], kinds: number, isKind: (place: Place, kind: number) => boolean) {
  const found = new Map<Place, Uint8Array>();
  for (const place of places) {
    const around = place.parent === null ? undefined : found.get(place.parent);
    const own = new Uint8Array(kinds);
    for (let kind = 0; kind < kinds; kind += 1) {
      own[kind] = isKind(place, kind) ? 0 : Math.min(farthest, (around?.[kind] ?? farthest) + 1);
    }
    found.set(place, own);
  }
  return found;
}

/** How far below a main place each place is (-1 when it is not), and how far up from it they part. */
function nearness(places: readonly Place[], main: Place | null): ReadonlyMap<Place, readonly number[]> {
  const found = new Map<Place, readonly number[]>();
  if (main === null) return found;
  let steps = 0;
  for (let at: Place | null = main; at !== null; at = at.parent) {
    found.set(at, [at === main ? 0 : -1, Math.min(farthest, steps)]);
    steps += 1;
  }
  for (const place of places) {
    if (found.has(place) || place.parent === null) continue;
    const [below = -1, beside = 0] = found.get(place.parent) ?? [];
    found.set(place, [below < 0 ? -1 : Math.min(farthest, below + 1), beside]);
  }
  return found;
}

function signatureOf(place: Place): string {
  const { tag, kinds, depth, parent } = place;
  return `${tag} ${kinds} ${depth} ${parent?.tag} ${parent?.kinds}`;
}

/** Places of the same make, taken together: their share of the page's prose, how many, their links, their length. */
function likePlaces({ root, blocks }: PageOutline): ReadonlyMap<string, readonly number[]> {
  const sums = new Map<string, { prose: number; linked: number; letters: number; count: number }>();
  for (const { place, prose, linked, letters } of blocks) {
    const signature = signatureOf(place);
    const sum = sums.get(signature) ?? { prose: 0, linked: 0, letters: 0, count: 0 };
    sum.prose += prose;
    sum.linked += linked;
    sum.letters += letters;
    sum.count += 1;
    sums.set(signature, sum);
  }
  const total = Math.max(1, root.prose);
  return new Map(
    [...sums].map(([signature, { prose, linked, letters, count }]) => [
      signature,
      [prose / total, count, linked / letters, letters / count],
    ]),
  );
}
