export type JsonLd = string | number | boolean | readonly JsonLd[] | JsonLdNode;
export type JsonLdNode = { readonly [name: string]: JsonLd };

/** A node of what is known: undefined, "" and empty lists are left out. */
export function nodeOf(fields: { readonly [name: string]: JsonLd | undefined }): JsonLdNode {
  const known: Record<string, JsonLd> = {};
  for (const [name, value] of Object.entries(fields)) {
    const isEmpty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) known[name] = value;
  }
  return known;
}

/**
 * A node of schema.org's own context as one under anno.jsonld, which knows `schema:` as a prefix and writes `type` and
 * `id` without the at sign.
 */
export function underAnnotationContext(node: JsonLdNode): JsonLdNode {
  const entries = Object.entries(node).map(([name, value]): [string, JsonLd] => {
    if (name === "@id") return ["id", value];
    if (name === "@type") return ["type", typeof value === "string" ? `schema:${value}` : value];
    return [`schema:${name}`, prefixed(value)];
  });
  return Object.fromEntries(entries);
}

function prefixed(value: JsonLd): JsonLd {
  if (typeof value !== "object") return value;
  return isList(value) ? value.map(prefixed) : underAnnotationContext(value);
}

function isList(value: readonly JsonLd[] | JsonLdNode): value is readonly JsonLd[] {
  return Array.isArray(value);
}

/** The document as a file: indented, with a line feed at its end. */
export function jsonLdFile(value: JsonLd): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
