import { childrenNamed, localName } from "#lib/formats/import/epub/package-file.ts";
import type { ImportedMetadata } from "#lib/formats/import/imported-document.ts";
import { noMetadata } from "#lib/formats/import/imported-document.ts";
import { foundDay, foundLanguage, foundLine, foundNames } from "#lib/formats/import/metadata-values.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { xmlTextOf } from "#lib/formats/import/xml.ts";

const from = "the book's metadata";

/** What a book says about itself in its package document: Dublin Core, and what refines it. */
export function epubMetadata(metadata: XmlElement | null): ImportedMetadata {
  const words = (name: string) => childrenNamed(metadata, name).map(xmlTextOf);
  const metas = childrenNamed(metadata, "meta");
  const refined = (element: XmlElement, property: string) => {
    const id = element.attributes.id;
    const own = Object.entries(element.attributes).find(([name]) => name !== "id" && localName(name) === property)?.[1];
    const meta = metas.find(({ attributes }) => {
      return id !== undefined && attributes.refines === `#${id}` && attributes.property === property;
    });
    return own ?? (meta === undefined ? null : xmlTextOf(meta).trim());
  };
  const titles = childrenNamed(metadata, "title");
  const main = titles.find((title) => refined(title, "title-type") === "main") ?? titles[0];
  const creators = childrenNamed(metadata, "creator");
  const authors = creators.filter((creator) => [null, "aut"].includes(refined(creator, "role")));
  const dates = childrenNamed(metadata, "date");
  const published = dates.find((date) => refined(date, "event") === "publication") ?? dates[0];
  const modified = metas.find(({ attributes }) => attributes.property === "dcterms:modified");
  return {
    ...noMetadata,
    title: main === undefined ? null : foundLine(xmlTextOf(main), from),
    byline: foundNames((authors.length > 0 ? authors : creators).map(xmlTextOf), from),
    publisher: foundLine(words("publisher")[0], from),
    published: published === undefined ? null : foundDay(xmlTextOf(published).slice(0, 40), from),
    modified: modified === undefined ? null : foundDay(xmlTextOf(modified), from),
    language: foundLanguage(words("language")[0], from),
  };
}
