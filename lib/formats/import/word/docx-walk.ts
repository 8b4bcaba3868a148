import { cleanLine } from "#lib/formats/import/clean-line.ts";
import { safeHref } from "#lib/formats/import/safe-href.ts";
import type { CommentThreads } from "#lib/formats/import/word/comment-threads.ts";
import { charactersOfElement } from "#lib/formats/import/word/docx-characters.ts";
import { DocxFields, hrefOfField } from "#lib/formats/import/word/docx-fields.ts";
import type { DocxFootnotes } from "#lib/formats/import/word/docx-footnotes.ts";
import type { Place } from "#lib/formats/import/word/docx-place.ts";
import {
  changeOf,
  changesWithin,
  isContents,
  paragraphStyle,
  partsOf,
  propertiesOf,
} from "#lib/formats/import/word/docx-place.ts";
import { lookOf, marksOfLook } from "#lib/formats/import/word/docx-runs.ts";
import type { DocxStyles } from "#lib/formats/import/word/docx-styles.ts";
import type { Telling } from "#lib/formats/import/word/telling.ts";
import { attributeOf } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childOf, childrenOf, xmlTextOf } from "#lib/formats/import/xml.ts";

export type DocxReading = {
  readonly telling: Telling;
  readonly styles: DocxStyles;
  readonly threads: CommentThreads;
  readonly footnotes: DocxFootnotes;
  /** The keys of the comments whose ranges end somewhere. */
  readonly ended: ReadonlySet<string>;
};

const fileName = /^(?:[\w%()+ .-]+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|emf|wmf)|https?:\S+)$/i;

const noText = new Set(["w:pPr", "w:rPr", "w:sdtPr", "w:sectPr", "w:delInstrText", "w:fldData", "w:rt"]);

/** Walks a part of a Word file (WordprocessingML, ECMA-376 part 1) in reading order and tells what it says. */
export class DocxWalk {
  /** What pictures say in words. */
  readonly pictures = new Set<string>();
  readonly #reading: DocxReading;
  #fields = new DocxFields();

  constructor(reading: DocxReading) {
    this.#reading = reading;
  }

  walk(element: XmlElement, place: Place): void {
    for (const child of childrenOf(element)) this.#element(child, place);
  }

  /** As `walk`, for what is no part of the fields around it. */
  walkApart(element: XmlElement, place: Place): void {
    const fields = this.#fields;
    this.#fields = new DocxFields();
    this.walk(element, place);
    this.#fields = fields;
  }

  #element(element: XmlElement, place: Place): void {
    const { telling } = this.#reading;
    const text = charactersOfElement(element, place);
    if (text !== null) this.#text(text, place);
    if (text !== null || noText.has(element.name)) return;
    switch (element.name) {
      case "w:p":
        this.#paragraph(element, place);
        break;
      case "w:r":
        this.#run(element, place);
        break;
      case "w:tbl":
        this.#table(element, place);
        break;
      case "w:ins":
      case "w:moveTo":
      case "w:del":
      case "w:moveFrom": {
        const change = changeOf(element);
        this.walk(element, change === null ? place : { ...place, changes: [...place.changes, change] });
        break;
      }
      case "w:hyperlink":
        this.walk(element, linked(place, safeHref(place.links.get(attributeOf(element, "r:id") ?? "") ?? null, null)));
        break;
      case "w:fldSimple":
        this.walk(element, linked(place, hrefOfField(attributeOf(element, "w:instr") ?? "")));
        break;
      case "w:fldChar":
        this.#fields.sign(attributeOf(element, "w:fldCharType"));
        break;
      case "w:instrText":
        this.#fields.code(xmlTextOf(element));
        break;
      case "w:footnoteReference":
        this.#mention("footnote", element, place);
        break;
      case "w:endnoteReference":
        this.#mention("endnote", element, place);
        break;
      case "w:footnoteRef":
      case "w:endnoteRef":
        telling.story.label(place.label);
        break;
      case "w:commentRangeStart":
        this.#comment(element, "start");
        break;
      case "w:commentRangeEnd":
        this.#comment(element, "end");
        break;
      case "w:commentReference":
        this.#comment(element, "reference");
        break;
      case "w:sdt":
        this.walk(element, isContents(element) ? { ...place, kind: { type: "paragraph", outside: true } } : place);
        break;
      case "mc:AlternateContent":
        this.#alternative(element, place);
        break;
      case "w:txbxContent":
        telling.story.aside(() => this.walkApart(element, { ...place, marks: [], kind: { type: "caption" } }));
        break;
      case "wp:docPr":
        this.#picture(attributeOf(element, "descr"), place);
        break;
      case "v:shape":
        this.#picture(attributeOf(element, "alt"), place);
        this.walk(element, place);
        break;
      default:
        this.walk(element, place);
        break;
    }
  }

  #paragraph(element: XmlElement, place: Place): void {
    const { telling, styles } = this.#reading;
    const properties = propertiesOf(element, "w:pPr", telling.log.choice);
    const style = paragraphStyle(properties, styles);
    const kind = place.kind ?? style.kind;
    this.#fields.settle();
    telling.story.begin(kind);
    const isHidden = place.isHidden || style.isHidden;
    this.walk(element, { ...place, isHidden, isCode: kind.type === "code" });
    this.#fields.settle();
    const mark = childOf(element, "w:pPr");
    telling.endParagraph([...place.changes, ...changesWithin(mark === null ? null : childOf(mark, "w:rPr"))]);
  }

  #run(element: XmlElement, place: Place): void {
    const { telling, styles } = this.#reading;
    const properties = propertiesOf(element, "w:rPr", telling.log.choice);
    if (properties === null) {
      this.walk(element, place);
      return;
    }
    const style = attributeOf(childOf(properties, "w:rStyle"), "w:val");
    const look = { ...(style === null ? {} : styles.run(style)), ...lookOf(properties) };
    this.walk(element, {
      ...place,
      isHidden: look.isHidden ?? place.isHidden,
      marks: marksOfLook(look, place.marks),
    });
  }

  #text(value: string, place: Place): void {
    if (place.isHidden || this.#fields.isCode) return;
    this.#reading.telling.text(value, linked(place, this.#fields.href));
  }

  #table(table: XmlElement, place: Place): void {
    const { story } = this.#reading.telling;
    const rows = partsOf(table, "w:tr").map((row) => ({ row, cells: partsOf(row, "w:tc") }));
    const isBox = rows.every(({ cells }) => cells.length < 2);
    for (const { row, cells } of rows) {
      const changes = [...place.changes, ...changesWithin(childOf(row, "w:trPr"))];
      if (!isBox) story.beginRow();
      for (const [index, cell] of cells.entries()) {
        if (index > 0) story.nextCell();
        const own = changesWithin(childOf(cell, "w:tcPr"));
        this.walk(cell, { ...place, changes: [...changes, ...own] });
      }
      if (!isBox) story.endRow();
    }
  }

  #mention(kind: "footnote" | "endnote", element: XmlElement, place: Place): void {
    const { telling, footnotes } = this.#reading;
    if (place.isHidden || place.label !== "" || !telling.log.keeps(place.changes)) return;
    const hasOwnMark = /^(?:1|true|on)$/.test(attributeOf(element, "w:customMarkFollows") ?? "");
    const note = footnotes.mention(kind, attributeOf(element, "w:id") ?? "", { hasOwnMark });
    if (note === null) return;
    telling.story.pointNote(note.id, "sentence");
    if (note.label !== "") telling.story.reference(note.label);
  }

  /** A range that never ends is a place, as is one that is not there. */
  #comment(element: XmlElement, sign: "start" | "end" | "reference"): void {
    const { telling, threads, ended } = this.#reading;
    const key = attributeOf(element, "w:id") ?? "";
    const id = sign === "start" && !ended.has(key) ? null : threads.idOf(key);
    if (id === null) return;
    if (sign === "start") telling.story.openNote(id);
    else if (sign === "end") telling.story.closeNote(id);
    else telling.story.pointNote(id, "sentence");
  }

  /** The newer way to say the same thing is read, and its fallback is not. */
  #alternative(element: XmlElement, place: Place): void {
    const chosen = childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback");
    if (chosen !== null) this.walk(chosen, place);
  }

  #picture(description: string | null, place: Place): void {
    const text = cleanLine(description ?? "", 2000);
    const { telling } = this.#reading;
    if (text === null || place.isHidden || fileName.test(text) || !telling.log.keeps(place.changes)) return;
    this.pictures.add(text);
    telling.story.aside(() => {
      telling.story.begin({ type: "caption" });
      telling.story.text(text, []);
    });
  }
}

function linked(place: Place, href: string | null): Place {
  if (href === null) return place;
  return { ...place, marks: [...place.marks.filter((mark) => mark.type !== "link"), { type: "link", href }] };
}
