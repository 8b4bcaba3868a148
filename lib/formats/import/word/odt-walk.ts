import { cleanLine } from "#lib/formats/import/clean-line.ts";
import { safeHref } from "#lib/formats/import/safe-href.ts";
import type { Change } from "#lib/formats/import/word/change-log.ts";
import type { CommentThreads } from "#lib/formats/import/word/comment-threads.ts";
import type { OdtChange } from "#lib/formats/import/word/odt-changes.ts";
import type { OdtComments } from "#lib/formats/import/word/odt-comments.ts";
import { textOf } from "#lib/formats/import/word/odt-comments.ts";
import type { OdtPlace } from "#lib/formats/import/word/odt-place.ts";
import { kindOf, linked, looking } from "#lib/formats/import/word/odt-place.ts";
import { rowsOf } from "#lib/formats/import/word/odt-rows.ts";
import type { OdtStyles } from "#lib/formats/import/word/odt-styles.ts";
import type { ParagraphKind } from "#lib/formats/import/word/style-kind.ts";
import type { Telling } from "#lib/formats/import/word/telling.ts";
import { attributeOf } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childOf, childrenOf } from "#lib/formats/import/xml.ts";

export type OdtReading = {
  readonly telling: Telling;
  readonly styles: OdtStyles;
  readonly threads: CommentThreads;
  readonly annotations: OdtComments;
  readonly changes: ReadonlyMap<string, OdtChange>;
};

export type OdtFootnote = { readonly id: string; readonly label: string; readonly element: XmlElement };

const noText =
  /^(?:svg:|form:|office:(?:forms|scripts|event-listeners|change-info)|text:(?:tracked-changes|ruby-text|hidden-text|.*-decls|index-source|.*-source)$)/;
const contents =
  /^text:(?:table-of-content|alphabetical-index|illustration-index|table-index|object-index|user-index)$/;
/** How many insertions may lie over each other. */
const mostAtOnce = 50;
const outside: ParagraphKind = { type: "paragraph", outside: true };

/** Walks an OpenDocument text (ODF 1.3) in reading order and tells what it says. */
export class OdtWalk {
  readonly pictures = new Set<string>();
  readonly footnotes: OdtFootnote[] = [];
  readonly #reading: OdtReading;
  /** Deletions that were met: each stands in one place, so that a file cannot make its words many. */
  readonly #restored = new Set<string>();
  readonly #inserting = new Map<string, Change>();

  constructor(reading: OdtReading) {
    this.#reading = reading;
  }

  walk(element: XmlElement, place: OdtPlace): void {
    for (const child of element.children) {
      if (typeof child !== "string") this.#element(child, place);
      else if (place.paragraph !== null) this.#text(child.replace(/[\t\r\n ]+/g, " "), place);
    }
  }

  #element(element: XmlElement, place: OdtPlace): void {
    const { telling } = this.#reading;
    if (noText.test(element.name)) return;
    switch (element.name) {
      case "text:p":
      case "text:h":
        this.#paragraph(element, place);
        break;
      case "text:span": {
        const look = this.#reading.styles.run(attributeOf(element, "text:style-name") ?? "");
        this.walk(element, looking(place, look));
        break;
      }
      case "text:a":
        this.walk(element, linked(place, safeHref(attributeOf(element, "xlink:href"), null)));
        break;
      case "text:s": {
        const count = Number(attributeOf(element, "text:c") ?? 1);
        this.#text(" ".repeat(Number.isInteger(count) ? Math.min(200, Math.max(1, count)) : 1), place);
        break;
      }
      case "text:tab":
        this.#text(place.paragraph?.type === "code" ? "\t" : " ", place);
        break;
      case "text:line-break":
        this.#text(place.paragraph?.type === "code" ? "\n" : " ", place);
        break;
      case "text:list":
        this.walk(element, { ...place, isItem: true });
        break;
      case "table:table":
        this.#table(element, place);
        break;
      case "text:note":
        this.#note(element, place);
        break;
      case "office:annotation":
      case "office:annotation-end":
        this.#comment(element);
        break;
      case "text:change-start":
      case "text:change-end":
      case "text:change":
        this.#change(element, place);
        break;
      case "draw:frame":
        this.#picture(textOf(element, "svg:desc") ?? textOf(element, "svg:title"), place);
        this.walk(element, { ...place, paragraph: null });
        break;
      case "draw:object":
      case "draw:object-ole":
      case "draw:image":
        break;
      case "text:section":
        this.walk(element, { ...place, isHidden: place.isHidden || attributeOf(element, "text:display") === "none" });
        break;
      case "text:hidden-paragraph":
        break;
      default:
        if (contents.test(element.name)) this.walk(element, { ...place, kind: outside });
        else if (element.name.startsWith("draw:")) {
          telling.story.aside(() =>
            this.walk(element, { ...place, marks: [], paragraph: null, kind: { type: "caption" } }),
          );
        } else this.walk(element, place);
    }
  }

  #paragraph(element: XmlElement, place: OdtPlace): void {
    const { telling, styles } = this.#reading;
    const style = styles.paragraph(attributeOf(element, "text:style-name") ?? "");
    const kind = place.kind ?? kindOf(element, style.kind, place);
    const hides = childrenOf(element, "text:hidden-paragraph").some(
      (field) => attributeOf(field, "text:is-hidden") === "true",
    );
    telling.story.begin(kind);
    this.walk(element, looking({ ...place, paragraph: kind, isHidden: place.isHidden || hides }, style.look));
    telling.endParagraph(this.#changesAt(place));
  }

  #changesAt(place: OdtPlace): readonly Change[] {
    return this.#inserting.size === 0 ? place.deletions : [...this.#inserting.values(), ...place.deletions];
  }

  #text(value: string, place: OdtPlace): void {
    if (place.isHidden) return;
    this.#reading.telling.text(value, { marks: place.marks, changes: this.#changesAt(place) });
  }

  #table(table: XmlElement, place: OdtPlace): void {
    const { story } = this.#reading.telling;
    const rows = rowsOf(table);
    const isBox = rows.every((cells) => cells.length < 2);
    for (const cells of rows) {
      if (!isBox) story.beginRow();
      for (const [index, cell] of cells.entries()) {
        if (index > 0) story.nextCell();
        this.walk(cell, { ...place, isItem: false, paragraph: null });
      }
      if (!isBox) story.endRow();
    }
  }

  #note(element: XmlElement, place: OdtPlace): void {
    const { telling } = this.#reading;
    const body = childOf(element, "text:note-body");
    const isNested = place.kind?.type === "footnote";
    if (body === null || isNested || place.isHidden || !telling.log.keeps(this.#changesAt(place))) return;
    const label = cleanLine(textOf(element, "text:note-citation") ?? "", 20) ?? "";
    const id = `footnote-${this.footnotes.length + 1}`;
    this.footnotes.push({ id, label, element: body });
    telling.story.pointNote(id, "sentence");
    if (label !== "") telling.story.reference(label);
  }

  /** An annotation with an end is about the words between; others are about a place. */
  #comment(element: XmlElement): void {
    const { telling, threads, annotations } = this.#reading;
    const isEnd = element.name === "office:annotation-end";
    const key = isEnd ? attributeOf(element, "office:name") : annotations.keys.get(element);
    const id = threads.idOf(key ?? "");
    if (id === null) return;
    if (isEnd) telling.story.closeNote(id);
    else if (annotations.ended.has(key ?? "")) telling.story.openNote(id);
    else telling.story.pointNote(id, "sentence");
  }

  #change(element: XmlElement, place: OdtPlace): void {
    const id = attributeOf(element, "text:change-id") ?? "";
    const change = this.#reading.changes.get(id);
    if (element.name === "text:change-end") this.#inserting.delete(id);
    else if (change === undefined || place.deletions.length > 0) return;
    else if (element.name === "text:change-start") {
      if (this.#inserting.size < mostAtOnce) this.#inserting.set(id, change.change);
    } else if (!this.#restored.has(id)) {
      this.#restored.add(id);
      this.#deleted(change, { ...place, deletions: [change.change] });
    }
  }

  /** Deleted words go back to where they were: within a paragraph, the first and last of theirs are parts of it. */
  #deleted({ change, content }: OdtChange, place: OdtPlace): void {
    const { telling } = this.#reading;
    if (change.kind !== "deletion") return;
    const parts = childrenOf(content).filter((child) => child.name !== "office:change-info");
    if (place.paragraph === null || parts.some((part) => part.name !== "text:p" && part.name !== "text:h")) {
      this.walk(content, place);
      return;
    }
    for (const [index, part] of parts.entries()) {
      const { kind } = this.#reading.styles.paragraph(attributeOf(part, "text:style-name") ?? "");
      if (index > 0) {
        telling.endParagraph(this.#changesAt(place));
        telling.story.begin(index === parts.length - 1 ? place.paragraph : kindOf(part, kind, place));
      }
      this.walk(part, place);
    }
  }

  #picture(description: string | null, place: OdtPlace): void {
    const { telling } = this.#reading;
    const text = cleanLine(description ?? "", 2000);
    if (text === null || place.isHidden || !telling.log.keeps(this.#changesAt(place))) return;
    this.pictures.add(text);
    telling.story.aside(() => {
      telling.story.begin({ type: "caption" });
      telling.story.text(text, []);
    });
  }
}
