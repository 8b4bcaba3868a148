import { plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import type { DefaultTreeAdapterTypes } from "parse5";
import { parseFragment } from "parse5";
import type { CslItem } from "#lib/domain/csl-item.ts";
import type { CitationLanguage, CitationStyle, Reference } from "#lib/domain/source-views.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Run = Reference["runs"][number];

/**
 * The item as a reference in one of the styles. The library's output part alone is called: its input part takes a text
 * for an address and fetches it, and never gets to see anything here.
 */
export function formatReference(
  item: CslItem,
  { style, language }: { readonly style: CitationStyle; readonly language: CitationLanguage },
): Reference {
  const options = { template: style, lang: language, format: "html" };
  const html = String(plugins.output.format("bibliography", [item], options));
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
