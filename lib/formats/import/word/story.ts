import type { BlockDraft, DraftMark, Run } from "#lib/domain/block.ts";
import { textOfDraft } from "#lib/formats/import/block-words.ts";
import type { Piece, Point } from "#lib/formats/import/word/paragraph-points.ts";
import { withPoints } from "#lib/formats/import/word/paragraph-points.ts";
import type { ParagraphKind } from "#lib/formats/import/word/style-kind.ts";
import { plainParagraph } from "#lib/formats/import/word/style-kind.ts";

export type StoryItem = { readonly draft: BlockDraft; readonly outside: boolean; readonly isTitle: boolean };

/** How many notes may stand on words. */
export const noteLimit = 10_000;

/** How many words may carry how many notes: run by run, so that a hostile document cannot multiply them. */
const markLimit = 1_000_000;

type Paragraph = {
  /** More than one when a paragraph's end was deleted: the last that has words is what the whole is. */
  readonly kinds: { readonly kind: ParagraphKind; readonly from: number }[];
  readonly pieces: Piece[];
  readonly points: Point[];
  readonly after: StoryItem[];
  length: number;
};

type Frame = { paragraph: Paragraph | null; rows: number; joined: boolean; readonly items: StoryItem[] };

const newFrame = (): Frame => ({ paragraph: null, rows: 0, joined: false, items: [] });

/** Gathers a word processor's text, in reading order, into blocks, with the words that notes are about. */
export class Story {
  /** True once notes lay over notes so often that the document is not to be read. */
  isTooComplex = false;
  readonly #language: string;
  #frame = newFrame();
  #open = new Map<string, { hasWords: boolean }>();
  #openMarks: readonly DraftMark[] = [];
  #placed = new Set<string>();
  #carried: Point[] = [];
  /** The runs of the last block, which grow where it is code and more lines follow. */
  #last: Run[] = [];
  #marks = 0;

  constructor(language: string) {
    this.#language = language;
  }

  begin(kind: ParagraphKind): void {
    const { paragraph, rows, joined } = this.#frame;
    this.#frame.joined = false;
    if (rows > 0) {
      if (!joined && paragraph !== null && paragraph.length > 0) this.#append(" ", []);
    } else if (paragraph === null) this.#start(kind);
    else paragraph.kinds.push({ kind, from: paragraph.length });
  }

  end(): void {
    if (this.#frame.rows === 0) this.#close();
  }

  /** The end of a paragraph that is no end: what follows belongs to it. */
  join(): void {
    this.#frame.joined = true;
  }

  beginRow(): void {
    if (this.#frame.rows === 0) {
      this.#close();
      this.#start({ type: "table-row" });
    }
    this.#frame.rows += 1;
  }

  /** Before each cell of a row but the first. In a table within a table, cells are parted by a space. */
  nextCell(): void {
    this.#append(this.#frame.rows > 1 ? " " : "\t", []);
    this.#frame.joined = true;
  }

  endRow(): void {
    this.#frame.rows -= 1;
    this.#frame.joined = false;
    this.end();
  }

  text(value: string, marks: readonly DraftMark[]): void {
    const text = value.replaceAll("\u00AD", "");
    if (text === "") return;
    if (this.#open.size === 0 || this.isTooComplex) {
      this.#append(text, marks);
      return;
    }
    this.#count(this.#open.size);
    if (text.trim() !== "") for (const note of this.#open.values()) note.hasWords = true;
    this.#append(text, [...marks, ...this.#openMarks]);
  }

  /** The number at the head of a footnote; nothing where it has none. */
  label(label: string): void {
    if (label === "") return;
    this.reference(label);
    this.#append(" ", []);
  }

  /** The number of a footnote in the text. */
  reference(label: string): void {
    const { pieces } = this.#frame.paragraph ?? this.#start(plainParagraph);
    pieces.push({ text: label, marks: [{ type: "superscript" }], isReference: true });
  }

  /** What stands beside the paragraph: text boxes. It comes after it, or before where the paragraph has no words yet. */
  aside(read: () => void): void {
    const outer = this.#frame;
    this.#frame = newFrame();
    read();
    this.#close();
    const { items } = this.#frame;
    this.#frame = outer;
    const place = outer.paragraph === null || outer.paragraph.length === 0 ? outer.items : outer.paragraph.after;
    for (const item of items) place.push(item);
  }

  openNote(id: string): void {
    if (!this.#place(id)) return;
    this.#open.set(id, { hasWords: false });
    this.#setOpenMarks();
  }

  /** A note that turns out to have no words is about the sentence where it ends. */
  closeNote(id: string): void {
    const note = this.#open.get(id);
    if (note === undefined || !this.#open.delete(id)) return;
    this.#setOpenMarks();
    if (!note.hasWords) this.#point(id, "sentence");
  }

  /** A note at a place. Not where the note has words already. */
  pointNote(id: string, reach: Point["reach"]): void {
    if (this.#place(id)) this.#point(id, reach);
  }

  /** All blocks so far. Notes that wait for words are about the last ones. */
  settle(): readonly StoryItem[] {
    this.#close();
    const { items } = this.#frame;
    const last = items.at(-1);
    if (last === undefined || this.#carried.length === 0) return items;
    const at = textOfDraft(last.draft).length;
    const pieces = last.draft.runs.map((run) => ({ ...run, isReference: false }));
    const points = this.#carried.map((point) => ({ ...point, at }));
    this.#carried = [];
    items[items.length - 1] = {
      ...last,
      draft: { ...last.draft, runs: this.#pointed(pieces, points) },
    };
    return items;
  }

  /** False where the note has its place already. */
  #place(id: string): boolean {
    if (this.#placed.size >= noteLimit) this.isTooComplex = true;
    if (this.isTooComplex || this.#placed.has(id)) return false;
    this.#placed.add(id);
    return true;
  }

  #pointed(pieces: readonly Piece[], points: readonly Point[]): readonly Run[] {
    if (this.isTooComplex) return pieces;
    const { runs, marks } = withPoints(pieces, points, { language: this.#language, most: markLimit - this.#marks });
    this.#count(marks);
    return runs;
  }

  #setOpenMarks(): void {
    if (this.isTooComplex) return;
    this.#openMarks = [...this.#open.keys()].map((id) => ({ type: "note", id }));
    this.#count(this.#openMarks.length);
  }

  #count(marks: number): void {
    this.#marks += marks;
    if (this.#marks > markLimit) this.isTooComplex = true;
  }

  #point(id: string, reach: Point["reach"]): void {
    const { paragraph } = this.#frame;
    if (paragraph === null) this.#carried.push({ id, at: 0, reach });
    else paragraph.points.push({ id, at: paragraph.length, reach });
  }

  #start(kind: ParagraphKind): Paragraph {
    const paragraph = { kinds: [{ kind, from: 0 }], pieces: [], points: this.#carried, after: [], length: 0 };
    this.#carried = [];
    this.#frame.paragraph = paragraph;
    return paragraph;
  }

  #append(text: string, marks: readonly DraftMark[]): void {
    const paragraph = this.#frame.paragraph ?? this.#start(plainParagraph);
    const last = paragraph.pieces.at(-1);
    paragraph.length += text.length;
    if (last !== undefined && !last.isReference && isSame(last.marks, marks)) last.text += text;
    else paragraph.pieces.push({ text, marks, isReference: false });
  }

  #close(): void {
    const { paragraph, items } = this.#frame;
    if (paragraph === null) return;
    this.#frame.paragraph = null;
    this.#frame.joined = false;
    const { kind, hasWords } = kindOf(paragraph);
    if (!hasWords) for (const point of paragraph.points) this.#carried.push({ ...point, at: 0 });
    const runs = hasWords ? this.#pointed(paragraph.pieces, paragraph.points) : paragraph.pieces;
    this.#push(kind, runs);
    for (const item of paragraph.after) items.push(item);
  }

  /** Lines of code that follow each other are one block; an empty paragraph of another kind parts two. */
  #push(kind: ParagraphKind, runs: readonly Run[]): void {
    const { items } = this.#frame;
    const last = items.at(-1)?.draft;
    if (kind.type === "code" && last?.type === "code" && last.runs === this.#last) {
      for (const run of [{ text: "\n", marks: [] }, ...runs]) this.#last.push(run);
      return;
    }
    const own = [...runs];
    this.#last = own;
    if (runs.every((run) => run.text.trim() === "")) return;
    const draft = { type: kind.type, ...(kind.level === undefined ? {} : { level: kind.level }), runs: own };
    items.push({ draft, outside: kind.outside === true, isTitle: kind.isTitle === true });
  }
}

function kindOf(paragraph: Paragraph): { readonly kind: ParagraphKind; readonly hasWords: boolean } {
  const text = paragraph.pieces.map((piece) => (piece.isReference ? "" : piece.text)).join("");
  const { kinds } = paragraph;
  const index = kinds.findLastIndex(({ from }, at) => text.slice(from, kinds[at + 1]?.from).trim() !== "");
  return { kind: kinds[Math.max(0, index)]?.kind ?? plainParagraph, hasWords: index !== -1 };
}

function isSame(some: readonly DraftMark[], others: readonly DraftMark[]): boolean {
  if (some === others) return true;
  return some.length === others.length && some.every((mark, index) => isSameMark(mark, others[index]));
}

function isSameMark(mark: DraftMark, other: DraftMark | undefined): boolean {
  if (mark.type === "note") return other?.type === "note" && other.id === mark.id;
  if (mark.type === "link") return other?.type === "link" && other.href === mark.href;
  return mark.type === other?.type;
}
