import type { BlockDraft, BlockType, Run, RunMark } from "#lib/domain/block.ts";
import type { HtmlParent } from "#lib/formats/import/html-tree.ts";

/** What a piece of text stands in: `layout` is how white space and block elements act there, `source` the block element. */
export type TextContext = {
  readonly type: BlockType;
  readonly level: number | null;
  readonly marks: readonly RunMark[];
  readonly layout: "prose" | "preformatted" | "row";
  readonly source: HtmlParent;
};

export type PlacedBlock = { readonly block: BlockDraft; readonly source: HtmlParent };

const noMarks: readonly RunMark[] = [];

/** Gathers the text of a page, in reading order, into blocks. White space is collapsed except in preformatted text. */
export class BlockBuilder {
  readonly placed: PlacedBlock[] = [];
  #runs: { text: string; marks: readonly RunMark[] }[] = [];
  /** The last character of the last run. Asking the run itself would copy all of it each time. */
  #end = "";
  #isCellNew = false;
  #context: TextContext | null = null;
  #lineBreaks = 0;
  #cells = 0;
  #captions: PlacedBlock[] = [];

  text(value: string, context: TextContext): void {
    if (context.layout === "preformatted") this.#append(value, { ...context, marks: noMarks });
    else this.#prose(value.replace(/\u00AD/g, "").replace(/\s+/gu, " "), context);
  }

  lineBreak(context: TextContext): void {
    if (context.layout === "preformatted") this.#append("\n", context);
    else if (this.#runs.length > 0) this.#lineBreaks += 1;
  }

  /** Where a block element begins or ends: a new block in prose, a new line in code, a space in a table's cell. */
  boundary(context: TextContext): void {
    if (context.layout === "prose") this.endBlock();
    else if (context.layout === "row") this.text(" ", context);
    else if (this.#runs.length > 0 && this.#end !== "\n") this.#append("\n", context);
  }

  /** Begins a cell of a table row; cells are parted by a tab. */
  cell(context: TextContext): void {
    const last = this.#runs.at(-1);
    if (last !== undefined && this.#end === " ") last.text = last.text.replace(/ $/, "");
    this.#isCellNew = true;
    if (this.#cells > 0) this.#append("\t", { ...context, marks: noMarks });
    this.#cells += 1;
  }

  /** A picture's text in words. It becomes a block of its own after the one it stands in. */
  caption(text: string, { source }: TextContext): void {
    this.#captions.push({ block: { type: "caption", runs: [{ text, marks: noMarks }] }, source });
    if (this.#runs.length === 0) this.endBlock();
  }

  endBlock(): void {
    const context = this.#context;
    const runs = context === null ? [] : trimmed(this.#runs, context.layout === "preformatted" ? /\s+$/ : / +$/);
    if (context !== null && runs.some((run) => run.text.trim() !== "")) {
      const level = context.level === null ? {} : { level: context.level };
      this.placed.push({ block: { type: context.type, ...level, runs }, source: context.source });
    }
    this.#runs = [];
    this.#end = "";
    this.#isCellNew = false;
    this.#context = null;
    this.#lineBreaks = 0;
    this.#cells = 0;
    const captions = this.#captions;
    this.#captions = [];
    for (const caption of captions) this.placed.push(caption);
  }

  #prose(text: string, context: TextContext): void {
    if (text === "" || (text === " " && (this.#lineBreaks > 0 || this.#runs.length === 0))) return;
    if (this.#lineBreaks > 1 && context.layout === "prose") this.endBlock();
    else if (this.#lineBreaks > 0) this.#append(" ", context);
    this.#lineBreaks = 0;
    this.#append(text, context);
  }

  #append(value: string, context: TextContext): void {
    this.#context ??= context;
    const last = this.#runs.at(-1);
    const isSpaced = last === undefined || /\s/.test(this.#end);
    const text = context.layout !== "preformatted" && isSpaced ? value.replace(/^ /, "") : value;
    if (text === "") return;
    this.#end = text.at(-1) ?? "";
    if (last !== undefined && last.marks === context.marks && !this.#isCellNew) last.text += text;
    else this.#runs.push({ text, marks: context.marks });
    this.#isCellNew = false;
  }
}

function trimmed(runs: readonly Run[], trailing: RegExp): readonly Run[] {
  const last = runs.at(-1);
  if (last === undefined) return runs;
  const text = last.text.replace(trailing, "");
  return text === "" ? runs.slice(0, -1) : [...runs.slice(0, -1), { text, marks: last.marks }];
}
