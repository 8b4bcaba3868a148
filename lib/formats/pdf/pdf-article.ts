import type { Block, InlineMark, MarkType } from "#lib/domain/block.ts";
import { fragmentsOf, type MarkedSpan } from "#lib/domain/fragments.ts";
import type { Report } from "#lib/domain/report.ts";
import type { Span } from "#lib/domain/span.ts";
import { type Mark, markOf } from "#lib/formats/pdf/pdf-standing.ts";
import { innerWords, wordsAmong } from "#lib/formats/pdf/pdf-words.ts";
import { cellsOf, groupsOf, spansOf } from "#lib/formats/report/article-pieces.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";
import type { Voice } from "#lib/formats/report/voice.ts";

/**
 * A stretch of the article in one look. `look` is that of the shortest claim on it, `begun` are the claims that begin
 * with it; a `br` is a line's end and nothing else.
 */
export type Piece = {
  readonly words: string;
  readonly marks: readonly Exclude<MarkType, "link">[];
  readonly href: string | null;
  readonly look: string | null;
  readonly begun: readonly Note[];
  readonly br: boolean;
};

/** A claim as the margin names it; `sign` is its number as it stands in the text, whose own figures it keeps off. */
export type Note = Mark & { readonly number: number; readonly label: string; readonly sign: string };

/** `rows` are the cells of tables, the items of lists and, once, the words of everything else. */
export type Passage = {
  readonly type: Block["type"];
  readonly level: number;
  readonly rows: readonly { readonly dir: Block["dir"]; readonly cells: readonly (readonly Piece[])[] }[];
  readonly columns: number;
  readonly notes: readonly Note[];
};

/** The article's blocks with their claims marked; `labels` names the place of each claim's entry by its number. */
export function passagesOf(
  report: Report,
  entries: readonly ClaimEntry[],
  { labels, voice }: { readonly labels: ReadonlyMap<number, string>; readonly voice: Voice },
): Passage[] {
  const { text, blocks } = report.article;
  const spans = spansOf(
    text,
    entries.map(({ claim }) => claim),
  );
  const notes = new Map(
    entries.map(({ claim, standing }): [string, Note] => [
      String(claim.number),
      {
        ...markOf(claim, standing, voice),
        number: claim.number,
        label: labels.get(claim.number) ?? "",
        sign: String(claim.number),
      },
    ]),
  );
  const waiting = new Set(spans.map(({ id }) => id));
  const piecesOf = (range: Span, { marks, dir }: Block) =>
    writtenOf(text, range, { marks, dir, spans, notes, waiting });
  let depth = 1;
  return groupsOf(blocks).map((group): Passage => {
    const [first] = group;
    const type = first?.type ?? "paragraph";
    // A level that is left out is an error of PDF/UA: a heading goes one step below the one before it at most.
    if (type === "heading") depth = Math.min(depth + 1, Math.max(2, first?.level ?? 2));
    const rows = group.map((block) => ({
      dir: block.dir,
      cells:
        type === "table-row" ? cellsOf(text, block).map((cell) => piecesOf(cell, block)) : [piecesOf(block, block)],
    }));
    const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
    return {
      type,
      level: depth,
      rows,
      columns,
      notes: rows.flatMap(({ cells }) => cells.flat().flatMap((piece) => piece.begun)),
    };
  });
}

type Marked = {
  readonly marks: readonly InlineMark[];
  readonly dir: Block["dir"];
  readonly spans: readonly MarkedSpan[];
  readonly notes: ReadonlyMap<string, Note>;
  /** The claims whose first words were not written yet. */
  readonly waiting: Set<string>;
};

function writtenOf(text: string, range: Span, { marks, dir, spans, notes, waiting }: Marked): Piece[] {
  const looks = marks.map((mark, index) => ({ id: String(index), start: mark.start, end: mark.end }));
  return fragmentsOf(range, spans).flatMap((fragment) => {
    const begun = fragment.ids
      .filter((id) => waiting.delete(id))
      .flatMap((id) => notes.get(id) ?? [])
      .map((note) => ({ ...note, sign: wordsAmong(note.sign, { dir }) }));
    const look = notes.get(fragment.ids.at(-1) ?? "")?.look ?? null;
    return fragmentsOf(fragment, looks).flatMap((part, index) => {
      const own = part.ids.flatMap((id) => marks[Number(id)] ?? []);
      const link = own.find((mark) => mark.type === "link");
      const shared = {
        marks: own.flatMap(({ type }) => (type === "link" ? [] : [type])),
        href: link === undefined ? null : safeLink(link.href),
        look,
      };
      return text
        .slice(part.start, part.end)
        .split("\n")
        .flatMap((line, row): Piece[] => [
          ...(row === 0 ? [] : [{ words: "", marks: [], href: null, look: null, begun: [], br: true }]),
          { ...shared, words: innerWords(line), begun: index === 0 && row === 0 ? begun : [], br: false },
        ]);
    });
  });
}
