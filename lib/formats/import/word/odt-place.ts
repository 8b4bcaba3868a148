import type { RunMark } from "#lib/domain/block.ts";
import type { Change } from "#lib/formats/import/word/change-log.ts";
import type { RunLook } from "#lib/formats/import/word/docx-runs.ts";
import { marksOfLook } from "#lib/formats/import/word/docx-runs.ts";
import type { ParagraphKind } from "#lib/formats/import/word/style-kind.ts";
import { headingOf } from "#lib/formats/import/word/style-kind.ts";
import { attributeOf } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";

/** What an element stands in: `kind` where all paragraphs there are of one kind, `paragraph` the one it is in. */
export type OdtPlace = {
  readonly marks: readonly RunMark[];
  readonly kind: ParagraphKind | null;
  readonly paragraph: ParagraphKind | null;
  readonly isItem: boolean;
  readonly isHidden: boolean;
  readonly deletions: readonly Change[];
};

/** What a paragraph is by its style, or as a heading or an item of a list. */
export function kindOf(element: XmlElement, style: ParagraphKind, place: OdtPlace): ParagraphKind {
  const level = attributeOf(element, "text:outline-level") ?? "";
  if (element.name === "text:h" && style.outside !== true && style.isTitle !== true)
    return headingOf(Number.isInteger(Number(level)) ? Number(level) : 2);
  return place.isItem && style.type === "paragraph" && style.outside !== true ? { type: "list-item" } : style;
}

/** The place within a style. */
export function looking(place: OdtPlace, look: RunLook): OdtPlace {
  return { ...place, marks: marksOfLook(look, place.marks), isHidden: look.isHidden ?? place.isHidden };
}

/** The place within a link; the same where its address is not safe. */
export function linked(place: OdtPlace, href: string | null): OdtPlace {
  if (href === null) return place;
  return { ...place, marks: [...place.marks.filter((mark) => mark.type !== "link"), { type: "link", href }] };
}
