import type { Change } from "#lib/formats/import/word/change-log.ts";
import { authorName, noteTime } from "#lib/formats/import/word/comment-threads.ts";
import { textOf } from "#lib/formats/import/word/odt-comments.ts";
import { attributeOf, eachElement } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childOf, childrenOf } from "#lib/formats/import/xml.ts";

/** A tracked change; `content` is what was deleted, which stands apart from the text. */
export type OdtChange = { readonly change: Change; readonly content: XmlElement };

/** The tracked changes of an OpenDocument text by their id. Changes of format are none of the words'. */
export function odtChanges(root: XmlElement): ReadonlyMap<string, OdtChange> {
  const changes = new Map<string, OdtChange>();
  eachElement(root, (region) => {
    if (region.name !== "text:changed-region") return;
    const id = attributeOf(region, "xml:id") ?? attributeOf(region, "text:id") ?? "";
    for (const content of childrenOf(region)) {
      const info = childOf(content, "office:change-info");
      const by = authorName(info === null ? null : textOf(info, "dc:creator"));
      const at = noteTime(info === null ? null : (textOf(info, "dc:date")?.replace(/(\.\d{3})\d+/, "$1") ?? null));
      if (content.name === "text:insertion") changes.set(id, { change: { kind: "insertion", by, at }, content });
      if (content.name === "text:deletion") changes.set(id, { change: { kind: "deletion", by, at }, content });
    }
  });
  return changes;
}
