import type { Found } from "#lib/formats/import/imported-document.ts";
import { foundMoment } from "#lib/formats/import/metadata/moments.ts";
import type { Surrounding } from "#lib/formats/import/metadata/near-headline.ts";
import { dayOf } from "#lib/formats/import/metadata/written-dates.ts";
import type { PageFacts } from "#lib/formats/import/page-facts.ts";

const publishedNames =
  "article:published_time og:published_time og:article:published_time datepublished article.published parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date publication_date published published_date published_time dc.date.issued dcterms.date dcterms.created dcterms.issued dc.date dc.date.created citation_publication_date citation_online_date date article_date_original originalpublicationdate cxenseparse:recs:publishtime bt:pubdate uploaddate".split(
    " ",
  );
const modifiedNames =
  "article:modified_time og:updated_time og:modified_time datemodified last-modified dcterms.modified dc.date.modified lastmod modified parsely-modified-date revised".split(
    " ",
  );

const ownData = "the page's own data (JSON-LD)";
const metaTags = "the page's meta tags";

/**
 * When the page says it was published, most trustworthy first, one entry for each place that says so. A day in the
 * words near the headline or in the address counts only where the data say nothing, and not when it is the day of a
 * change. A publication after the last change is not believed.
 */
export function publishedDates(
  facts: PageFacts,
  {
    near,
    modified,
    address,
  }: { readonly near: Surrounding; readonly modified: Found | null; readonly address: string | null },
): Found[] {
  const changed = modified?.value.slice(0, 10) ?? null;
  const stated: (Found | null)[] = [
    foundMoment(facts.article?.published, ownData),
    ...publishedNames.map((name) =>
      foundMoment(facts.meta.get(name), name.includes(":published_time") ? "Open Graph" : metaTags),
    ),
    ...facts.times.map(({ value, of }) => (of === "publication" ? foundMoment(value, "the date on the page") : null)),
  ].filter((date) => date !== null && (changed === null || date.value.slice(0, 10) <= nextDay(changed)));
  const believed = stated.filter((date) => date !== null);
  if (believed.length > 0) return believed;
  const seen = [
    foundMoment(near.published, "the words by the headline"),
    ...facts.times.map(({ value, of }) => (of === "near" ? foundMoment(value, "the date on the page") : null)),
    foundMoment(near.bare, "the words by the headline"),
    dayInAddress(address),
  ].find((date) => date !== null && (date.value.slice(0, 10) !== changed || date.value === near.published));
  return seen == null ? [] : [seen];
}

/** When the page says it was last changed, or null. */
export function modifiedDate(facts: PageFacts, near: Surrounding): Found | null {
  const found = [
    foundMoment(facts.article?.modified, ownData),
    ...modifiedNames.map((name) => foundMoment(facts.meta.get(name), name.includes("_time") ? "Open Graph" : metaTags)),
    ...facts.times.map(({ value, of }) => (of === "change" ? foundMoment(value, "the date on the page") : null)),
    foundMoment(near.modified, "the words by the headline"),
  ];
  return found.find((date) => date !== null) ?? null;
}

/** Data in two time zones may differ by a day. */
function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function dayInAddress(address: string | null): Found | null {
  const path = address === null ? null : URL.parse(address)?.pathname;
  const match = /[/_-](20\d{2}|19\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?([0-2]\d|3[01])(?=[/_.-]|$)/.exec(path ?? "");
  if (match === null) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === null ? null : { value: day, from: "the page's address" };
}
