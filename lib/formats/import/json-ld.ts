import type { HtmlElement } from "#lib/formats/import/html-tree.ts";
import { attributeOf, rawTextOf } from "#lib/formats/import/html-tree.ts";

type Node = Readonly<Record<string, unknown>>;

/** What a page's JSON-LD says about its article (schema.org). Values are as they stand there, not cleaned. */
export type ArticleFacts = {
  readonly headline: string | null;
  readonly author: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly section: string | null;
  readonly image: string | null;
  readonly language: string | null;
  readonly body: string | null;
};

const mostNodes = 5_000;
const longestScript = 1_000_000;

/** The facts about the first article among the page's JSON-LD scripts, else about the first web page, else null. */
export function articleFacts(elements: Iterable<HtmlElement>): ArticleFacts | null {
  const nodes: Node[] = [];
  for (const element of elements) {
    if (element.tagName !== "script") continue;
    if (!/^\s*application\/ld\+json\b/i.test(attributeOf(element, "type") ?? "")) continue;
    const source = rawTextOf(element);
    if (source.length <= longestScript) collect(parseJson(source), nodes);
  }
  const byId = new Map<string, Node>();
  for (const node of nodes) if (typeof node["@id"] === "string" && "@type" in node) byId.set(node["@id"], node);
  const article = nodes.find(isArticle) ?? nodes.find((node) => typesOf(node).includes("WebPage"));
  if (article === undefined) return null;
  return {
    headline: isArticle(article) ? (textOf(article.headline) ?? textOf(article.name)) : null,
    author: namesOf(article.author ?? article.creator, byId),
    publisher: namesOf(article.publisher, byId)[0] ?? null,
    published: textOf(article.datePublished),
    modified: textOf(article.dateModified),
    section: textOf(article.articleSection),
    image: imageOf(article.image, byId),
    language: textOf(article.inLanguage),
    body: textOf(article.articleBody),
  };
}

/** Pages write comments, line breaks and a trailing semicolon around their JSON; anything worse is left alone. */
function parseJson(source: string): unknown {
  const trimmed = source
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|;)$/, "")
    .replace(/[\u0000-\u001F]+/g, " ");
  try {
    return JSON.parse(trimmed);
  } catch {
    return null; // Not JSON: the page's other ways of naming itself are read instead.
  }
}

function collect(value: unknown, nodes: Node[]): void {
  const waiting: unknown[] = [value];
  for (let at = 0; at < waiting.length && nodes.length < mostNodes && at < mostNodes * 4; at += 1) {
    const next = waiting[at];
    if (Array.isArray(next)) for (const item of next) waiting.push(item);
    else if (isNode(next)) {
      nodes.push(next);
      for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "author", "publisher"]) {
        if (next[key] !== undefined) waiting.push(next[key]);
      }
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typesOf(node: Node): readonly string[] {
  const types = Array.isArray(node["@type"]) ? node["@type"] : [node["@type"]];
  return types.filter((type) => typeof type === "string").map((type) => type.replace(/^.*[/:]/, ""));
}

function isArticle(node: Node): boolean {
  return typesOf(node).some((type) => /(?:Article|Posting|^Report)$/.test(type));
}

function textOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === "string") return first;
  return isNode(first) && typeof first["@value"] === "string" ? first["@value"] : null;
}

/** The names of one or several persons or organisations, given as text, as nodes or as references to nodes. */
function namesOf(value: unknown, byId: ReadonlyMap<string, Node>): string[] {
  const names: string[] = [];
  for (const item of (Array.isArray(value) ? value : [value]).slice(0, 20)) {
    const id = isNode(item) && item.name === undefined && typeof item["@id"] === "string" ? item["@id"] : null;
    const node: unknown = id === null ? item : byId.get(id);
    const name = isNode(node) ? textOf(node.name) : textOf(node);
    if (name !== null && name.trim() !== "" && !names.includes(name) && !/^https?:/i.test(name)) names.push(name);
  }
  return names;
}

function imageOf(value: unknown, byId: ReadonlyMap<string, Node>): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (!isNode(first)) return textOf(first);
  const node = first.url === undefined && typeof first["@id"] === "string" ? (byId.get(first["@id"]) ?? first) : first;
  return textOf(node.url) ?? textOf(node.contentUrl);
}
