import type { ParagraphChild } from "docx";
import { ExternalHyperlink, Paragraph } from "docx";
import type { Direction } from "#lib/domain/block.ts";
import { directionOf } from "#lib/domain/direction.ts";
import { paragraphStyles } from "#lib/formats/docx/docx-styles.ts";
import { type RunLook, runsOf } from "#lib/formats/docx/docx-words.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";

/** A stretch of a line: words with a look, or words that lead to an address. */
export type LinePart = RunLook & { readonly words: string; readonly address?: string };

export const bold = (words: string): LinePart => ({ words, bold: true });

/** The address in full, as a link where it may be one. */
export const linkTo = (address: string): LinePart => ({ words: address, address });

type ReportStyle = Exclude<
  keyof typeof paragraphStyles,
  "quotation" | "caption" | "item" | "code" | "cell" | "footnote"
>;

/** A paragraph of the report: from right to left where `dir` says so, else in the direction of its first strong letter. */
export function reportLine(style: ReportStyle, parts: readonly (LinePart | string)[], around: Around = {}): Paragraph {
  const lines = parts.map((part) => (typeof part === "string" ? { words: part } : part));
  const dir = around.dir === "rtl" ? "rtl" : directionOf(lines.map(({ words }) => words).join(""));
  return new Paragraph({
    style: paragraphStyles[style],
    ...(dir === "rtl" ? { bidirectional: true } : {}),
    children: [
      ...(around.before ?? []),
      ...lines.flatMap((part) => childrenOf(part, around.dir)),
      ...(around.after ?? []),
    ],
  });
}

type Around = {
  /** The direction of the report's own words, where they lead the paragraph. */
  readonly dir?: Direction;
  readonly before?: readonly ParagraphChild[];
  readonly after?: readonly ParagraphChild[];
};

function childrenOf({ words, address, ...look }: LinePart, dir: Direction | undefined): ParagraphChild[] {
  const link = address === undefined ? null : safeLink(address);
  if (link === null) return runsOf(words, look, dir);
  return [new ExternalHyperlink({ link, children: runsOf(words, { ...look, style: "Hyperlink" }, dir) })];
}

/** What is written in several paragraphs, as the lines of it that say something. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
