import { sameWords } from "#lib/formats/import/block-words.ts";
import { parseHtml, rawTextOf } from "#lib/formats/import/html-tree.ts";
import type { Found, FoundNames, ImportedMetadata } from "#lib/formats/import/imported-document.ts";
import type { PageBlock } from "#lib/formats/import/main/page-outline.ts";
import { titleOf } from "#lib/formats/import/metadata/headline.ts";
import { dataNames, visibleNames } from "#lib/formats/import/metadata/names.ts";
import type { Surrounding } from "#lib/formats/import/metadata/near-headline.ts";
import { nearHeadline } from "#lib/formats/import/metadata/near-headline.ts";
import { modifiedDate, publishedDates } from "#lib/formats/import/metadata/page-dates.ts";
import { foundAddress, foundLanguage, foundLine } from "#lib/formats/import/metadata-values.ts";
import type { PageFacts } from "#lib/formats/import/page-facts.ts";

const ownData = "the page's own data (JSON-LD)";
const metaTags = "the page's meta tags";
const onPage = "the byline on the page";

/** Metadata of a page, each value with its origin, and sentences on what did not agree. `blocks` are all of the page. */
export function htmlMetadata(
  facts: PageFacts,
  context: { readonly address: string | null; readonly blocks: readonly PageBlock[] },
): { readonly metadata: ImportedMetadata; readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  const { meta, article } = facts;
  const publisher = firstOf(
    foundLine(unescaped(article?.publisher), ownData),
    foundLine(unescaped(meta.get("og:site_name")), "Open Graph"),
    foundLine(unescaped(meta.get("application-name")), metaTags),
  );
  const address = addressOf(facts, context.address, warnings);
  const title = titleOf({
    headlines: facts.headlines.flatMap((text) => foundLine(text, "the headline on the page") ?? []),
    stated: [
      foundLine(unescaped(article?.headline), ownData),
      foundLine(unescaped(meta.get("og:title")), "Open Graph"),
      foundLine(unescaped(meta.get("twitter:title")), metaTags),
    ],
    windowTitle: foundLine(facts.titleElement, "the page's title"),
    site: publisher?.value ?? null,
    host: address === null ? null : new URL(address.value).hostname,
  });
  const near = nearHeadline(context.blocks, title?.value ?? null);
  const modified = modifiedDate(facts, near);
  const metadata = {
    title,
    byline: bylineOf(facts, near, publisher),
    publisher,
    published: publishedOn(publishedDates(facts, { near, modified, address: address?.value ?? null }), warnings),
    modified,
    section: firstOf(
      foundLine(unescaped(article?.section), ownData),
      foundLine(unescaped(meta.get("article:section")), "Open Graph"),
    ),
    image: firstOf(
      foundAddress(meta.get("og:image") ?? meta.get("og:image:url"), "Open Graph", facts.base),
      foundAddress(article?.image, ownData, facts.base),
      foundAddress(meta.get("twitter:image"), metaTags, facts.base),
    ),
    address,
    language: firstOf(
      foundLanguage(facts.language, "the page's lang attribute"),
      foundLanguage(article?.language, ownData),
      foundLanguage(meta.get("og:locale"), "Open Graph"),
      foundLanguage(meta.get("content-language"), metaTags),
    ),
  };
  return { metadata, warnings };
}

const firstOf = <T>(...candidates: readonly (T | null)[]) => candidates.find((found) => found !== null) ?? null;

/** JSON-LD and meta tags are often escaped twice. Only the text of what was escaped is kept. */
function unescaped(value: string | null | undefined): string | null {
  if (value == null || value.length > 10_000 || !/[<&]/.test(value)) return value ?? null;
  const tree = parseHtml(value);
  return tree.ok ? rawTextOf(tree.value) : null;
}

const authorMeta = ["author", "parsely-author", "sailthru.author", "byl", "dc.creator", "article:author"];

/** Data that name the publisher as the author say nothing: a byline on the page goes before them. */
function bylineOf(
  { article, meta, authors }: PageFacts,
  near: Surrounding,
  publisher: Found | null,
): FoundNames | null {
  const written = /^(?:written by|author|verfasst von|écrit par|escrito por)/i.test(meta.get("twitter:label1") ?? "");
  const lines = [...authorMeta.map((name) => meta.get(name)), written ? meta.get("twitter:data1") : undefined];
  const data = [
    dataNames(
      article?.author.flatMap((name) => unescaped(name) ?? []),
      ownData,
    ),
    dataNames(givenFirst(meta.get("citation_author")), metaTags),
    ...lines.map((line) => (line === undefined ? null : dataNames(unescaped(line), metaTags))),
  ].filter((names) => names !== null);
  const site = sameWords(publisher?.value ?? "");
  const people = data.flatMap(({ value, from }) => {
    const names = value.filter((name) => sameWords(name) !== site && !/\b(?:team|staff)$/i.test(name));
    return names.length === 0 ? [] : [{ value: names, from }];
  });
  const [sure = null] = people;
  const [said, ...named] = authors;
  return firstOf(
    sure,
    said !== undefined && /^(?:written )?by\b/i.test(said) ? visibleNames(said, onPage) : null,
    visibleNames(near.byline, onPage),
    ...[said ?? null, ...named].map((words) => visibleNames(words, onPage)),
    data[0] ?? null,
  );
}

/** Citations name people as "Muster, Ada; Beispiel, Ben". */
function givenFirst(line: string | undefined): string[] {
  return (line ?? "").split(/\s*;\s*/).map((name) => name.replace(/^([^,]+),\s*([^,]+)$/, "$2 $1"));
}

/** The first is taken; another day that the page gives is told. */
function publishedOn(dates: readonly Found[], warnings: string[]): Found | null {
  const [first] = dates;
  const day = (date: Found | undefined) => date?.value.slice(0, 10);
  const other = dates.find((date) => day(date) !== day(first));
  if (first !== undefined && other !== undefined) {
    warnings.push(
      `The page gives two dates: ${day(first)} (${first.from}) and ${day(other)} (${other.from}). ${day(first)} was taken.`,
    );
  }
  return first ?? null;
}

/** A page may name a better address of its own, but not one on another site: it could pass itself off as that site. */
function addressOf(facts: PageFacts, address: string | null, warnings: string[]): Found | null {
  const fetched = foundAddress(address, "where it was fetched", null);
  const named = firstOf(
    foundAddress(facts.canonical, "the page's canonical link", facts.base),
    foundAddress(facts.meta.get("og:url"), "Open Graph", facts.base),
  );
  if (fetched === null || named === null) return fetched ?? named;
  if (siteOf(named.value) === siteOf(fetched.value)) return named;
  warnings.push(
    `The page names an address on another site as its own: ${named.value}. The address it came from was kept.`,
  );
  return fetched;
}

function siteOf(address: string): string {
  return new URL(address).hostname.replace(/^(?:www|m|amp)\./, "");
}
