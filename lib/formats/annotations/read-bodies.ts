import { fieldOf, isNode, listOf, literalOf, type Node } from "#lib/formats/annotations/json-ld-node.ts";

/** What an annotation says in words, with its purpose (commenting, tagging) where it gives one. */
export type AnnotationBody = { readonly text: string; readonly purpose: string | null };

const mostBodies = 20;
const longestBody = 20_000;

/** The textual bodies: at most twenty, of at most 20,000 UTF-16 code units; longer ones and other kinds are left out. */
export function readBodies(annotation: Node): readonly AnnotationBody[] {
  const bodies = [
    ...listOf(fieldOf(annotation, "bodyValue")),
    ...listOf(fieldOf(annotation, "body", "hasBody")).flatMap((body) => {
      return isNode(body) && fieldOf(body, "items") !== undefined ? listOf(fieldOf(body, "items")) : [body];
    }),
  ].slice(0, mostBodies);
  return bodies.flatMap((body) => {
    const text = textOf(body);
    const isAddress = typeof body === "string" && /^[a-z][a-z0-9+.-]*:\S+$/i.test(body);
    if (typeof text !== "string" || isAddress || text.trim() === "" || text.length > longestBody) return [];
    return [{ text, purpose: purposeOf(body) ?? purposeOf(annotation) }];
  });
}

function textOf(body: unknown): unknown {
  if (!isNode(body)) return body;
  return "@value" in body
    ? body["@value"]
    : literalOf(fieldOf(body, "value", "chars") ?? body["rdf:value"] ?? body["cnt:chars"]);
}

function purposeOf(body: unknown): string | null {
  if (!isNode(body)) return null;
  const [purpose] = listOf(fieldOf(body, "purpose", "hasPurpose", "motivation", "motivatedBy"));
  const name = isNode(purpose) ? (purpose.id ?? purpose["@id"]) : purpose;
  return typeof name === "string" ? name.replace(/^.*[/:#]/, "") : null;
}
