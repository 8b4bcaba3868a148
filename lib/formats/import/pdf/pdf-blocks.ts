import type { BlockDraft } from "#lib/domain/block.ts";
import type { DroppedBlock } from "#lib/formats/import/imported-document.ts";
import type { BodyFacts } from "#lib/formats/import/pdf/body-facts.ts";
import { bodyFacts } from "#lib/formats/import/pdf/body-facts.ts";
import { columnsOf } from "#lib/formats/import/pdf/columns.ts";
import { breaksOff, isMarked, withoutFootnotes } from "#lib/formats/import/pdf/foot-lines.ts";
import { goesOn } from "#lib/formats/import/pdf/goes-on.ts";
import { headingLevels } from "#lib/formats/import/pdf/heading-levels.ts";
import { knownWords } from "#lib/formats/import/pdf/line-ends.ts";
import type { LineGroup, PdfBlock } from "#lib/formats/import/pdf/line-groups.ts";
import { hasLeaders, lineGroups, listMark } from "#lib/formats/import/pdf/line-groups.ts";
import { codeOf, runsOf } from "#lib/formats/import/pdf/line-runs.ts";
import { isRightToLeft, regionOf } from "#lib/formats/import/pdf/lines.ts";
import type { Line, PdfPage } from "#lib/formats/import/pdf/pdf-page.ts";
import type { ParedPage } from "#lib/formats/import/pdf/running-lines.ts";
import { withoutRunningLines } from "#lib/formats/import/pdf/running-lines.ts";

const caption = /^(?:fig(?:ure|\.)|tab(?:le|elle|\.)|abb(?:ildung|\.)|chart|photo|foto)\s*\S{0,3}\d/iu;
const mostDropped = 1_000;

/** The words of a document's pages as blocks in reading order, and what stood around them on the pages. */
export function pdfBlocks(pages: readonly PdfPage[]): { blocks: BlockDraft[]; dropped: DroppedBlock[] } {
  const pared = withoutRunningLines(pages);
  const laid = pared.map(({ page }) => ({
    page,
    regions: columnsOf(page.pieces, isRightToLeft(page.pieces.map(({ text }) => text).join(" "))).map((column) =>
      regionOf(column, page.number),
    ),
  }));
  const facts = bodyFacts(laid.flatMap(({ regions }) => regions));
  const found: PdfBlock[] = [];
  const firstOfPage: number[] = [];
  let open: PdfBlock | null = null;
  let isNoteOpen = false;
  for (const { page, regions } of laid) {
    firstOfPage.push(found.length);
    const footed = withoutFootnotes(regions, page.height, facts, isNoteOpen);
    for (const region of footed.regions) {
      let isFirst = true;
      for (const group of lineGroups(region, facts)) {
        const type = typeOf(group, facts);
        if (isFirst && open !== null && type === "paragraph" && goesOn(open.group, group, facts)) {
          open.group.lines.push(...group.lines);
          isFirst = false;
          continue;
        }
        if (type !== "caption" && type !== "table-row") isFirst = false;
        const block: PdfBlock = { type, group };
        found.push(block);
        if (type === "paragraph" || type === "list-item") open = block;
        else if (type === "heading") open = null;
      }
    }
    for (const note of footed.notes) addNote(found, note.lines, isNoteOpen);
    isNoteOpen = breaksOff(footed.notes) || (isNoteOpen && footed.notes.length === 0 && regions.length === 0);
  }
  return { blocks: drafted(found, facts), dropped: droppedOf(pared, firstOfPage) };
}

/** A note without a mark goes on with the last one of the page before. */
function addNote(found: PdfBlock[], lines: readonly Line[], isOpen: boolean): void {
  const [first] = lines;
  const last = found.findLast(({ type }) => type === "footnote");
  if (isOpen && first !== undefined && !isMarked(first) && last !== undefined) last.group.lines.push(...lines);
  else found.push({ type: "footnote", group: { lines: [...lines], left: 0, right: 0, isRow: false } });
}

function typeOf({ lines, isRow }: LineGroup, facts: BodyFacts): BlockDraft["type"] {
  const [first] = lines;
  if (first === undefined) return "paragraph";
  if (isRow) return "table-row";
  if (hasLeaders(first.text)) return "paragraph";
  if (first.mono && !facts.mono && lines.every(({ mono }) => mono)) return "code";
  const length = lines.reduce((total, { text }) => total + text.length, 0);
  const isLarge = first.size > facts.largest * 1.1;
  const isBold = lines.every(({ bold }) => bold) && !facts.bold && first.size > facts.size * 0.94;
  const text = lines.map((line) => line.text).join(" ");
  if (caption.test(text) && first.size <= facts.size * 1.02 && length < 600) return "caption";
  const isSlight = first.size < facts.largest * 1.3 && !lines.every(({ bold }) => bold);
  const isSentence =
    (!isLarge || (isSlight && length > 60)) && /[.,;][”"’»]?$/.test(text) && !/^[\dIVX]+[.)]/.test(text);
  if ((isLarge || isBold) && length <= 200 && lines.length <= 5 && /\p{L}/u.test(text) && !isSentence) return "heading";
  return listMark(first.text) === null ? "paragraph" : "list-item";
}

function drafted(found: readonly PdfBlock[], facts: BodyFacts): BlockDraft[] {
  const known = knownWords(found.flatMap(({ group }) => group.lines));
  const levels = headingLevels(found, facts);
  return found.map((block): BlockDraft => {
    const { type, group } = block;
    const place = { page: group.lines[0]?.page ?? 1 };
    if (type === "code") return { type, place, runs: [{ text: codeOf(group.lines), marks: [] }] };
    const runs = runsOf(group.lines, type, facts, known);
    if (type === "heading") return { type, level: levels.get(block) ?? 2, place, runs };
    const isBulleted = type === "list-item" && listMark(group.lines[0]?.text ?? "")?.isBullet === true;
    return { type, place, runs: isBulleted ? withoutBullet(runs) : runs };
  });
}

function withoutBullet([first, ...rest]: BlockDraft["runs"]): BlockDraft["runs"] {
  if (first === undefined) return [];
  const text = first.text.replace(/^\s*\S\s*/u, "");
  return text === "" ? rest : [{ ...first, text }, ...rest];
}

function droppedOf(pared: readonly ParedPage[], firstOfPage: readonly number[]): DroppedBlock[] {
  return pared
    .flatMap(({ page, running }, index) =>
      [...running.map(({ text }) => text), ...page.aside].map((text): DroppedBlock => {
        const block: BlockDraft = { type: "paragraph", place: { page: page.number }, runs: [{ text, marks: [] }] };
        return { before: firstOfPage[index] ?? 0, block, why: "outside" };
      }),
    )
    .slice(0, mostDropped);
}
