import { type Alignment, alignTexts } from "#lib/domain/alignment/align-texts.ts";
import { compareBlocks } from "#lib/domain/alignment/compare-blocks.ts";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
import type { Block, BlockDraft, InlineMark, Run, RunMark } from "#lib/domain/block.ts";
import type { Span } from "#lib/domain/span.ts";
import type { ComposedText } from "#lib/domain/text.ts";

/**
 * Draft blocks from the plain text of a version after somebody edited it: blank lines part blocks, each block keeps the
 * type and level of the one it comes from, and emphasis and links stay on their words. New blocks are paragraphs.
 * Unedited text gives the version's own blocks.
 */
export function reviseBlocks(older: ComposedText, edited: string): BlockDraft[] {
  const text = edited.replace(/\r\n?/g, "\n");
  const alignment = alignTexts(older.text, text);
  const spans = paragraphsOf(text);
  if (!alignment.ok) return spans.map((span) => draftOf(text, { span, origin: undefined, marks: [] }));
  const { rows } = compareBlocks(alignment.value, { older: older.blocks, newer: spans });
  const marks = older.blocks.flatMap((block) => block.marks.flatMap((mark) => carried(alignment.value, mark)));
  marks.sort((a, b) => a.start - b.start);
  const used = new Set<number>();
  const drafts: BlockDraft[] = [];
  let from = 0;
  for (const { kind, fresh, old } of rows) {
    const span = fresh === null || kind === "moved-away" ? undefined : spans[fresh];
    if (span === undefined) continue;
    while (from < marks.length && (marks[from]?.end ?? 0) <= span.start) from += 1;
    const here: InlineMark[] = [];
    for (let at = from; (marks[at]?.start ?? Number.POSITIVE_INFINITY) < span.end; at += 1) {
      const mark = marks[at];
      if (mark !== undefined && mark.end > span.start) here.push(mark);
    }
    const origin = old === null ? undefined : older.blocks[old];
    const isSecondPart = old !== null && used.has(old) && origin?.type === "heading";
    if (old !== null) used.add(old);
    drafts.push(draftOf(text, { span, origin: isSecondPart ? undefined : origin, marks: here }));
  }
  return drafts;
}

/** Stretches between blank lines. A line of one space is a blank line inside code and parts nothing. */
function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    if (text.slice(start, end).trim() !== "") spans.push({ start, end });
  };
  for (const gap of text.matchAll(/\n(?:(?:[^\S\n]{2,}|\t)?\n)+/g)) {
    push(gap.index);
    start = gap.index + gap[0].length;
  }
  push(text.length);
  return spans;
}

function carried(alignment: Alignment, mark: InlineMark): InlineMark[] {
  const placed = placeSpan(alignment, mark);
  return placed.placement === "lost" ? [] : [{ ...mark, start: placed.start, end: placed.end }];
}

type Parts = { readonly span: Span; readonly origin: Block | undefined; readonly marks: readonly InlineMark[] };

function draftOf(text: string, { span, origin, marks }: Parts): BlockDraft {
  const level = origin?.level ?? null;
  return { type: origin?.type ?? "paragraph", ...(level === null ? {} : { level }), runs: runsOf(text, span, marks) };
}

function runsOf(text: string, span: Span, marks: readonly InlineMark[]): Run[] {
  const cuts = new Set([span.start, span.end]);
  for (const mark of marks) {
    cuts.add(Math.max(span.start, mark.start));
    cuts.add(Math.min(span.end, mark.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((end, index): Run => {
    const start = edges[index] ?? end;
    const over = marks.filter((mark) => mark.start < end && mark.end > start);
    return { text: text.slice(start, end), marks: over.map(withoutSpan) };
  });
}

function withoutSpan(mark: InlineMark): RunMark {
  return mark.type === "link" ? { type: "link", href: mark.href } : { type: mark.type };
}
