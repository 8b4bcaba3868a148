import { isNode, listOf, type Node } from "#lib/formats/annotations/json-ld-node.ts";

/** A value of a JSON-LD document and where it stands in it. */
export type Placed = { readonly value: unknown; readonly path: string };
export type PlacedNode = { readonly node: Node; readonly path: string };

/** Terms of schema.org as they are written: in its own context, with a prefix, and whole. */
const prefixes = ["", "schema:", "https://schema.org/", "http://schema.org/"];
const deepest = 40;

/** A document of linked data after schema.org: its nodes by id, so that what is only named can be followed. */
export class SchemaDocument {
  readonly #byId = new Map<string, Node>();
  readonly nodes: PlacedNode[] = [];
  /** The first place that is nested too deeply to be read; null where all was read. */
  tooDeep: string | null = null;
  /** Whether a node stands under a context of schema.org, by path. */
  readonly #known = new Set<string>();

  constructor(root: unknown) {
    this.#walk({ value: root, path: "$" }, false, 0);
  }

  hasContext({ path }: PlacedNode): boolean {
    return this.#known.has(path);
  }

  /** The values of a term, lists and sets taken apart and references to other nodes of the document followed. */
  valuesOf({ node, path }: PlacedNode, term: string): Placed[] {
    const name = prefixes.map((prefix) => prefix + term).find((known) => Object.hasOwn(node, known));
    if (name === undefined) return [];
    const at = /^[A-Za-z_$][\w$]*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
    const raw = node[name];
    const values = listOf(raw);
    const isList = Array.isArray(raw);
    return values.map((value, index) => ({ value: this.#followed(value), path: isList ? `${at}[${index}]` : at }));
  }

  /** The name of a person or an organization, or the text that stands for one; "" for none. */
  nameOf({ value, path }: Placed): string {
    if (!isNode(value)) return wordsOf(value) ?? "";
    return wordsOf(this.valuesOf({ node: value, path }, "name")[0]?.value ?? "") ?? "";
  }

  /** A reference has nothing but its id. */
  #followed(value: unknown): unknown {
    if (!isNode(value)) return value;
    const id = value["@id"] ?? value.id;
    const isReference = typeof id === "string" && Object.keys(value).length === 1;
    return isReference ? (this.#byId.get(id) ?? value) : value;
  }

  #walk({ value, path }: Placed, known: boolean, depth: number): void {
    if (depth > deepest) {
      this.tooDeep ??= path;
      return;
    }
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries())
        this.#walk({ value: item, path: `${path}[${index}]` }, known, depth + 1);
      return;
    }
    if (!isNode(value)) return;
    const isKnown = known || /^https?:\/\/(?:www\.)?schema\.org\b/m.test(contextWords(value["@context"]));
    const id = value["@id"] ?? value.id;
    if (typeof id === "string" && Object.keys(value).length > 1) this.#byId.set(id, value);
    this.nodes.push({ node: value, path });
    if (isKnown) this.#known.add(path);
    for (const [name, field] of Object.entries(value)) {
      if (name === "@context") continue;
      const at = /^[A-Za-z_$][\w$]*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
      this.#walk(
        { value: field, path: at },
        isKnown || prefixes.slice(2).some((prefix) => name.startsWith(prefix)),
        depth + 1,
      );
    }
  }
}

/** The addresses that a context names, a line each: of a text, a list, or the vocabulary and prefixes of an object. */
function contextWords(context: unknown): string {
  return listOf(context)
    .flatMap((one) => (isNode(one) ? Object.values(one) : [one]))
    .filter((one) => typeof one === "string")
    .join("\n");
}

/** The types of a node without their prefix or namespace. */
export function schemaTypes(node: Node): readonly string[] {
  return listOf(node["@type"] ?? node.type)
    .filter((type) => typeof type === "string")
    .map((type) => type.replace(/^(?:schema:|https?:\/\/(?:www\.)?schema\.org\/)/, ""));
}

/** The words of a literal, a value object's included; of a node that is only named, its id. Null for anything else. */
export function wordsOf(value: unknown): string | null {
  const literal = isNode(value) ? (value["@value"] ?? value["@id"]) : value;
  if (typeof literal === "number") return `${literal}`;
  return typeof literal === "string" ? literal.trim() : null;
}
