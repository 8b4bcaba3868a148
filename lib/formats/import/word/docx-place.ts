import type { RunMark } from "#lib/domain/block.ts";
import type { Change } from "#lib/formats/import/word/change-log.ts";
import { authorName, noteTime } from "#lib/formats/import/word/comment-threads.ts";
import type { Links } from "#lib/formats/import/word/docx-package.ts";
import type { DocxStyles, ParagraphStyle } from "#lib/formats/import/word/docx-styles.ts";
import { isNumbered, outlineKind } from "#lib/formats/import/word/docx-styles.ts";
import type { ParagraphKind } from "#lib/formats/import/word/style-kind.ts";
import { attributeOf, elementWithin } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childOf, childrenOf } from "#lib/formats/import/xml.ts";

/** What an element of a Word file stands in. `kind` where all paragraphs there are of one kind. */
export type Place = {
  readonly marks: readonly RunMark[];
  readonly changes: readonly Change[];
  readonly kind: ParagraphKind | null;
  readonly isHidden: boolean;
  readonly isCode: boolean;
  readonly links: Links;
  /** The number of the footnote that is read. */
  readonly label: string;
};

const kindsOfChange: ReadonlyMap<string, Change["kind"]> = new Map([
  ["w:ins", "insertion"],
  ["w:moveTo", "insertion"],
  ["w:cellIns", "insertion"],
  ["w:del", "deletion"],
  ["w:moveFrom", "deletion"],
  ["w:cellDel", "deletion"],
]);

export function changeOf(element: XmlElement): Change | null {
  const kind = kindsOfChange.get(element.name);
  if (kind === undefined) return null;
  return {
    kind,
    by: authorName(attributeOf(element, "w:author")),
    at: noteTime(attributeOf(element, "w:date")),
  };
}

/** The changes that properties (of a paragraph's mark, a row, a cell) say their owner has undergone. */
export function changesWithin(properties: XmlElement | null): readonly Change[] {
  if (properties === null) return [];
  return childrenOf(properties).flatMap((child) => changeOf(child) ?? []);
}

/** The properties in force: those before a tracked change of format, where changes are rejected. */
export function propertiesOf(element: XmlElement, name: string, choice: string): XmlElement | null {
  const properties = childOf(element, name);
  const former = properties === null || choice !== "reject" ? null : childOf(properties, `${name}Change`);
  return former === null ? properties : childOf(former, name);
}

/** What a paragraph is by its style and its own properties, which win. */
export function paragraphStyle(properties: XmlElement | null, styles: DocxStyles): ParagraphStyle {
  const id = attributeOf(properties === null ? null : childOf(properties, "w:pStyle"), "w:val");
  const style = styles.paragraph(id ?? "");
  const kind = style.kind.type === "paragraph" ? (outlineKind(properties) ?? style.kind) : style.kind;
  const isItem = isNumbered(properties) ?? style.isNumbered;
  return {
    ...style,
    kind: kind.type === "paragraph" && kind.outside !== true && isItem ? { type: "list-item" } : kind,
  };
}

/** A table of contents that Word made keeps its entries in a control of its own. */
export function isContents(control: XmlElement): boolean {
  const gallery = elementWithin(childOf(control, "w:sdtPr"), "w:docPartGallery");
  return attributeOf(gallery, "w:val") === "Table of Contents";
}

const wrappers = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:del"]);

/** The rows of a table, or the cells of a row, also within controls. */
export function partsOf(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return wrappers.has(child.name) ? partsOf(child, name) : [];
  });
}
