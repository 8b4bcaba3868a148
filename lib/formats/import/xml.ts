import { SaxesParser } from "saxes";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";

/** An element of an XML document; names as they are written, with their prefix ("w:p"). */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

export const xmlLimits = { depth: 200, elements: 2_000_000 } as const;

class TooComplex extends Error {}

type Growing = { name: string; attributes: Readonly<Record<string, string>>; children: (Growing | string)[] };

/**
 * A well-formed XML document as a tree. A document type is not read and no entity but the five of XML is known, so that
 * nothing outside is fetched and nothing grows; no deeper than 200, so that a walk may recurse.
 */
export function readXml(text: string): Result<XmlElement, ImportProblem> {
  const parser = new SaxesParser({ xmlns: false });
  const open: Growing[] = [];
  let root: Growing | null = null;
  let elements = 0;
  parser.on("opentag", ({ name, attributes }) => {
    elements += 1;
    if (elements > xmlLimits.elements || open.length >= xmlLimits.depth) throw new TooComplex();
    const element: Growing = { name, attributes: plain(attributes), children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  const addText = (value: string) => open.at(-1)?.children.push(value);
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("error", (error) => {
    throw error;
  });
  try {
    parser.write(text.replace(/^\uFEFF/, "")).close();
  } catch (error) {
    return err({ kind: error instanceof TooComplex ? "too-complex" : "damaged" });
  }
  return root === null ? err({ kind: "damaged" }) : ok(root);
}

const none: Readonly<Record<string, string>> = {};

/** saxes hands out objects without a prototype, which take several times the memory. */
function plain(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const _ in attributes) return { ...attributes };
  return none;
}

/** The children that are elements, of one name where it is given. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** The first element of a name among the children. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return childrenOf(element, name)[0] ?? null;
}

/** All the text inside, in order. */
export function xmlTextOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : xmlTextOf(child))).join("");
}
