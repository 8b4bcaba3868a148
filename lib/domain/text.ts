import type { Block, BlockDraft, DraftMark, InlineMark, Run } from "#lib/domain/block.ts";
import { codeRuns } from "#lib/domain/code-text.ts";
import { directionOf } from "#lib/domain/direction.ts";
import { normalForm } from "#lib/domain/normal-form.ts";
import type { Span } from "#lib/domain/span.ts";

/** The text of a version, and its blocks with offsets into it (UTF-16 code units). */
export type ComposedText = { readonly text: string; readonly blocks: readonly Block[] };

/** With the words that notes are about, in the text's offsets; a note over several blocks has a span in each. */
export type NotedText = ComposedText & { readonly notes: ReadonlyMap<string, readonly Span[]> };

const separator = "\n\n";
const whiteSpace = /[\s\u0085]+/g;
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFEFF]/g;
/** What NFC may join or reorder with the character before it: combining marks, conjoining jamo, Kirat Rai vowels. */
const clinging = /^[\p{M}\u1160-\u11FF\u{16D63}-\u{16D6A}]+/u;

/**
 * Joins draft blocks into a version's text: Unicode NFC, white space collapsed outside code, blocks joined by a
 * blank line, empty blocks dropped, controls dropped and lone surrogates replaced by U+FFFD. Marks keep their words
 * and not the space around them. `text.slice(block.start, block.end)` is the block.
 */
export function composeText(drafts: readonly BlockDraft[]): ComposedText {
  const { text, blocks } = composeNoted(drafts);
  return { text, blocks };
}

/** As `composeText`, and tells where the words of notes came to stand; a note on no words has no span. */
export function composeNoted(drafts: readonly BlockDraft[]): NotedText {
  const notes = new Map<string, Span[]>();
  const parts: string[] = [];
  const blocks: Block[] = [];
  let offset = 0;
  for (const draft of drafts) {
    const runs =
      draft.type === "code" ? codeRuns(draft.runs, controls) : normaliseProse(draft.runs, draft.type === "table-row");
    const text = runs.map((run) => run.text).join("");
    if (text.trim() === "") continue;
    const start = blocks.length === 0 ? 0 : offset + separator.length;
    parts.push(text);
    const { marks, noted } = marksOf(runs, start);
    for (const [id, span] of noted) notes.set(id, [...(notes.get(id) ?? []), span]);
    blocks.push({
      index: blocks.length,
      type: draft.type,
      level: draft.type === "heading" ? Math.min(6, Math.max(1, draft.level ?? 2)) : null,
      start,
      end: start + text.length,
      dir: directionOf(text),
      ...(draft.place === undefined ? {} : { place: draft.place }),
      marks,
    });
    offset = start + text.length;
  }
  return { text: parts.join(separator), blocks, notes };
}

/** In a table row every tab parts two cells and stays, so that columns keep their place; elsewhere white space is one space. */
function normaliseProse(runs: readonly Run[], keepTabs: boolean): Run[] {
  const result: { text: string; marks: readonly DraftMark[] }[] = [];
  let gap = "";
  for (const run of runs) {
    let rest = collapsed(run.text, keepTabs);
    while (rest !== "") {
      const words = rest.trimStart();
      if (words !== rest) {
        const space = rest.slice(0, rest.length - words.length);
        const tabs = keepTabs ? (gap + space).replace(/[^\t]/g, "") : "";
        if (tabs !== "" || result.length > 0) gap = tabs === "" ? " " : tabs;
        rest = words;
        continue;
      }
      if (gap !== "") result.push({ text: gap, marks: sharedMarks(result.at(-1)?.marks ?? [], run.marks) });
      gap = "";
      const last = result.at(-1);
      const head = last === undefined ? "" : (clinging.exec(words)?.[0] ?? "");
      if (last !== undefined) last.text += head;
      rest = words.slice(head.length);
      const text = rest.trimEnd();
      if (text === "" || rest.trimStart() !== rest) continue;
      result.push({ text, marks: run.marks });
      rest = rest.slice(text.length);
    }
  }
  return result.map((run) => ({ text: normalForm(run.text, "NFC"), marks: run.marks }));
}

/** Without controls, every stretch of white space as one space, or as the tabs in it where they are kept. */
function collapsed(text: string, keepTabs: boolean): string {
  const clean = text.replace(controls, "").toWellFormed();
  if (!keepTabs) return clean.replace(whiteSpace, " ");
  return clean.replace(whiteSpace, (space) => space.replace(/[^\t]/g, "") || " ");
}

function keyOf(mark: DraftMark): string {
  if (mark.type === "link") return `link ${mark.href}`;
  return mark.type === "note" ? `note ${mark.id}` : mark.type;
}

function sharedMarks(before: readonly DraftMark[], after: readonly DraftMark[]): DraftMark[] {
  const keys = new Set(after.map(keyOf));
  return before.filter((mark) => keys.has(keyOf(mark)));
}

type MarkedWords = { readonly marks: InlineMark[]; readonly noted: [string, Span][] };

function marksOf(runs: readonly Run[], blockStart: number): MarkedWords {
  const marks: (DraftMark & Span)[] = [];
  const open = new Map<string, number>();
  let offset = blockStart;
  for (const run of runs) {
    const end = offset + run.text.length;
    for (const mark of run.marks) {
      const index = open.get(keyOf(mark));
      const previous = index === undefined ? undefined : marks[index];
      if (index !== undefined && previous !== undefined && previous.end >= offset) {
        marks[index] = { ...previous, end };
      } else {
        open.set(keyOf(mark), marks.length);
        marks.push({ ...mark, start: offset, end });
      }
    }
    offset = end;
  }
  const noted = marks.flatMap((mark): [string, Span][] =>
    mark.type === "note" ? [[mark.id, { start: mark.start, end: mark.end }]] : [],
  );
  return { marks: marks.filter((mark) => mark.type !== "note"), noted };
}

/** Runs of letters and digits, as a reader counts words; approximate for scripts without spaces. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
