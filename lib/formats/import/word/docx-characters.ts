import { symbolCharacter } from "#lib/formats/import/word/symbol-font.ts";
import { attributeOf } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { xmlTextOf } from "#lib/formats/import/xml.ts";

/** The text of an element of a run; null where it is something else than text. */
export function charactersOfElement(element: XmlElement, { isCode }: { readonly isCode: boolean }): string | null {
  switch (element.name) {
    case "w:t":
    case "w:delText":
    case "m:t":
      return xmlTextOf(element);
    case "w:tab":
    case "w:ptab":
      return isCode ? "\t" : " ";
    case "w:br":
    case "w:cr":
      return isCode ? "\n" : " ";
    case "w:noBreakHyphen":
      return "\u2011";
    case "w:sym":
      return symbolCharacter(attributeOf(element, "w:font"), attributeOf(element, "w:char"));
    default:
      return null;
  }
}
