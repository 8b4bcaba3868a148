export type Node = Readonly<Record<string, unknown>>;

/** Contexts are not read: the terms of anno.jsonld are known by these names, compacted, prefixed or expanded. */
const prefixes = ["", "oa:", "http://www.w3.org/ns/oa#", "as:", "https://www.w3.org/ns/activitystreams#"];

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of the first of these terms that the node has; undefined for none, and for null. */
export function fieldOf(node: Node, ...terms: readonly string[]): unknown {
  for (const term of terms) {
    for (const prefix of prefixes) {
      const name = prefix + term;
      if (Object.hasOwn(node, name) && node[name] !== null) return node[name];
    }
  }
  return undefined;
}

/** One value or several, a JSON-LD list or set included, as an array. Null and undefined are none. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  if (isNode(value)) {
    const list = value["@list"] ?? value["@set"];
    if (Array.isArray(list)) return list;
  }
  return [value];
}

/** The plain value of a literal: of a value object, or of an array of one. */
export function literalOf(value: unknown): unknown {
  const [first, ...rest] = listOf(value);
  if (rest.length > 0) return undefined;
  if (!isNode(first)) return first;
  const literal = first["@value"];
  const type = first["@type"];
  const isWhole = typeof type === "string" && /integer$/i.test(type);
  return isWhole && typeof literal === "string" && /^-?\d{1,16}$/.test(literal) ? Number(literal) : literal;
}

/** The names of a node's types, without prefix or namespace. */
export function typesOf(node: Node): readonly string[] {
  return listOf(node.type ?? node["@type"])
    .filter((type) => typeof type === "string")
    .map((type) => type.replace(/^.*[/:#]/, ""));
}

/** What a node is called; null for none. Other tools number their annotations. */
export function idOf(node: Node): string | number | null {
  const id = node.id ?? node["@id"];
  return typeof id === "string" || (typeof id === "number" && Number.isFinite(id)) ? id : null;
}
