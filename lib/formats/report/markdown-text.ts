import type { BlockContent, Paragraph, PhrasingContent, Root } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { linesOf } from "#lib/formats/report/html-text.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";

/**
 * Written as references, so that a bidirectional control cannot reorder the source as an editor shows it. A code
 * block knows no references and keeps them.
 */
const bidiControls = [..."\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"];

/** The tree as GitHub Flavored Markdown; words in it stay words, whatever they look like. */
export function writtenMarkdown(root: Root): string {
  const unsafe = bidiControls.map((character) => ({ character, inConstruct: "phrasing" as const }));
  return toMarkdown(root, { bullet: "-", extensions: [gfmToMarkdown({ tablePipeAlign: false }), { unsafe }] });
}

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

/** An address that can stand between < and > as it is, and reads there as nothing else. */
const bare = /^(?:https?:\/\/|mailto:)[^\s<>\p{C}]+$/iu;
const reference = /&#?\w+;/u;

/** An address to be read and followed: by itself where it can stand so, else as a link; words where it may be none. */
export function addressLink(words: string, href: string | null = safeLink(words)): PhrasingContent {
  if (href === null) return text(words);
  const isBare = bare.test(words) && !reference.test(words) && safeLink(words) === href;
  if (isBare) return { type: "link", url: words, children: [{ type: "text", value: words }] };
  // in two pieces, so that it is not written by itself where the words are the address
  return { type: "link", url: href, children: [text(words.slice(0, 1)), text(words.slice(1))] };
}

/** A link that opens nothing but http, https or mailto; the bare content where the address is something else. */
export function outsideLink(address: string, children: readonly PhrasingContent[]): PhrasingContent[] {
  const url = safeLink(address);
  return url === null ? [...children] : [{ type: "link", url, children: [...children] }];
}
