import type { DefaultTreeAdapterTypes } from "parse5";
import { defaultTreeAdapter, parse } from "parse5";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

class TooManyElements extends Error {}

/**
 * Parses a whole document or a piece of one as a browser without scripts would (WHATWG HTML). Misnested formatting can
 * multiply elements far beyond the length of the source, hence the limit while the tree grows. The tree may be very
 * deep: whatever walks it must not recurse.
 */
export function parseHtml(html: string): Result<DefaultTreeAdapterTypes.Document, ImportProblem> {
  let elements = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      elements += 1;
      if (elements > importLimits.elements) throw new TooManyElements();
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
  };
  try {
    return ok(parse(html, { scriptingEnabled: false, treeAdapter }));
  } catch (error) {
    if (error instanceof TooManyElements) return err({ kind: "too-complex" });
    throw error;
  }
}

export function isElement(node: HtmlNode | HtmlParent): node is HtmlElement {
  return "tagName" in node;
}

export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** Every element below `root`, in document order. */
export function* elementsOf(root: HtmlParent): Generator<HtmlElement, void, undefined> {
  const waiting: HtmlNode[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

/** The text below `root` as it stands in the source, scripts and hidden parts included. */
export function rawTextOf(root: HtmlParent): string {
  const parts: string[] = [];
  const waiting: HtmlNode[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ("value" in node) parts.push(node.value);
    if (isElement(node)) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return parts.join("");
}

/** The words below `root`, a space wherever an element begins or ends; null when they are more than `longest` characters. */
export function shortTextOf(root: HtmlParent, longest: number): string | null {
  let text = "";
  let steps = 0;
  const waiting: HtmlNode[] = root.childNodes.slice(0, longest).reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    steps += 1;
    if (steps > longest) return null;
    if ("value" in node) text = `${text} ${node.value.slice(0, longest * 4)}`.replace(/\s+/g, " ");
    if (text.length > longest + 2) return null;
    if (isElement(node) && !/^(?:script|style|svg)$/.test(node.tagName)) {
      for (const child of node.childNodes.slice(0, longest).reverse()) waiting.push(child);
    }
  }
  return text.trim();
}
