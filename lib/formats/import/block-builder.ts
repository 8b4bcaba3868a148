import type { BlockDraft, BlockType, Run, RunMark } from "#lib/domain/block.ts";

/** What a piece of text stands in. `layout` is how white space and block elements act there. */
export type TextContext = {
  readonly type: BlockType;
  readonly level: number | null;
  readonly marks: readonly RunMark[];
  readonly layout: "prose" | "preformatted" | "row";
};

const noMarks: readonly RunMark[] = [];

/** Gathers the text of a page, in reading order, into blocks. White space is collapsed except in preformatted text. */
export class BlockBuilder {
  readonly blocks: BlockDraft[] = [];
  #runs: { text: string; marks: readonly RunMark[] }[] = [];
  #context: TextContext | null = null;
  #lineBreaks = 0;
  #cells = 0;
  #captions: string[] = [];

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
    else if (this.#runs.length > 0 && this.#runs.at(-1)?.text.endsWith("\n") === false) this.#append("\n", context);
  }

  /** Begins a cell of a table row; cells are parted by a tab. */
  cell(context: TextContext): void {
    const last = this.#runs.at(-1);
    if (last !== undefined) last.text = last.text.replace(/ $/, "");
    if (this.#cells > 0) this.#append("\t", { ...context, marks: noMarks });
    this.#cells += 1;
  }

  /** A picture's text in words. It becomes a block of its own after the one it stands in. */
  caption(text: string): void {
    this.#captions.push(text);
    if (this.#runs.length === 0) this.endBlock();
  }

  endBlock(): void {
    const context = this.#context;
    const runs = context === null ? [] : trimmed(this.#runs, context.layout === "preformatted" ? /\s+$/ : / +$/);
    if (context !== null && runs.some((run) => run.text.trim() !== "")) {
      this.blocks.push({ type: context.type, ...(context.level === null ? {} : { level: context.level }), runs });
    }
    this.#runs = [];
    this.#context = null;
    this.#lineBreaks = 0;
    this.#cells = 0;
    const captions = this.#captions;
    this.#captions = [];
    for (const text of captions) this.blocks.push({ type: "caption", runs: [{ text, marks: noMarks }] });
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
    const text = context.layout !== "preformatted" && /\s$/.test(last?.text ?? " ") ? value.replace(/^ /, "") : value;
    if (text === "") return;
    if (last !== undefined && last.marks === context.marks) last.text += text;
    else this.#runs.push({ text, marks: context.marks });
  }
}

function trimmed(runs: readonly Run[], trailing: RegExp): readonly Run[] {
  const last = runs.at(-1);
  if (last === undefined) return runs;
  const text = last.text.replace(trailing, "");
  return text === "" ? runs.slice(0, -1) : [...runs.slice(0, -1), { text, marks: last.marks }];
}
