import type { Element, Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Nodes as MarkdownNodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** The elements of a parsed page that pass, in document order. */
export function elementsOf(node: Nodes, passes: (element: Element) => boolean = () => true): Element[] {
  const below = "children" in node ? node.children.flatMap((child) => elementsOf(child, passes)) : [];
  return node.type === "element" && passes(node) ? [node, ...below] : below;
}

export function wordsOf(node: Nodes, leavesOut: (element: Element) => boolean = () => false): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && leavesOut(node)) return "";
  return "children" in node ? node.children.map((child) => wordsOf(child, leavesOut)).join("") : "";
}

export function parsedPage(html: string): Root {
  return fromHtml(html);
}

/** The article's text as the page has it: its blocks' words without what stands apart from them. */
export function articleTextOf(page: Root): string {
  const isApart = (element: Element) => element.properties.dataApart !== undefined;
  return elementsOf(page, (element) => element.properties.dataBlock !== undefined)
    .map((block) => {
      const cells = elementsOf(block, (element) => element.tagName === "td");
      return (cells.length === 0 ? [block] : cells).map((cell) => wordsOf(cell, isApart)).join("\t");
    })
    .join("\n\n");
}

export function parsedMarkdown(markdown: string) {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

export function markdownNodes(node: MarkdownNodes): MarkdownNodes[] {
  return [node, ...("children" in node ? node.children.flatMap(markdownNodes) : [])];
}

export function markdownWords(node: MarkdownNodes): string {
  if (node.type === "link" && node.url.startsWith("#claim-") && /^(?:\[\d+(?:\]|: )| :\d+\])$/.test(wordsIn(node)))
    return "";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(markdownWords).join("") : "";
}

function wordsIn(node: MarkdownNodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(wordsIn).join("") : "";
}

/** The article's text as the Markdown has it, blocks parted by blank lines and cells by tabs. */
export function markdownArticleText(markdown: string): string {
  const nodes = parsedMarkdown(markdown).children;
  const from = nodes.findIndex((node) => isHeading(node, "The article"));
  const to = nodes.findIndex((node) => isHeading(node, "The claims"));
  return nodes
    .slice(from + 1, to)
    .flatMap((node) => {
      if (node.type === "list" || node.type === "blockquote") return node.children.map(markdownWords);
      if (node.type === "table")
        return node.children.map((row) => row.children.map(markdownWords).join("\t").trimEnd());
      return [markdownWords(node)];
    })
    .join("\n\n");
}

function isHeading(node: RootContent, words: string): boolean {
  return node.type === "heading" && node.depth === 2 && wordsIn(node) === words;
}
