import { sameWords } from "#lib/formats/import/block-words.ts";
import { parseHtml, rawTextOf } from "#lib/formats/import/html-tree.ts";
import type { Found, ImportedMetadata } from "#lib/formats/import/imported-document.ts";
import { foundAddress, foundDay, foundLanguage, foundLine } from "#lib/formats/import/metadata-values.ts";
import type { PageFacts } from "#lib/formats/import/page-facts.ts";

const ownData = "the page's own data (JSON-LD)";

/** Metadata of a page, each value with its origin, and sentences on what did not agree. */
export function htmlMetadata(
  facts: PageFacts,
  context: { readonly address: string | null; readonly byline: string | null },
): { readonly metadata: ImportedMetadata; readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  const publisher = firstOf(
    foundLine(unescaped(facts.article?.publisher), ownData),
    foundLine(facts.meta.get("og:site_name"), "Open Graph"),
    foundLine(facts.meta.get("application-name"), "the page's meta tags"),
  );
  const metadata = {
    title: titleOf(facts, publisher),
    byline: bylineOf(facts, context.byline),
    publisher,
    publishedOn: publishedOn(facts, warnings),
    address: addressOf(facts, context.address, warnings),
    language: foundLanguage(facts.language, "the page's lang attribute"),
  };
  return { metadata, warnings };
}

const firstOf = (...candidates: readonly (Found | null)[]) => candidates.find((found) => found !== null) ?? null;

/** JSON-LD and meta tags are often escaped twice. Only the text of what was escaped is kept. */
function unescaped(value: string | null | undefined): string | null {
  if (value == null || value.length > 10_000 || !/[<&]/.test(value)) return value ?? null;
  const tree = parseHtml(value);
  return tree.ok ? rawTextOf(tree.value) : null;
}

/** A headline on the page that agrees with what its data say is the title; a page's title alone often has the site's name in it. */
function titleOf(facts: PageFacts, publisher: Found | null): Found | null {
  const stated = [
    foundLine(unescaped(facts.article?.headline), ownData),
    foundLine(unescaped(facts.meta.get("og:title")), "Open Graph"),
    foundLine(unescaped(facts.meta.get("twitter:title")), "the page's meta tags"),
    foundLine(facts.titleElement, "the page's title"),
  ];
  const headlines = facts.headlines.flatMap((text) => foundLine(text, "the headline on the page") ?? []);
  const agreeing = headlines.find((headline) =>
    stated.some((title) => title !== null && agree(sameWords(headline.value), sameWords(title.value))),
  );
  if (agreeing !== undefined) return agreeing;
  const title = firstOf(...stated);
  if (title !== null) return withoutSite(title, publisher);
  return headlines.length === 1 ? (headlines[0] ?? null) : null;
}

function agree(headline: string, title: string): boolean {
  return headline === title || (headline.length >= 12 && title.startsWith(headline));
}

function withoutSite(title: Found, publisher: Found | null): Found {
  const parts = title.value.split(/ [|–—·»-] /);
  const site = parts.at(-1);
  if (site === undefined || publisher === null || sameWords(site) !== sameWords(publisher.value)) return title;
  const rest = title.value.slice(0, title.value.lastIndexOf(site) - 3).trim();
  return rest === "" ? title : { ...title, value: rest };
}

function bylineOf(facts: PageFacts, onPage: string | null): Found | null {
  const author = facts.meta.get("author") ?? facts.meta.get("article:author") ?? facts.meta.get("dc.creator");
  return firstOf(
    foundLine(unescaped(facts.article?.author), ownData),
    author === undefined || /^https?:/i.test(author) ? null : foundLine(unescaped(author), "the page's meta tags"),
    onPage === null || onPage.length > 150 ? null : foundLine(onPage, "the byline on the page"),
  );
}

const dateNames = [
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dc.date",
  "pubdate",
  "date",
];

function publishedOn(facts: PageFacts, warnings: string[]): Found | null {
  const dates = [
    foundDay(facts.article?.published, ownData),
    foundDay(facts.meta.get("article:published_time") ?? facts.meta.get("og:published_time"), "Open Graph"),
    ...dateNames.map((name) => foundDay(facts.meta.get(name), "the page's meta tags")),
    ...facts.times.slice(0, 1).map((time) => foundDay(time, "the date on the page")),
  ].filter((date) => date !== null);
  const [first] = dates;
  const other = dates.find((date) => date.value !== first?.value);
  if (first !== undefined && other !== undefined) {
    warnings.push(
      `The page gives two dates: ${first.value} (${first.from}) and ${other.value} (${other.from}). ${first.value} was taken.`,
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
