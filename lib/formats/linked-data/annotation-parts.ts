import { directionOf } from "#lib/domain/direction.ts";
import type { EditionDocument } from "#lib/domain/edition.ts";
import { digestIri, languageTag, uuidIri, webIri } from "#lib/formats/linked-data/iri.ts";
import { type JsonLdNode, nodeOf } from "#lib/formats/linked-data/json-ld.ts";

export const annotationContext = "http://www.w3.org/ns/anno.jsonld";

/** A body of words (Web Annotation Data Model, 3.2.4); none for white space alone. */
export function textualBody(words: string, is: { purpose: string; language: string | null }): JsonLdNode[] {
  if (words.trim() === "") return [];
  const language = languageTag(is.language);
  const textDirection = directionOf(words) === "rtl" ? "rtl" : undefined;
  return [
    nodeOf({ type: "TextualBody", purpose: is.purpose, value: words, format: "text/plain", language, textDirection }),
  ];
}

/** A passage by its words and what stands around them; none where there are no words. */
export function quoteSelector(exact: string, prefix: string, suffix: string): JsonLdNode[] {
  return exact.trim() === "" ? [] : [nodeOf({ type: "TextQuoteSelector", exact, prefix, suffix })];
}

/** A passage by its place, `[start, end)` in code points. */
export function positionSelector(start: number, end: number): JsonLdNode {
  return { type: "TextPositionSelector", start, end };
}

/**
 * Which representation is meant (4.3.1): that of a moment in UTC, kept under the digest of its bytes (RFC 6920). The name
 * opens nowhere by itself; whoever has a copy can tell by it that it is the one.
 */
export function timeState(sourceDate: string, digest: string, id?: string): JsonLdNode {
  return nodeOf({ id, type: "TimeState", sourceDate, cached: digestIri(digest) });
}

/** The desk as an agent (3.3.1). */
export function deskAgent({ desk }: EditionDocument): JsonLdNode {
  return nodeOf({ id: uuidIri(desk.id), type: "Organization", name: desk.name, homepage: webIri(desk.homepage) });
}

/** What wrote the file, and when: the moment of publishing, for the same edition is the same file for ever. */
export function madeBy(edition: EditionDocument): JsonLdNode {
  return { generator: { type: "Software", name: "Stet" }, generated: edition.publishedAt };
}
