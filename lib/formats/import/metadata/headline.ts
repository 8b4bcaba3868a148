import { sameWords } from "#lib/formats/import/block-words.ts";
import type { Found } from "#lib/formats/import/imported-document.ts";

/** Where a page says its title: the headlines on it, and what its data and its window's title call it. */
type TitleSources = {
  readonly headlines: readonly Found[];
  readonly stated: readonly (Found | null)[];
  readonly windowTitle: Found | null;
  readonly site: string | null;
  readonly host: string | null;
};

/**
 * The title: a headline on the page that its data agree with, else the one that has most words in common with them,
 * else what the data say, without the name of the site.
 */
export function titleOf({ headlines, stated, windowTitle, site, host }: TitleSources): Found | null {
  const claims = [...stated, windowTitle].filter((title) => title !== null);
  const own = headlines.filter(({ value }) => !isSite(value, site, host));
  const agreeing = own.find(({ value }) => claims.some((claim) => agree(sameWords(value), sameWords(claim.value))));
  if (agreeing !== undefined) return agreeing;
  const [first] = claims;
  const within = claims.find(({ value }) => value.length >= 15 && own.some((headline) => holds(headline.value, value)));
  if (within !== undefined) return within;
  if (first === undefined) return own.length === 1 ? (own[0] ?? null) : null;
  const nearest = own
    .map((headline) => ({
      headline,
      shared: Math.max(...claims.map((claim) => sharedWords(headline.value, claim.value))),
    }))
    .toSorted((a, b) => b.shared - a.shared)[0];
  const enough = own.length > 1 ? 0.34 : (own[0]?.value ?? "").split(" ").length >= 4 ? 0 : 0.15;
  if (nearest !== undefined && nearest.shared >= enough) return nearest.headline;
  return withoutSite(first, site, host);
}

function agree(headline: string, title: string): boolean {
  return headline === title || (headline.length >= 12 && title.startsWith(headline));
}

/** Whether the longer text begins or ends with the shorter, as a headline with a mark before or a count after it does. */
function holds(long: string, short: string): boolean {
  const [a, b] = [sameWords(long), sameWords(short)];
  return a.startsWith(b) || a.endsWith(b);
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function sharedWords(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return [...a].filter((word) => b.has(word)).length / Math.max(1, a.size, b.size);
}

const squeezed = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

function isSite(text: string, site: string | null, host: string | null): boolean {
  const name = squeezed(text);
  if (name === "" || (site !== null && name === squeezed(site))) return true;
  const place = squeezed((host ?? "").split(".").slice(0, -1).at(-1) ?? "");
  return (
    place.length > 3 &&
    name.length <= place.length + 4 &&
    (name === place || name.startsWith(place) || place.startsWith(name))
  );
}

/** Parts of a window's title after " | " and the like go, from the end, while they name the site, or are short beside the rest. */
function withoutSite(title: Found, site: string | null, host: string | null): Found {
  const match = /^(.+?)\s+[|–—•·»:/-]+\s+([^|–—•·»]{2,60})$/u.exec(title.value);
  const [, rest = "", last = ""] = match ?? [];
  if (match === null) return title;
  if (isSite(last, site, host)) return { ...title, value: rest };
  return /\s[|•»]\s/.test(title.value) && last.length < rest.length * 0.7 ? { ...title, value: rest } : title;
}
