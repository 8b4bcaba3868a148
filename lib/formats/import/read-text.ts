import type { BlockDraft } from "#lib/domain/block.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { noMetadata } from "#lib/formats/import/imported-document.ts";
import { foundLine } from "#lib/formats/import/metadata-values.ts";

/**
 * Plain text: blank lines part paragraphs and single line breaks are spaces; without any blank line every line is a
 * paragraph. A short first line without a closing stop, followed by a blank line and more text, is the title.
 */
export function readText(text: string): ImportedDocument {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029\f\v]/g, "\n").trim();
  const hasBlankLines = /\n[^\S\n]*\n/.test(lines);
  const paragraphs = lines
    .split(hasBlankLines ? /\n(?:[^\S\n]*\n)+/ : "\n")
    .map((paragraph) => paragraph.replace(/\s+/gu, " ").trim())
    .filter((paragraph) => paragraph !== "");
  const [first, ...rest] = paragraphs;
  const title =
    hasBlankLines && rest.length > 0 && first !== undefined && isTitle(first, lines)
      ? foundLine(first, "the first line")
      : null;
  return {
    blocks: (title === null ? paragraphs : rest).map(paragraphOf),
    metadata: { ...noMetadata, title },
    format: "text",
    dropped: title === null ? [] : [{ before: 0, block: paragraphOf(title.value), why: "title" }],
    notes: [],
    warnings: [],
  };
}

function isTitle(first: string, lines: string): boolean {
  const isOneLine = /^[^\n]*\n[^\S\n]*\n/.test(lines);
  return isOneLine && first.length <= 150 && !/[.!。！।۔:;,]["'”’»)]?$/u.test(first);
}

function paragraphOf(text: string): BlockDraft {
  return { type: "paragraph", runs: [{ text, marks: [] }] };
}
