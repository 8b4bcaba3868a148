import { sameWords } from "#lib/formats/import/block-words.ts";
import type { PageBlock, PageOutline, Place } from "#lib/formats/import/main/page-outline.ts";
import { placeSignNames, placeSigns } from "#lib/formats/import/main/place-signs.ts";
import { runsOfWords, shareWithin } from "#lib/formats/import/main/shared-words.ts";
import { isSentence, sayingOf, textSignNames, textSigns } from "#lib/formats/import/main/text-signs.ts";

/** What the page says about its article elsewhere; a help in telling which blocks are its own. */
export type PageHints = {
  readonly body: string | null;
  readonly description: string | null;
  readonly titles: readonly string[];
};

const types = ["heading", "paragraph", "quotation", "list-item", "caption", "table-row", "code"];
const near = [-3, -2, -1, 1, 2, 3];
const windows = [4, 12];

export const blockSignNames: readonly string[] = [
  ...types.map((type) => `is ${type}`),
  "level",
  "length",
  "links",
  "is sentence",
  "prose",
  ...textSignNames,
  ...placeSignNames,
  ...near.flatMap((at) =>
    ["length", "links", "prose", "heading", "caption", "item", "shared place"].map((name) => `${name} at ${at}`),
  ),
  ...windows.flatMap((width) => [
    `prose ${width} before`,
    `prose ${width} after`,
    `letters ${width} before`,
    `letters ${width} after`,
  ]),
  "part of the page",
  "prose before",
  "prose after",
  "after the headline",
  "letters since the headline",
  "heading says",
  "blocks since heading",
  "heading level",
  "heading in the same place",
  "last telling heading",
  "blocks since it",
  "in the body",
  "in the description",
  "is the title",
  "said before",
  "said again",
  "letters of the page",
  "prose of the page",
  "blocks of the page",
];

/** One row of signs for each block in turn, named by `blockSignNames`. Linear in the blocks and in the elements around them. */
export function* blockSigns(outline: PageOutline, hints: PageHints): Generator<Float32Array, void, undefined> {
  const { blocks, root } = outline;
  const body = runsOfWords(hints.body, 400);
  const description = runsOfWords(hints.description, 40);
  const titles = new Set(hints.titles.map(sameWords));
  const same = blocks.map(({ text }) => sameWords(text.slice(0, 400)));
  const counts = new Map<string, number>();
  for (const words of same) counts.set(words, (counts.get(words) ?? 0) + 1);
  const headline = headlineOf(blocks, same, titles);
  const places = placeSigns(outline, blocks[headline]?.place ?? null);
  const sums = runningSums(blocks);
  const seen = new Set<string>();
  const lettersAt = (index: number) => sums.letters[Math.max(0, Math.min(blocks.length, index))] ?? 0;
  const proseAt = (index: number) => sums.prose[Math.max(0, Math.min(blocks.length, index))] ?? 0;
  let heading = -1;
  let telling = -1;
  for (const [index, block] of blocks.entries()) {
    const { draft, letters, linked, prose, place, text } = block;
    const own = same[index] ?? "";
    const signs: number[] = types.map((type) => (draft.type === type ? 1 : 0));
    signs.push(draft.level ?? 0, letters, linked / letters, isSentence(block) ? 1 : 0, prose);
    for (const sign of textSigns(block)) signs.push(sign);
    for (const sign of places.get(place) ?? []) signs.push(sign);
    for (const at of near) pushNeighbour(signs, blocks[index + at], place);
    for (const width of windows) {
      signs.push(proseAt(index) - proseAt(index - width), proseAt(index + 1 + width) - proseAt(index + 1));
      signs.push(lettersAt(index) - lettersAt(index - width), lettersAt(index + 1 + width) - lettersAt(index + 1));
    }
    const total = Math.max(1, root.prose);
    signs.push(index / blocks.length, proseAt(index) / total, (root.prose - proseAt(index + 1)) / total);
    signs.push(headline < 0 ? 0 : index > headline ? 1 : -1);
    signs.push(headline < 0 ? -1 : Math.max(-1, lettersAt(index) - lettersAt(headline + 1)));
    const above = blocks[heading];
    signs.push(
      above === undefined ? -1 : sayingOf(above.text),
      above === undefined ? 99 : Math.min(99, index - heading),
    );
    signs.push(above?.draft.level ?? 0, above === undefined ? 0 : above.place.parent === place.parent ? 1 : 0);
    signs.push(
      telling < 0 ? 0 : sayingOf(blocks[telling]?.text ?? ""),
      telling < 0 ? 99 : Math.min(99, index - telling),
    );
    signs.push(shareWithin(text, body), shareWithin(text, description), titles.has(own) ? 1 : 0);
    signs.push(seen.has(own) ? 1 : 0, (counts.get(own) ?? 1) > 1 ? 1 : 0);
    signs.push(root.letters, root.prose, blocks.length);
    seen.add(own);
    if (draft.type === "heading") heading = index;
    if (letters < 80 && (draft.type === "heading" || linked === 0) && sayingOf(text) > 0) telling = index;
    yield Float32Array.from(signs);
  }
}

function pushNeighbour(signs: number[], block: PageBlock | undefined, place: Place): void {
  if (block === undefined) {
    signs.push(-1, -1, -1, 0, 0, 0, 0);
    return;
  }
  const { letters, linked, prose, draft } = block;
  signs.push(letters, linked / letters, prose, draft.type === "heading" ? (draft.level ?? 1) : 0);
  signs.push(draft.type === "caption" ? 1 : 0, draft.type === "list-item" ? 1 : 0);
  signs.push(block.place === place ? 2 : block.place.parent === place.parent ? 1 : 0);
}

/** The first block that says a title of the page, a heading of the first level before any other; -1 for none. */
function headlineOf(blocks: readonly PageBlock[], same: readonly string[], titles: ReadonlySet<string>): number {
  const isTitle = (words: string | undefined) => words !== undefined && titles.has(words);
  const first = blocks.findIndex(
    ({ draft }, index) => draft.type === "heading" && draft.level === 1 && isTitle(same[index]),
  );
  if (first >= 0) return first;
  const said = blocks.findIndex(({ draft }, index) => draft.type === "heading" && isTitle(same[index]));
  return said >= 0 ? said : blocks.findIndex(({ draft }) => draft.type === "heading" && draft.level === 1);
}

function runningSums(blocks: readonly PageBlock[]): { prose: Float64Array; letters: Float64Array } {
  const prose = new Float64Array(blocks.length + 1);
  const letters = new Float64Array(blocks.length + 1);
  for (const [index, block] of blocks.entries()) {
    prose[index + 1] = (prose[index] ?? 0) + block.prose;
    letters[index + 1] = (letters[index] ?? 0) + block.letters;
  }
  return { prose, letters };
}
