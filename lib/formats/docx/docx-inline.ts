import type { ParagraphChild } from "docx";
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  FootnoteReferenceRun,
  TextRun,
} from "docx";
import type { InlineMark } from "#lib/domain/block.ts";
import { fragmentsOf, type MarkedSpan } from "#lib/domain/fragments.ts";
import type { Span } from "#lib/domain/span.ts";
import type { WordFootnotes } from "#lib/formats/docx/docx-footnotes.ts";
import { type RunLook, runsOf } from "#lib/formats/docx/docx-words.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";

/** A claim in the text: `[start, end)` in UTF-16 units inside blocks, the id of its comment and of its style. */
export type PlacedClaim = Span & { readonly comment: number; readonly style: string };

/** Writes a stretch of the article that lies within one paragraph: its words, marks, and the ends of comments there. */
export type InlineWriter = (range: Span, marks: readonly InlineMark[]) => ParagraphChild[];

export function inlineWriter(text: string, claims: readonly PlacedClaim[], footnotes: WordFootnotes): InlineWriter {
  const spans = claims.map((claim, index) => ({ id: `c${index}`, start: claim.start, end: claim.end }));
  const starting = Map.groupBy(claims, ({ start }) => start);
  const ending = Map.groupBy(claims, ({ end }) => end);
  const within = spansByBlock(spans);
  return (range, marks) => {
    const line = new Line();
    const own = marks.map((mark, index) => ({ id: `m${index}`, start: mark.start, end: mark.end }));
    for (const { start, end, ids } of fragmentsOf(range, [...within(range), ...own])) {
      const over = ids.flatMap((id) => (id.startsWith("m") ? (marks[Number(id.slice(1))] ?? []) : []));
      const claim = ids.findLast((id) => id.startsWith("c"));
      const style = claim === undefined ? undefined : claims[Number(claim.slice(1))]?.style;
      const footnote = footnotes.references.get(start);
      for (const { comment } of starting.get(start) ?? []) line.sign([new CommentRangeStart(comment)]);
      line.words(
        footnote === undefined
          ? runsOf(text.slice(start, end), lookOf(over, style))
          : [new FootnoteReferenceRun(footnote)],
        linkOf(over),
      );
      for (const { comment } of ending.get(end) ?? []) line.sign([new CommentRangeEnd(comment), referenceTo(comment)]);
    }
    return line.children();
  };
}

/** The sign of a comment, after the words it is about. */
export function referenceTo(comment: number): TextRun {
  return new TextRun({ style: "CommentReference", children: [new CommentReference(comment)] });
}

/** The spans that touch a range, without looking at all of them: ranges are asked for in the order of the text. */
function spansByBlock(spans: readonly MarkedSpan[]) {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let open: MarkedSpan[] = [];
  return (range: Span): readonly MarkedSpan[] => {
    open = open.filter((span) => span.end > range.start);
    for (let span = sorted[next]; span !== undefined && span.start < range.end; span = sorted[next]) {
      open.push(span);
      next += 1;
    }
    return open;
  };
}

function lookOf(marks: readonly InlineMark[], claim: string | undefined): RunLook {
  const has = (type: InlineMark["type"]) => marks.some((mark) => mark.type === type);
  const style = claim ?? (linkOf(marks) === null ? undefined : "Hyperlink");
  return {
    ...(style === undefined ? {} : { style }),
    ...(has("emphasis") ? { italics: true } : {}),
    ...(has("strong") ? { bold: true } : {}),
    ...(has("superscript") ? { superScript: true } : has("subscript") ? { subScript: true } : {}),
  };
}

function linkOf(marks: readonly InlineMark[]): string | null {
  const link = marks.find((mark) => mark.type === "link");
  return link === undefined ? null : safeLink(link.href);
}

/** The children of a paragraph; words under one link that only comments part are one link. */
class Line {
  readonly #children: ParagraphChild[] = [];
  #link: { readonly address: string; readonly children: ParagraphChild[] } | null = null;
  #signs: ParagraphChild[] = [];

  sign(signs: readonly ParagraphChild[]): void {
    this.#signs.push(...signs);
  }

  words(runs: readonly ParagraphChild[], address: string | null): void {
    if (this.#link === null || this.#link.address !== address) {
      this.#close();
      if (address !== null) this.#link = { address, children: [] };
    }
    (this.#link?.children ?? this.#children).push(...this.#taken(), ...runs);
  }

  children(): ParagraphChild[] {
    this.#close();
    return this.#children;
  }

  /** Signs between a link and other words stand outside it. */
  #close(): void {
    if (this.#link !== null) {
      const { address, children } = this.#link;
      this.#children.push(new ExternalHyperlink({ link: address, children }));
    }
    this.#link = null;
    this.#children.push(...this.#taken());
  }

  #taken(): ParagraphChild[] {
    const signs = this.#signs;
    this.#signs = [];
    return signs;
  }
}
