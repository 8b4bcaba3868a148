import type { BlockDraft } from "#lib/domain/block.ts";
import { textOfDraft } from "#lib/formats/import/block-words.ts";
import type { HtmlElement, HtmlParent } from "#lib/formats/import/html-tree.ts";
import { attributeOf, isElement } from "#lib/formats/import/html-tree.ts";
import { nameKindsOf } from "#lib/formats/import/main/name-kinds.ts";

/** An element that has readable text in it, with sums over the blocks below it. Lengths are UTF-16 code units. */
export type Place = {
  readonly element: HtmlParent;
  readonly parent: Place | null;
  readonly tag: string;
  readonly depth: number;
  readonly kinds: number;
  readonly itemprop: string;
  blocks: number;
  letters: number;
  linked: number;
  prose: number;
  score: number;
  /** Blocks that are nothing but a link with words enough for a title, and blocks that say when or by whom. */
  titles: number;
  stamps: number;
};

/** A block of the page, what was measured of it, and the place it stands in. */
export type PageBlock = {
  readonly draft: BlockDraft;
  readonly text: string;
  readonly letters: number;
  readonly linked: number;
  /** How much of it reads like sentences: its letters outside links where it is long or ends as a sentence does. */
  readonly prose: number;
  readonly place: Place;
};

export type PageOutline = {
  readonly blocks: readonly PageBlock[];
  readonly places: readonly Place[];
  readonly root: Place;
};

export const endsSentence = /[.!?…。！？।۔؟:]["'”’»)\]]*\s*$/u;

const isStamp = (text: string) =>
  /\b(?:ago|reply|says|[12]\d{3}|min(?:ute)?s? read|\d{1,2}:\d{2})\b|^by\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/i.test(text);

/** Measures the blocks and adds them up for every element around them, in one pass down and one up. */
export function outlinePage(
  drafts: readonly BlockDraft[],
  sources: readonly HtmlParent[],
  page: HtmlParent,
): PageOutline {
  const known = new Map<HtmlParent, Place>();
  const root = newPlace(page, null);
  known.set(page, root);
  const places: Place[] = [root];
  const blocks: PageBlock[] = [];
  for (const [index, draft] of drafts.entries()) {
    const place = placeOf(sources[index] ?? page, known, places) ?? root;
    const block = measured(draft, place);
    blocks.push(block);
    place.blocks += 1;
    place.letters += block.letters;
    place.linked += block.linked;
    place.prose += block.prose;
    if (block.linked > block.letters * 0.8 && block.letters >= 18) place.titles += 1;
    if (block.letters < 120 && isStamp(block.text)) place.stamps += 1;
  }
  for (let index = places.length - 1; index > 0; index -= 1) {
    const place = places[index];
    const parent = place?.parent ?? null;
    if (place === undefined || parent === null) continue;
    parent.blocks += place.blocks;
    parent.letters += place.letters;
    parent.linked += place.linked;
    parent.prose += place.prose;
    parent.titles += place.titles;
    parent.stamps += place.stamps;
  }
  return { blocks, places, root };
}

/** Parents come before their children in `places`, which lets sums be taken from the end. */
function placeOf(element: HtmlParent, known: Map<HtmlParent, Place>, places: Place[]): Place | null {
  const chain: HtmlParent[] = [];
  let at: HtmlParent | null = element;
  while (at !== null && !known.has(at)) {
    chain.push(at);
    at = isElement(at) ? at.parentNode : null;
  }
  let place = at === null ? null : (known.get(at) ?? null);
  for (const next of chain.reverse()) {
    place = newPlace(next, place);
    known.set(next, place);
    places.push(place);
  }
  return place;
}

function newPlace(element: HtmlParent, parent: Place | null): Place {
  const own: HtmlElement | null = isElement(element) && !/^(?:html|body)$/.test(element.tagName) ? element : null;
  return {
    element,
    parent,
    tag: isElement(element) ? element.tagName : "#document",
    depth: parent === null ? 0 : parent.depth + 1,
    kinds: own === null ? 0 : nameKindsOf(own),
    itemprop: own === null ? "" : (attributeOf(own, "itemprop") ?? "").toLowerCase(),
    blocks: 0,
    letters: 0,
    linked: 0,
    prose: 0,
    score: 0,
    titles: 0,
    stamps: 0,
  };
}

function measured(draft: BlockDraft, place: Place): PageBlock {
  const text = textOfDraft(draft).trim();
  let linked = 0;
  for (const run of draft.runs) if (run.marks.some((mark) => mark.type === "link")) linked += run.text.length;
  const letters = Math.max(1, text.length);
  const isProse = letters >= 120 || (letters >= 40 && endsSentence.test(text));
  const prose = isProse && linked < letters * 0.5 ? letters - Math.min(letters, linked) : 0;
  return { draft, text, letters, linked: Math.min(linked, letters), prose, place };
}
