import { fieldOf, isNode, listOf, type Node, typesOf } from "#lib/formats/annotations/json-ld-node.ts";
import { hasPosition, hasQuote } from "#lib/formats/annotations/read-selector.ts";

/** What a file holds in the place of annotations, in order; `isRemote` when it only says where they are to be had. */
export type Listed = { readonly entries: readonly unknown[]; readonly isRemote: boolean };

/** Lists in lists, and pages in collections, so deep. */
const deepest = 8;

/**
 * The annotations of a JSON value: one, an array, a page (`items`), a collection (its embedded `first`, then `next`), a
 * graph, or what the Hypothesis service answers (`rows`). In a graph, nodes that are no annotations are passed over, and
 * references to its other nodes are followed. Entries that are no objects are kept, to be answered like the others.
 */
export function listAnnotations(value: unknown, most: number): Listed {
  const entries: unknown[] = [];
  let isRemote = false;
  const visit = (one: unknown, depth: number): void => {
    if (entries.length > most) return;
    if (Array.isArray(one) && depth <= deepest) for (const item of one) visit(item, depth + 1);
    else if (!isNode(one) || depth > deepest || isAnnotation(one)) entries.push(one);
    else if (Array.isArray(one["@graph"])) for (const node of fromGraph(one["@graph"], most)) entries.push(node);
    else {
      const list = listOf(fieldOf(one, "items", "item", "rows", "annotations"));
      const pages = [fieldOf(one, "first"), fieldOf(one, "next")].filter((page) => page !== undefined);
      for (const item of list) visit(item, depth + 1);
      for (const page of pages) {
        if (isNode(page)) visit(page, depth + 1);
        else isRemote = true;
      }
      if (list.length === 0 && pages.length === 0 && !isContainer(one)) entries.push(one);
    }
  };
  visit(value, 0);
  return { entries, isRemote: isRemote && entries.length === 0 };
}

function isContainer(node: Node): boolean {
  const types = typesOf(node);
  const names = ["items", "rows", "annotations", "AnnotationPage", "AnnotationCollection"];
  return names.some((name) => types.includes(name) || fieldOf(node, name) !== undefined);
}

function isAnnotation(node: Node): boolean {
  return (
    typesOf(node).includes("Annotation") ||
    fieldOf(node, "target", "hasTarget") !== undefined ||
    hasQuote(node) ||
    hasPosition(node)
  );
}

function fromGraph(nodes: readonly unknown[], most: number): unknown[] {
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    const id = isNode(node) ? (node.id ?? node["@id"]) : undefined;
    if (isNode(node) && typeof id === "string") byId.set(id, node);
  }
  const annotations = nodes.filter((node) => isNode(node) && isGraphAnnotation(node)).slice(0, most + 1);
  return annotations.map((node) => resolved(node, { byId, left: mostFollowed }, 0));
}

function isGraphAnnotation(node: Node): boolean {
  return typesOf(node).includes("Annotation") || fieldOf(node, "target", "hasTarget") !== undefined;
}

const followed = /(?:^|[:#])(?:hasTarget|target|hasSelector|selector|refinedBy|hasBody|body|items)$/;
/** Nodes looked at for one annotation: a graph may refer to itself. */
const mostFollowed = 500;

type Graph = { readonly byId: ReadonlyMap<string, Node>; left: number };

/** A node with what it refers to by id put in its place: only along the way from an annotation to its selectors. */
function resolved(value: unknown, graph: Graph, depth: number): unknown {
  graph.left -= 1;
  if (depth > deepest || graph.left < 0) return value;
  if (Array.isArray(value)) return value.map((item) => resolved(item, graph, depth + 1));
  const id = isNode(value) ? (value.id ?? value["@id"]) : value;
  const isReference = typeof id === "string" && (!isNode(value) || Object.keys(value).length === 1);
  const node = isReference ? (graph.byId.get(id) ?? value) : value;
  if (!isNode(node)) return value;
  return Object.fromEntries(
    Object.entries(node).map(([name, field]) => [
      name,
      followed.test(name) ? resolved(field, graph, depth + 1) : field,
    ]),
  );
}
