import type { Comment } from "#lib/formats/import/word/comment-threads.ts";
import { authorName, noteText, noteTime } from "#lib/formats/import/word/comment-threads.ts";
import { attributeOf, eachElement } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childrenOf, xmlTextOf } from "#lib/formats/import/xml.ts";

type Standing = { readonly parent: string | null; readonly isDone: boolean };

/** The comments of word/comments.xml; word/commentsExtended.xml says by paragraph which answer which and are resolved. */
export function docxComments(comments: XmlElement | null, extended: XmlElement | null): Comment[] {
  if (comments === null) return [];
  const standings = new Map<string, Standing>();
  for (const entry of extended === null ? [] : childrenOf(extended, "w15:commentEx")) {
    standings.set(attributeOf(entry, "w15:paraId") ?? "", {
      parent: attributeOf(entry, "w15:paraIdParent"),
      isDone: /^(?:1|true|on)$/.test(attributeOf(entry, "w15:done") ?? ""),
    });
  }
  const elements = childrenOf(comments, "w:comment");
  const keyOfParagraph = new Map<string, string>();
  for (const comment of elements) {
    for (const id of paragraphIds(comment)) keyOfParagraph.set(id, keyOf(comment));
  }
  return elements.map((comment) => {
    const standing = paragraphIds(comment)
      .map((id) => standings.get(id))
      .findLast((found) => found !== undefined);
    const parent = standing?.parent ?? null;
    return {
      key: keyOf(comment),
      by: authorName(attributeOf(comment, "w:author")),
      at: noteTime(attributeOf(comment, "w:date")),
      text: noteText(paragraphsOf(comment)),
      parent: parent === null ? null : (keyOfParagraph.get(parent) ?? null),
      isResolved: standing?.isDone ?? false,
    };
  });
}

const keyOf = (comment: XmlElement) => attributeOf(comment, "w:id") ?? "";

function paragraphIds(comment: XmlElement): string[] {
  return childrenOf(comment, "w:p").flatMap((paragraph) => attributeOf(paragraph, "w14:paraId") ?? []);
}

function paragraphsOf(comment: XmlElement): string[] {
  const lines: string[] = [];
  eachElement(comment, (element) => {
    if (element.name === "w:p") lines.push("");
    const text = element.name === "w:t" ? xmlTextOf(element) : /^w:(?:tab|br|cr)$/.test(element.name) ? " " : "";
    if (text !== "") lines.push((lines.pop() ?? "") + text);
  });
  return lines;
}
