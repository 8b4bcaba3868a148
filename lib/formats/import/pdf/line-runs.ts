import type { BlockDraft, Run, RunMark } from "#lib/domain/block.ts";
import type { BodyFacts } from "#lib/formats/import/pdf/body-facts.ts";
import type { KnownWords } from "#lib/formats/import/pdf/line-ends.ts";
import { lineJoin } from "#lib/formats/import/pdf/line-ends.ts";
import { gapBetween } from "#lib/formats/import/pdf/lines.ts";
import type { Line, Piece } from "#lib/formats/import/pdf/pdf-page.ts";

type Growing = { text: string; marks: readonly RunMark[] };

/** The words of a block's lines as runs with their marks; line ends are joined, and cells parted by tabs. */
export function runsOf(lines: readonly Line[], type: BlockDraft["type"], facts: BodyFacts, known: KnownWords): Run[] {
  const runs: Growing[] = [];
  const add = (text: string, marks: readonly RunMark[]) => {
    const last = runs.at(-1);
    if (last !== undefined && keyOf(last.marks) === keyOf(marks)) last.text += text;
    else if (text !== "") runs.push({ text, marks });
  };
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined) {
      const { cut, glue } = lineJoin(before.text, line.text, known);
      const last = runs.at(-1);
      if (last !== undefined) last.text = last.text.trimEnd();
      if (last !== undefined && cut > 0) last.text = last.text.slice(0, -cut);
      add(glue, []);
    }
    for (const [place, piece] of line.pieces.entries()) {
      const previous = line.pieces[place - 1];
      const gap = previous === undefined ? "" : gapBetween(previous, piece, line.rtl);
      add(type === "table-row" ? gap : gap.replace("\t", " "), []);
      add(place === 0 ? piece.text.trimStart() : piece.text, marksOf(piece, type, facts));
    }
  }
  return runs.flatMap((run) =>
    run.text === "" ? [] : [{ text: withAccents(withoutLeaders(run.text)), marks: run.marks }],
  );
}

/** The lines of a listing as they stand, with their indents. */
export function codeOf(lines: readonly Line[]): string {
  const left = Math.min(...lines.map(({ x }) => x));
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      const blank = before !== undefined && line.y - before.y > line.size * 1.9 ? "\n" : "";
      const letter = (line.right - line.x) / Math.max(1, line.text.length);
      const indent = " ".repeat(Math.min(80, Math.max(0, Math.round((line.x - left) / (letter || 1)))));
      return blank + indent + line.text;
    })
    .join("\n");
}

function marksOf(piece: Piece, type: BlockDraft["type"], facts: BodyFacts): RunMark[] {
  const marks: RunMark[] = [];
  if (piece.bold && !facts.bold && type !== "heading") marks.push({ type: "strong" });
  if (piece.italic && !facts.italic) marks.push({ type: "emphasis" });
  if (piece.rise !== null) marks.push({ type: piece.rise === "super" ? "superscript" : "subscript" });
  if (piece.href !== null) marks.push({ type: "link", href: piece.href });
  return marks;
}

function keyOf(marks: readonly RunMark[]): string {
  return marks.map((mark) => (mark.type === "link" ? `link ${mark.href}` : mark.type)).join(" ");
}

const withoutLeaders = (text: string) => text.replace(/[.·](?:\s*[.·]){4,}/gu, " … ");

const combining = new Map([
  ["´", "\u0301"],
  ["`", "\u0300"],
  ["¨", "\u0308"],
  ["ˆ", "\u0302"],
  ["˜", "\u0303"],
]);

/** Some fonts set an accent and its letter one after the other: "´e" becomes "é", where there is such a letter. */
function withAccents(text: string): string {
  return text.replace(/([´¨ˆ˜]|(?<=\p{L})`)(\p{L})/gu, (both, accent: string, letter: string) => {
    const base = letter === "ı" ? "i" : letter;
    const whole = (base + (combining.get(accent) ?? "")).normalize("NFC");
    return whole.length === 1 ? whole : both;
  });
}
