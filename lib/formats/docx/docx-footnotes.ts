import type { Block } from "#lib/domain/block.ts";
import type { Span } from "#lib/domain/span.ts";

/** The numbers in the text that stand for a footnote, by where they start, and the words of each footnote. */
export type WordFootnotes = {
  readonly references: ReadonlyMap<number, number>;
  /** By number, from 1; the blocks they are made of are not written in the text. */
  readonly notes: ReadonlyMap<number, Block & Span>;
};

const noFootnotes: WordFootnotes = { references: new Map(), notes: new Map() };

/**
 * The footnotes that Word can number itself: they stand last, "1 ", "2 " and so on at their head, each mentioned once in
 * the text by its number set high, in that order. None where one of them is otherwise, or a claim is about their words
 * or begins or ends with a number: they are then paragraphs, as no comment reaches from the text into a footnote.
 */
export function wordFootnotes(text: string, blocks: readonly Block[], claims: readonly Span[]): WordFootnotes {
  const first = blocks.findIndex(({ type }) => type === "footnote");
  if (first === -1 || blocks.slice(first).some(({ type }) => type !== "footnote")) return noFootnotes;
  const notes = new Map<number, Block & Span>();
  for (const block of blocks.slice(first)) {
    const number = notes.size + 1;
    const head = `${number} `;
    const isHigh = block.marks.some(
      ({ type, start, end }) => type === "superscript" && start === block.start && end === start + head.length - 1,
    );
    const isNumbered = isHigh && text.startsWith(head, block.start) && block.end > block.start + head.length;
    if (!isNumbered || claims.some((claim) => claim.end > block.start)) return noFootnotes;
    notes.set(number, { ...block, start: block.start + head.length });
  }
  const references = referencesIn(text, blocks.slice(0, first), notes.size);
  if (references === null || claims.some((claim) => cuts(claim, references))) return noFootnotes;
  return { references, notes };
}

function referencesIn(text: string, blocks: readonly Block[], count: number): ReadonlyMap<number, number> | null {
  const references = new Map<number, number>();
  for (const { marks } of blocks) {
    for (const mark of marks) {
      const words = text.slice(mark.start, mark.end);
      if (mark.type !== "superscript" || !/^[1-9]\d*$/u.test(words) || Number(words) > count) continue;
      const isAlone = marks.every((other) => other === mark || other.end <= mark.start || other.start >= mark.end);
      if (Number(words) !== references.size + 1 || !isAlone) return null;
      references.set(mark.start, Number(words));
    }
  }
  return references.size === count ? references : null;
}

function cuts(claim: Span, references: ReadonlyMap<number, number>): boolean {
  for (const [start, number] of references) {
    const end = start + String(number).length;
    const isOutside = claim.end <= start || claim.start >= end;
    const isAround = claim.start < start && claim.end > end;
    if (!isOutside && !isAround) return true;
  }
  return false;
}
