import { plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import type { DefaultTreeAdapterTypes } from "parse5";
import { parseFragment } from "parse5";
import type { CslItem } from "#lib/domain/csl-item.ts";
import type { CitationLanguage, CitationStyle, Reference } from "#lib/domain/source-views.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Run = Reference["runs"][number];

/** How a reference is asked for. */
export type AskedReference = { readonly style: CitationStyle; readonly language: CitationLanguage };

/**
 * The item as a reference in one of the styles. The library's output part alone is called: its input part takes a text
 * for an address and fetches it, and never gets to see anything here.
 */
export function formatReference(item: CslItem, { style, language }: AskedReference): Reference {
  const options = { template: style, lang: language, format: "html" };
  const html = String(plugins.output.format("bibliography", [item], options));
  return referenceFrom(html, { style, language });
}

/**
 * All items in their order, each formatted as if it stood alone, in about half the time: nothing is told apart by
 * letters, which only citations in a text need. A style that has no form for an item gives an empty reference.
 */
export function formatReferences(items: readonly CslItem[], { style, language }: AskedReference): Reference[] {
  if (items.length === 0) return [];
  const listed = items.map((item, index) => ({ ...item, id: `source-${index}` }));
  const template = listStyle(style);
  const options = { template, lang: language, format: "html", nosort: true, asEntryArray: true } as const;
  const entries: unknown = plugins.output.format("bibliography", listed, options);
  if (!Array.isArray(entries)) throw new TypeError("The citation library gave no entries");
  const written = new Map<unknown, string>(entries.map(([id, html]) => [id, String(html)]));
  return listed.map(({ id }) => {
    const html = written.get(id) ?? "";
    return referenceFrom(html.includes("[CSL STYLE ERROR") ? "" : html, { style, language });
  });
}

/** The style with the simplest citation in its place: the library writes each several times to tell them apart. */
function listStyle(style: CitationStyle): string {
  const { styles } = plugins.config.get("@csl");
  const name = `${style}-list`;
  if (!styles.has(name)) {
    const simplest = '<citation><layout><text variable="citation-number"/></layout></citation>';
    const plain = styles.get(style).replace(/<citation\b[\s\S]*?<\/citation>/u, simplest);
    styles.add(name, plain.replace(/(<bibliography\b[\s\S]*?)<sort>[\s\S]*?<\/sort>/u, "$1"));
  }
  return name;
}

function referenceFrom(html: string, { style, language }: AskedReference): Reference {
  const runs = joined(parseFragment(html).childNodes.flatMap((node) => runsOf(node, "upright")));
  return { style, language, runs, text: runs.map(({ text }) => text).join("") };
}

function runsOf(node: Node, set: "upright" | "italic"): Run[] {
  if (node.nodeName === "#text" && "value" in node) return [{ text: node.value, italic: set === "italic" }];
  if (!("childNodes" in node)) return [];
  // a numbered style sets the number of the entry apart; alone it says nothing
  if ("attrs" in node && node.attrs.some(({ value }) => value === "csl-left-margin")) return [];
  const inner = node.nodeName === "i" ? "italic" : set;
  return node.childNodes.flatMap((child) => runsOf(child, inner));
}

/** One run where several of a kind follow each other; white space collapsed, none at the ends. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const { text, italic } of runs) {
    const last = all.at(-1);
    if (last !== undefined && last.italic === italic) all[all.length - 1] = { text: last.text + text, italic };
    else all.push({ text, italic });
  }
  const collapsed = all.map(({ text, italic }) => ({ text: text.replace(/\s+/g, " "), italic }));
  return collapsed
    .map(({ text, italic }, index) => {
      const begun = index === 0 ? text.trimStart() : text;
      return { text: index === collapsed.length - 1 ? begun.trimEnd() : begun, italic };
    })
    .filter(({ text }) => text !== "");
}
