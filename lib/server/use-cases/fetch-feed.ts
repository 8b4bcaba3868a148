import "server-only";
import type { FeedItem } from "#lib/domain/feed.ts";
import { mostFeedItems } from "#lib/domain/feed.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { type FeedProblem, feedsOfPage, readFeed } from "#lib/formats/feeds/read-feed.ts";
import { decodeBytes } from "#lib/formats/import/decode-bytes.ts";
import type { FetchPolicy } from "#lib/server/outside/fetch-policy.ts";
import { fetchProblemSentence } from "#lib/server/outside/fetch-problem.ts";
import { guardedFetch } from "#lib/server/outside/guarded-fetch.ts";

type FetchedFeed = { readonly address: string; readonly title: string; readonly items: readonly FeedItem[] };

/** What stands at an address: a feed, or a page with the feeds that it names. */
export type FeedOrPage =
  | { readonly kind: "feed"; readonly feed: FetchedFeed }
  | { readonly kind: "page"; readonly feeds: readonly { readonly title: string; readonly address: string }[] };

const mostOffered = 20;

const problems: Readonly<Record<Exclude<FeedProblem["kind"], "not-a-feed">, string>> = {
  "too-large": "This feed is larger than 10 MB. Look for a smaller one on the site, such as that of a section.",
  damaged: "This feed is damaged and cannot be read. Tell its site, or enter the addresses of its articles one by one.",
  empty: "This feed has no items that lead anywhere. Look again later, or enter the addresses of the articles.",
};

const noFeed =
  "There is no feed at this address, and the page there names none. Look for “RSS” or “Atom” on the site and enter that address.";

/** Fetches a feed by its address. The error is a sentence for the person. */
export async function fetchFeed(address: string, policy: FetchPolicy): Promise<Result<FeedOrPage, string>> {
  const fetched = await guardedFetch(address, policy, { wants: "feeds" });
  if (!fetched.ok) return err(fetchProblemSentence(fetched.error));
  const { bytes, contentType, finalAddress } = fetched.value;
  const read = readFeed(bytes, finalAddress);
  if (read.ok) {
    const title = cut(read.value.title, 300) || new URL(finalAddress).host;
    const items = read.value.items.slice(0, mostFeedItems).map((item) => ({
      id: cut(item.id, 2000),
      title: cut(item.title, 500),
      address: followed(item.address),
      published: item.published ?? "",
    }));
    return ok({ kind: "feed", feed: { address: finalAddress, title, items } });
  }
  if (read.error.kind !== "not-a-feed") return err(problems[read.error.kind]);
  const page = decodeBytes(bytes, { markup: true, contentType });
  const offered = page.ok ? feedsOfPage(page.value.text, finalAddress) : [];
  const feeds = offered
    .map((feed) => ({ title: cut(feed.title, 300), address: followed(feed.address) }))
    .filter((feed) => feed.address !== "")
    .slice(0, mostOffered);
  return feeds.length === 0 ? err(noFeed) : ok({ kind: "page", feeds });
}

/** Text that a database can hold, of at most `max` UTF-16 units. */
function cut(text: string | null, max: number): string {
  return (text ?? "")
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, max)
    .toWellFormed();
}

/** The address when it is one of http or https without credentials, of a length that is kept; else "". */
function followed(address: string | null): string {
  const url = URL.parse(address ?? "");
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  return isWeb && url.href.length <= 2000 ? url.href : "";
}
