import type { parseFeed } from "feedsmith";

type AnyFeed = ReturnType<typeof parseFeed<string>>;

/** What the four kinds of feed say, under one set of names; raw values, none of them checked. */
export type RawItem = {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly address: string | undefined;
  readonly published: string | undefined;
  readonly summary: string | undefined;
  readonly html: string | undefined;
};

export function rawTitle(parsed: AnyFeed): string | undefined {
  return parsed.format === "atom" ? parsed.feed.title?.value : parsed.feed.title;
}

/** The items of an RSS, RDF, Atom or JSON feed, at most so many. */
export function rawItems(parsed: AnyFeed, most: number): RawItem[] {
  switch (parsed.format) {
    case "rss":
      return (parsed.feed.items ?? []).slice(0, most).map((item) => ({
        id: item.guid?.value,
        title: item.title,
        address: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
        published: item.pubDate ?? item.dc?.dates?.[0],
        summary: item.description,
        html: item.content?.encoded ?? item.description,
      }));
    case "rdf":
      return (parsed.feed.items ?? []).slice(0, most).map((item) => ({
        id: item.rdf?.about,
        title: item.title,
        address: item.link,
        published: item.dc?.dates?.[0],
        summary: item.description,
        html: item.content?.encoded ?? item.description,
      }));
    case "atom":
      return (parsed.feed.entries ?? []).slice(0, most).map((entry) => ({
        id: entry.id,
        title: entry.title?.value,
        address: (entry.links?.find(({ rel }) => rel === undefined || rel === "alternate") ?? entry.links?.[0])?.href,
        published: entry.published ?? entry.updated,
        summary: entry.summary?.value ?? entry.content?.value,
        html: entry.content?.value ?? entry.summary?.value,
      }));
    case "json":
      return (parsed.feed.items ?? []).slice(0, most).map((item) => ({
        id: item.id,
        title: item.title,
        address: item.url ?? item.external_url,
        published: item.date_published ?? item.date_modified,
        summary: item.summary ?? item.content_text ?? item.content_html,
        html: item.content_html ?? item.content_text,
      }));
  }
}
