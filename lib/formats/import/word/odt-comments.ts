import type { Comment } from "#lib/formats/import/word/comment-threads.ts";
import { authorName, noteText, noteTime } from "#lib/formats/import/word/comment-threads.ts";
import { attributeOf, eachElement } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childOf, xmlTextOf } from "#lib/formats/import/xml.ts";

/** The annotations of an OpenDocument text; `keys` gives each element its comment's key, `ended` those with an end. */
export type OdtComments = {
  readonly comments: readonly Comment[];
  readonly keys: ReadonlyMap<XmlElement, string>;
  readonly ended: ReadonlySet<string>;
};

export function odtComments(root: XmlElement): OdtComments {
  const keys = new Map<XmlElement, string>();
  const names = new Set<string>();
  const ended = new Set<string>();
  const comments: Comment[] = [];
  eachElement(root, (element) => {
    const name = attributeOf(element, "office:name");
    if (element.name === "office:annotation-end" && name !== null) ended.add(name);
    if (element.name !== "office:annotation") return;
    const key = name === null || names.has(name) ? `without a name ${keys.size}` : name;
    names.add(key);
    keys.set(element, key);
    comments.push(commentOf(element, key));
  });
  return { comments, keys, ended };
}

/** LibreOffice says in an extension of its own which comment answers which, and which is resolved. */
function commentOf(annotation: XmlElement, key: string): Comment {
  const lines: string[] = [];
  eachElement(annotation, (element) => {
    if (element.name === "text:p" || element.name === "text:h") lines.push(xmlTextOf(element));
  });
  return {
    key,
    by: authorName(textOf(annotation, "dc:creator")),
    at: noteTime(textOf(annotation, "dc:date")?.replace(/(\.\d{3})\d+/, "$1") ?? null),
    text: noteText(lines),
    parent: attributeOf(annotation, "loext:parent-name"),
    isResolved: attributeOf(annotation, "loext:resolved") === "true",
  };
}

/** The text of a child by its name; null where there is none. */
export function textOf(element: XmlElement, name: string): string | null {
  const child = childOf(element, name);
  return child === null ? null : xmlTextOf(child);
}
