import { sameWords } from "#lib/formats/import/block-words.ts";
import type { PageBlock } from "#lib/formats/import/main/page-outline.ts";
import { writtenDay } from "#lib/formats/import/metadata/written-dates.ts";

/** What the words around a headline say: when it was published or changed, and by whom. */
export type Surrounding = {
  readonly published: string | null;
  readonly modified: string | null;
  /** A date without a word on what it is the date of. */
  readonly bare: string | null;
  readonly byline: string | null;
};

const before = 5;
const after = 14;
const longest = 160;
const publishedWord =
  /\b(?:published|posted|publi[ée]e?|publicado|veröffentlicht|pubblicato|created|issued|first published|date)\b/i;
const modifiedWord =
  /\b(?:updated?|modified|revised|edited|aktualisiert|actualizado|atualizado|mis à jour|aggiornato|last reviewed|reviewed|accessed)\b/i;
const by =
  /(?:^|[|•·—–-]\s*|\b(?:written|posted|published|story|words|text|article|reported|authored)\s+)(?:by|von|par|por|di|door|av|af)[:\s]+(.{3,90})/i;
const labelled = /^(?:author|written by|autor|auteur|autore|by|von|par|por)\s*:?\s*$/i;

/** Reads the short blocks near the headline of the page; `title` is what the headline says. */
export function nearHeadline(blocks: readonly PageBlock[], title: string | null): Surrounding {
  const at = headlineAt(blocks, title);
  if (at < 0) return { published: null, modified: null, bare: null, byline: null };
  let published: string | null = null;
  let modified: string | null = null;
  let bare: string | null = null;
  let byline: string | null = null;
  const order = [...blocks.keys()].slice(at, at + after + 1);
  for (let index = at - 1; index >= Math.max(0, at - before); index -= 1) order.push(index);
  for (const index of order) {
    const text = blocks[index]?.text ?? "";
    if (text.length > longest || index === at) continue;
    const label = blocks[index - 1]?.text ?? "";
    for (const part of text.split(/\s*[|•·]\s*/)) {
      const day = writtenDay(part);
      if (day === null) continue;
      const said = part.length < 80 ? `${label.length < 25 ? label : ""} ${part}` : part;
      const changed = said.search(modifiedWord);
      if (publishedWord.test(said) && !/^\W*(?:last )?(?:updated|modified)/i.test(part)) published ??= day;
      else if (changed >= 0 && writtenDay(said.slice(0, changed)) === null) modified ??= day;
      else if (part.length < 60) bare ??= day;
    }
    byline ??= bylineIn(text, blocks[index + 1]?.text ?? "");
  }
  return { published, modified, bare, byline };
}

function bylineIn(text: string, next: string): string | null {
  if (labelled.test(text)) return next.length <= 80 ? next : null;
  const name = by.exec(text)?.[1];
  return name === undefined ? null : name;
}

function headlineAt(blocks: readonly PageBlock[], title: string | null): number {
  const words = title === null ? null : sameWords(title);
  const isTitle = ({ text }: PageBlock) => words !== null && text.length < 400 && sameWords(text) === words;
  const heading = blocks.findIndex((block) => block.draft.type === "heading" && isTitle(block));
  if (heading >= 0) return heading;
  const first = blocks.findIndex(({ draft }) => draft.type === "heading" && draft.level === 1);
  return first >= 0 ? first : blocks.findIndex(isTitle);
}
