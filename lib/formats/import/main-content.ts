import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { defaultTreeAdapter, serialize } from "parse5";
import { isUnread } from "#lib/formats/import/html-elements.ts";
import type { HtmlParent } from "#lib/formats/import/html-tree.ts";
import { depthOf, isElement } from "#lib/formats/import/html-tree.ts";

/** Readability and the serializer recurse, and Readability's time grows with depth times elements. */
const deepest = 256;
const mostElements = 60_000;

const readableTree: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  getChildNodes: (parent) =>
    parent.childNodes.filter((node) => {
      if (!isElement(node)) return node.nodeName !== "#comment";
      return /^(?:head|title|meta|base|link)$/.test(node.tagName) || !isUnread(node);
    }),
};

/**
 * The main content of a page as HTML to be parsed again, and the byline that stood in it, as Mozilla's Readability
 * picks them; null when it finds nothing or the page is beyond it.
 */
export function mainContent(page: HtmlParent): { readonly html: string; readonly byline: string | null } | null {
  if (depthOf(page) > deepest) return null;
  const { document } = parseHTML(serialize(page, { treeAdapter: readableTree }));
  try {
    const article = new Readability(document, { disableJSONLD: true, maxElemsToParse: mostElements }).parse();
    return article?.content ? { html: article.content, byline: article.byline ?? null } : null;
  } catch {
    return null; // A page Readability stumbles over, or too many elements: the caller takes the whole body.
  }
}
