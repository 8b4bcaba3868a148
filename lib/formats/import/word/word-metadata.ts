import type { ImportedMetadata } from "#lib/formats/import/imported-document.ts";
import { foundDay, foundLanguage, foundLine, foundNames } from "#lib/formats/import/metadata-values.ts";
import { noteTime } from "#lib/formats/import/word/comment-threads.ts";
import { elementWithin } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { xmlTextOf } from "#lib/formats/import/xml.ts";

const nobody =
  /^(?:author|user|admin(?:istrator)?|unknown|un-?named|owner|microsoft office user|python-docx|windows user)$/i;
const from = "the document’s properties";

/**
 * What the properties of a Word file (docProps/core.xml) or of an OpenDocument one (meta.xml) say; `language` is what the
 * styles say. Names that programs put in where nobody gave one are left out.
 */
export function wordMetadata(properties: XmlElement | null, language: string | null): Partial<ImportedMetadata> {
  const value = (name: string) => {
    const element = elementWithin(properties, name);
    return element === null ? null : xmlTextOf(element).trim();
  };
  const creator = value("dc:creator") ?? value("meta:initial-creator");
  const modified = value("dcterms:modified") ?? value("dc:date");
  const names = foundNames(creator, from);
  const people = names?.value.filter((name) => !nobody.test(name)) ?? [];
  const title = value("dc:title");
  return {
    title:
      title === null || /^(?:untitled|microsoft word -.*|document\d*)$/i.test(title) ? null : foundLine(title, from),
    byline: people.length === 0 ? null : { value: people, from },
    modified: foundTime(modified),
    language: foundLanguage(language, "the document’s styles") ?? foundLanguage(value("dc:language"), from),
  };
}

/** A time without a zone is known by its day only. */
function foundTime(value: string | null) {
  const day = foundDay(value, from);
  const time = noteTime(value);
  return day !== null && /(?:Z|[+-]\d\d:\d\d)$/.test(time) ? { value: time, from } : day;
}
