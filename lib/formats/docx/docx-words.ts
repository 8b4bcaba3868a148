import { Tab, TextRun } from "docx";
import type { Direction } from "#lib/domain/block.ts";

/** What a run looks like: the id of a character style, and the marks on its words. */
export type RunLook = {
  readonly style?: string;
  readonly italics?: boolean;
  readonly bold?: boolean;
  readonly subScript?: boolean;
  readonly superScript?: boolean;
};

/** What XML 1.0 cannot hold; white space stays. */
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu;
const noCharacters = /[\uFFFE\uFFFF]/gu;

/** Text that an XML part can hold: controls dropped, lone surrogates and U+FFFE and U+FFFF replaced by U+FFFD. */
function xmlWords(text: string): string {
  return text.toWellFormed().replace(controls, "").replace(noCharacters, "\uFFFD");
}

/** As `xmlWords`, on one line of at most `most` UTF-16 units, for attributes and properties. */
export function lineOf(text: string, most: number): string {
  return xmlWords(text).replace(/\s+/gu, " ").trim().slice(0, most).toWellFormed().trim();
}

const rightToLeft = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}`;
const stretch = new RegExp(`[${rightToLeft}](?:[^\\p{L}\\p{N}]|[${rightToLeft}])*`, "gu");
/** From a word with a letter of another script to the last such letter, and what hangs on it. */
const foreign = new RegExp(
  `(?<=^|[\\s${rightToLeft}])[^\\s${rightToLeft}]*(?![${rightToLeft}])\\p{L}(?:[^${rightToLeft}]*(?![${rightToLeft}])\\p{L})?[\\p{L}\\p{M}\\p{N}/_=-]*`,
  "gu",
);

/**
 * Text as runs: the stretches in a right-to-left script are runs of their own (`w:rtl`), as Word has them; lines are
 * parted by breaks, and tabs are tabs. In a paragraph from right to left (`dir`) figures and signs belong to it too.
 */
export function runsOf(text: string, look: RunLook = {}, dir: Direction = "ltr"): TextRun[] {
  const marks = {
    ...look,
    ...(look.italics === true ? { italicsComplexScript: true } : {}),
    ...(look.bold === true ? { boldComplexScript: true } : {}),
  };
  const runs: TextRun[] = [];
  const lines = xmlWords(text).split("\n");
  for (const [index, line] of lines.entries()) {
    if (index > 0) runs.push(new TextRun({ ...marks, break: 1 }));
    for (const { words, isRightToLeft } of stretchesOf(line, dir)) {
      runs.push(new TextRun({ ...marks, children: pieces(words), ...(isRightToLeft ? { rightToLeft: true } : {}) }));
    }
  }
  return runs;
}

function stretchesOf(line: string, dir: Direction) {
  const isMatchRight = dir === "ltr";
  const found: { readonly words: string; readonly isRightToLeft: boolean }[] = [];
  let done = 0;
  for (const match of line.matchAll(dir === "ltr" ? stretch : foreign)) {
    if (match.index > done) found.push({ words: line.slice(done, match.index), isRightToLeft: !isMatchRight });
    found.push({ words: match[0], isRightToLeft: isMatchRight });
    done = match.index + match[0].length;
  }
  if (done < line.length) found.push({ words: line.slice(done), isRightToLeft: !isMatchRight });
  return found;
}

function pieces(words: string) {
  return words.split(/(\t)/u).flatMap((piece) => (piece === "" ? [] : [piece === "\t" ? new Tab() : piece]));
}
