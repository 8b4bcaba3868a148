import { isUnread } from "#lib/formats/import/html-elements.ts";
import type { HtmlElement, HtmlParent } from "#lib/formats/import/html-tree.ts";
import { attributeOf, elementsOf, isElement, rawTextOf, shortTextOf } from "#lib/formats/import/html-tree.ts";
import type { ArticleFacts } from "#lib/formats/import/json-ld.ts";
import { articleFacts } from "#lib/formats/import/json-ld.ts";
import { foundAddress } from "#lib/formats/import/metadata-values.ts";

/** What a page says about itself in its head and its headlines; raw values, none of them checked. */
export type PageFacts = {
  readonly article: ArticleFacts | null;
  readonly meta: ReadonlyMap<string, string>;
  readonly titleElement: string | null;
  readonly headlines: readonly string[];
  /** Dates of `time` elements and the like; "near" ones only stand by the first headline. */
  readonly times: readonly { readonly value: string; readonly of: "publication" | "change" | "near" }[];
  /** The words of elements that are named for an author, those by the headline first. */
  readonly authors: readonly string[];
  readonly canonical: string | null;
  readonly language: string | null;
  /** What relative addresses resolve against. */
  readonly base: string | null;
};

/** Gathers them in one walk. `address` is where the page was fetched from, if it was. */
export function pageFacts(page: HtmlParent, address: string | null): PageFacts {
  const meta = new Map<string, string>();
  const headlines: string[] = [];
  const times: PageFacts["times"][number][] = [];
  const authors: { readonly words: string; readonly distance: number }[] = [];
  let count = 0;
  let headline = -1;
  const scripts: HtmlElement[] = [];
  let titleElement: string | null = null;
  let canonical: string | null = null;
  let baseHref: string | null = null;
  for (const element of elementsOf(page)) {
    count += 1;
    if (authors.length < 12 && namesAuthor(element)) {
      const words = shortTextOf(element, 120);
      const isSaid = words !== null && /^(?:written )?by\b/i.test(words);
      const distance = headline < 0 ? byHeadline : count - headline;
      if (words !== null && words.length > 2)
        authors.push({ words, distance: isSaid ? distance - byHeadline : distance });
    }
    switch (element.tagName) {
      case "meta":
        readMeta(element, meta);
        break;
      case "title":
        if (element.parentNode?.nodeName === "head") titleElement ??= rawTextOf(element);
        break;
      case "h1":
        if (headlines.length < 10 && !isUnread(element)) headlines.push(rawTextOf(element));
        headline = headline < 0 ? count : headline;
        break;
      case "time":
        if (times.length < 10) readTime(element, headline < 0 ? 0 : count - headline);
        break;
      case "script":
        scripts.push(element);
        break;
      case "link":
        if (/(?:^|\s)canonical(?:\s|$)/i.test(attributeOf(element, "rel") ?? ""))
          canonical ??= attributeOf(element, "href");
        break;
      case "base":
        baseHref ??= attributeOf(element, "href");
        break;
    }
  }
  const root = page.childNodes.filter(isElement).find((element) => element.tagName === "html");
  return {
    article: articleFacts(scripts),
    meta,
    titleElement,
    headlines,
    times,
    authors: authors.toSorted((a, b) => a.distance - b.distance).map(({ words }) => words),
    canonical,
    language: root === undefined ? null : (attributeOf(root, "lang") ?? attributeOf(root, "xml:lang")),
    base: foundAddress(baseHref, "", address)?.value ?? address,
  };

  function readTime(element: HtmlElement, distance: number): void {
    const value = attributeOf(element, "datetime") ?? shortTextOf(element, 60) ?? "";
    if (isPublication(element)) times.push({ value, of: "publication" });
    else if (isChange(element)) times.push({ value, of: "change" });
    else if (distance >= 0 && distance < byHeadline) times.push({ value, of: "near" });
  }
}

/** How many elements after a headline something still belongs to it. */
const byHeadline = 60;

function readMeta(element: HtmlElement, meta: Map<string, string>): void {
  const content = attributeOf(element, "content")?.trim();
  if (content === undefined || content === "") return;
  for (const attribute of ["property", "name", "itemprop"]) {
    const name = attributeOf(element, attribute)?.trim().toLowerCase();
    if (name === undefined) continue;
    const before = meta.get(name);
    if (before === undefined) meta.set(name, content);
    else if (name === "citation_author" && before.length < 500) meta.set(name, `${before}; ${content}`);
  }
}

function isPublication(element: HtmlElement): boolean {
  return (
    attributeOf(element, "itemprop")?.toLowerCase() === "datepublished" ||
    attributeOf(element, "pubdate") !== null ||
    /(?:^|\s)(?:entry-date|published|dt-published|post-date|pubdate|date-published|published-date|publish-date)(?:\s|$)/i.test(
      attributeOf(element, "class") ?? "",
    )
  );
}

function isChange(element: HtmlElement): boolean {
  const names = `${attributeOf(element, "class") ?? ""} ${attributeOf(element, "itemprop") ?? ""}`;
  return /(?:^|\s)(?:updated|modified|date-?modified|dt-updated)(?:\s|$)/i.test(names);
}

const authorNames =
  /(?:^|\s)(?:(?:[\w-]*[-_])?(?:author|byline)(?:[-_]*(?:name|link|title|info|text))?|author-?name|p-author|fn|contributor-?name|writer)(?:\s|$)/i;

function namesAuthor(element: HtmlElement): boolean {
  if (element.attrs.length === 0 || /^(?:meta|link|script|body|html|img|article|main)$/.test(element.tagName))
    return false;
  if (/(?:^|\s)author(?:\s|$)/i.test(`${attributeOf(element, "rel") ?? ""} ${attributeOf(element, "itemprop") ?? ""}`))
    return true;
  return authorNames.test(attributeOf(element, "class") ?? "") && !isUnread(element);
}
