import type { Block, BlockType } from "#lib/domain/block.ts";
import { placeWords } from "#lib/domain/block-place.ts";
import type { Report, ReportClaim } from "#lib/domain/report.ts";
import { filled, joinedParts, type Voice } from "#lib/formats/report/voice.ts";
import type { ReportWords } from "#lib/formats/report/words/en.ts";

const typeWord = {
  heading: "heading",
  paragraph: "paragraph",
  quotation: "quotation",
  "list-item": "item",
  caption: "caption",
  "table-row": "row",
  code: "code",
  footnote: "footnote",
} as const satisfies Record<BlockType, keyof ReportWords>;

/** UTF-16 code units that are looked at, and words that are shown before a claim. */
const before = { units: 120, words: 6 };

/**
 * Says where a claim stands as an editor finds it on paper: the block, counted among its kind, and the words before it.
 * "Paragraph 3, p. 2, after “… of the harbour”". Empty where the article has no block there.
 */
export function placesIn({ text, blocks }: Report["article"], voice: Voice): (claim: ReportClaim) => string {
  const { words } = voice;
  const counted = new Map<BlockType, number>();
  const named = blocks.map((block) => {
    const number = (counted.get(block.type) ?? 0) + 1;
    counted.set(block.type, number);
    return { block, name: `${words[typeWord[block.type]]} ${number}` };
  });
  return ({ start }) => {
    const found = named.findLast(({ block }) => block.start <= start);
    if (found === undefined) return "";
    const { block, name } = found;
    return joinedParts([name, pageOf(block, words), wordsBefore(text, block, { start, words })], voice);
  };
}

function pageOf({ place }: Block, words: ReportWords): string {
  if (place === undefined) return "";
  return "page" in place ? filled(words.onPage, { number: place.page }) : placeWords(place);
}

type At = { readonly start: number; readonly words: ReportWords };

function wordsBefore(text: string, block: Block, { start, words }: At): string {
  const from = Math.max(block.start, start - before.units);
  const all = text
    .slice(from, start)
    .toWellFormed()
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (all.length === 0) return words.atBeginning;
  const shown = all.slice(-before.words);
  const isCut = from > block.start || shown.length < all.length;
  return filled(words.afterWords, { words: `${isCut ? "… " : ""}${shown.join(" ")}` });
}
