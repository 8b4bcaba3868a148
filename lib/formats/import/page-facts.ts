import { isUnread } from "#lib/formats/import/html-elements.ts";
import type { HtmlElement, HtmlParent } from "#lib/formats/import/html-tree.ts";
import { attributeOf, elementsOf, isElement, rawTextOf } from "#lib/formats/import/html-tree.ts";
import type { ArticleFacts } from "#lib/formats/import/json-ld.ts";
import { articleFacts } from "#lib/formats/import/json-ld.ts";
import { foundAddress } from "#lib/formats/import/metadata-values.ts";

/** What a page says about itself in its head and its headlines; raw values, none of them checked. */
export type PageFacts = {
  readonly article: ArticleFacts | null;
  readonly meta: ReadonlyMap<string, string>;
  readonly titleElement: string | null;
  readonly headlines: readonly string[];
  readonly times: readonly string[];
  readonly canonical: string | null;
  readonly language: string | null;
  /** What relative addresses resolve against. */
  readonly base: string | null;
};

/** Gathers them in one walk. `address` is where the page was fetched from, if it was. */
export function pageFacts(page: HtmlParent, address: string | null): PageFacts {
  const meta = new Map<string, string>();
  const headlines: string[] = [];
  const times: string[] = [];
  const scripts: HtmlElement[] = [];
  let titleElement: string | null = null;
  let canonical: string | null = null;
  let baseHref: string | null = null;
  for (const element of elementsOf(page)) {
    switch (element.tagName) {
      case "meta":
        readMeta(element, meta);
        break;
      case "title":
        if (element.parentNode?.nodeName === "head") titleElement ??= rawTextOf(element);
        break;
      case "h1":
        if (headlines.length < 10 && !isUnread(element)) headlines.push(rawTextOf(element));
        break;
      case "time":
        if (isPublication(element) && times.length < 10) times.push(attributeOf(element, "datetime") ?? "");
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
    canonical,
    language: root === undefined ? null : (attributeOf(root, "lang") ?? attributeOf(root, "xml:lang")),
    base: foundAddress(baseHref, "", address)?.value ?? address,
  };
}

function readMeta(element: HtmlElement, meta: Map<string, string>): void {
  const content = attributeOf(element, "content")?.trim();
  if (content === undefined || content === "") return;
  for (const attribute of ["property", "name", "itemprop"]) {
    const name = attributeOf(element, attribute)?.trim().toLowerCase();
    if (name !== undefined && !meta.has(name)) meta.set(name, content);
  }
}

function isPublication(element: HtmlElement): boolean {
  return (
    attributeOf(element, "itemprop")?.toLowerCase() === "datepublished" ||
    attributeOf(element, "pubdate") !== null ||
    /(?:^|\s)(?:entry-date|published|dt-published)(?:\s|$)/i.test(attributeOf(element, "class") ?? "")
  );
}
