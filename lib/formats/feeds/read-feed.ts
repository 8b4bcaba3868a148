import { DetectError, parseFeed } from "feedsmith";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import type { RawItem } from "#lib/formats/feeds/feed-items.ts";
import { rawItems, rawTitle } from "#lib/formats/feeds/feed-items.ts";
import { cleanLine } from "#lib/formats/import/clean-line.ts";
import { decodeBytes } from "#lib/formats/import/decode-bytes.ts";
import { attributeOf, elementsOf, parseHtml, rawTextOf } from "#lib/formats/import/html-tree.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";
import { isoOfMailDate } from "#lib/formats/import/mail-date.ts";
import { foundAddress } from "#lib/formats/import/metadata-values.ts";

/**
 * An item to choose. `id` is the feed's own, else its address or title; `address` is http or https; `published` is
 * ISO 8601; `title` and `summary` are clean lines; `html` is from outside and only ever parsed.
 */
export type FeedItem = {
  readonly id: string;
  readonly title: string;
  readonly address: string | null;
  readonly published: string | null;
  readonly summary: string;
  readonly html: string;
};

/** Why it could not be read; `empty` is a feed without an item that leads anywhere. */
export type FeedProblem = { readonly kind: "not-a-feed" | "too-large" | "damaged" | "empty" };

export type Feed = { readonly title: string; readonly items: readonly FeedItem[] };

const most = { items: 500, elements: 200_000, depth: 100, html: 1_000_000 } as const;

/**
 * RSS, Atom, RDF or JSON Feed, the first 500 items in the feed's order, each id once. Relative addresses resolve against
 * the feed's. Never throws on any bytes.
 */
export function readFeed(bytes: Uint8Array, address: string): Result<Feed, FeedProblem> {
  if (bytes.byteLength > importLimits.bytes) return err({ kind: "too-large" });
  const decoded = decodeBytes(bytes, { markup: false, contentType: "" });
  if (!decoded.ok) return err({ kind: "not-a-feed" });
  const text = decoded.value.text.replace(/^\uFEFF/, "").trim();
  if (!/^(?:<|\{)/.test(text)) return err({ kind: "not-a-feed" });
  if (isTooBig(text)) return err({ kind: "damaged" });
  const parsed = parsedFeed(text);
  if (!parsed.ok) return parsed;
  const items = new Map<string, FeedItem>();
  for (const raw of rawItems(parsed.value, most.items)) {
    const item = itemOf(raw, address);
    if (item !== null && !items.has(item.id)) items.set(item.id, item);
  }
  if (items.size === 0) return err({ kind: "empty" });
  return ok({ title: plainLine(rawTitle(parsed.value), 300), items: [...items.values()] });
}

function parsedFeed(text: string): Result<ReturnType<typeof parseFeed<string>>, FeedProblem> {
  try {
    return ok(parseFeed(text));
  } catch (error) {
    if (error instanceof DetectError) return err({ kind: "not-a-feed" });
    return err({ kind: "damaged" }); // Its other errors, the XML parser's and the call stack's all mean that.
  }
}

/** More tags, or deeper ones, than any feed has; what stands in CDATA is not counted as deep by an ordinary reader. */
function isTooBig(text: string): boolean {
  if (text.startsWith("{")) return /(?:[[{]\s*){200}/.test(text);
  let elements = 0;
  let depth = 0;
  const tags = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(\/?)[A-Za-z_][^<>]*?(\/?)>/g;
  for (const [, close, empty] of text.matchAll(tags)) {
    if (close === undefined) continue;
    elements += 1;
    if (empty === "") depth += close === "/" ? -1 : 1;
    if (elements > most.elements || depth > most.depth) return true;
  }
  return false;
}

function itemOf(raw: RawItem, feed: string): FeedItem | null {
  const address = foundAddress(raw.address, "", feed)?.value ?? null;
  const summary = plainLine(raw.summary, 500);
  const title = plainLine(raw.title, 300) || summary.slice(0, 120).toWellFormed() || address || "";
  const html = raw.html?.slice(0, most.html) ?? "";
  if (title === "" || (address === null && html.trim() === "")) return null;
  const id = cleanLine(raw.id ?? "", 2_000) ?? address ?? title;
  return { id, title, address, published: dateOf(raw.published), summary, html };
}

function dateOf(value: string | undefined): string | null {
  const iso = /^\s*(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)\s*$/.exec(
    value ?? "",
  );
  if (iso?.[1] !== undefined) return Number.isNaN(Date.parse(iso[1])) ? null : iso[1];
  return value === undefined ? null : isoOfMailDate(value);
}

/** Feeds write HTML, escaped or not, where a line of text belongs. */
function plainLine(value: string | undefined, limit: number): string {
  if (value === undefined) return "";
  const start = value.slice(0, 20_000);
  const tree = /[<&]/.test(start) ? parseHtml(start) : null;
  return cleanLine(tree?.ok ? rawTextOf(tree.value) : start, limit) ?? "";
}

export type NamedFeed = { readonly address: string; readonly title: string };

const feedTypes = /^\s*application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)\b/i;

/** The feeds that a page names (`link rel="alternate"`), at most 20, http or https; `address` is the page's. */
export function feedsOfPage(html: string, address: string): NamedFeed[] {
  const tree = parseHtml(html);
  if (!tree.ok) return [];
  const feeds = new Map<string, NamedFeed>();
  let base = address;
  for (const element of elementsOf(tree.value)) {
    if (element.tagName === "base") base = foundAddress(attributeOf(element, "href"), "", address)?.value ?? base;
    if (element.tagName !== "link" || !/(?:^|\s)alternate(?:\s|$)/i.test(attributeOf(element, "rel") ?? "")) continue;
    if (!feedTypes.test(attributeOf(element, "type") ?? "")) continue;
    const found = foundAddress(attributeOf(element, "href"), "", base)?.value;
    if (found === undefined || feeds.has(found) || feeds.size >= 20) continue;
    feeds.set(found, { address: found, title: cleanLine(attributeOf(element, "title") ?? "", 200) ?? found });
  }
  return [...feeds.values()];
}
