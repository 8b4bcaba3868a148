import type { BlockContent, Paragraph, PhrasingContent } from "mdast";
import { linesOf } from "#lib/formats/report/html-text.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";

/** Words as text: what looks like markup in them is escaped when the tree is written. */
export function text(value: string): PhrasingContent {
  return { type: "text", value: value.replace(/\s+/gu, " ") };
}

export function strong(...children: PhrasingContent[]): PhrasingContent {
  return { type: "strong", children };
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

/** One paragraph for each line that is not empty. */
export function paragraphsOf(words: string): Paragraph[] {
  return linesOf(words).map((line) => paragraph(text(line)));
}

/** The lines as a quotation; nothing where there are none. */
export function quotationOf(words: string): BlockContent[] {
  const children = paragraphsOf(words);
  return children.length === 0 ? [] : [{ type: "blockquote", children }];
}

/** A link that opens nothing but http, https or mailto; the bare content where the address is something else. */
export function outsideLink(address: string, children: readonly PhrasingContent[]): PhrasingContent[] {
  const url = safeLink(address);
  return url === null ? [...children] : [{ type: "link", url, children: [...children] }];
}
