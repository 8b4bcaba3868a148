import { comparableAddress } from "#lib/domain/same-address.ts";
import { type Findable, searchFold } from "#lib/domain/search-words.ts";

/** What makes two sources look like one. */
export type Likeness = "doi" | "isbn" | "address" | "title";
export const likenessWords: Readonly<Record<Likeness, string>> = {
  doi: "the same DOI",
  isbn: "the same ISBN",
  address: "the same address",
  title: "nearly the same title",
};

/** Titles that share so many of their pairs of letters are nearly the same. */
const nearly = 0.8;

/** Why two sources may be one, the surest reason; null when nothing speaks for it. */
export function likenessOf(one: Findable, other: Findable): Likeness | null {
  if (one.doi !== "" && one.doi === other.doi) return "doi";
  if (one.isbn !== "" && one.isbn === other.isbn) return "isbn";
  const address = comparableAddress(one.address);
  if (address !== null && address === comparableAddress(other.address)) return "address";
  if (one.doi !== "" && other.doi !== "") return null;
  const titles = dice(searchFold(one.title), searchFold(other.title));
  return titles >= nearly && sharesAuthor(one.author, other.author) ? "title" : null;
}

/**
 * Whether a citation of `typed` means the known source: the same DOI does, the same ISBN or address unless both have a
 * title and these differ (chapters of one book, two things on one page).
 */
export function isSameWork(typed: Findable, known: Findable): boolean {
  const likeness = likenessOf(typed, known);
  if (likeness === null || likeness === "title") return false;
  if (likeness === "doi" || typed.title === "" || known.title === "") return true;
  // a source that was cited by its address alone has that for a title
  return (
    [typed, known].some(({ title, address }) => title === address) ||
    searchFold(typed.title) === searchFold(known.title)
  );
}

/** The Dice coefficient of the pairs of letters in two folded texts, 0 to 1. */
function dice(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}

function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));
}

/** One of them is unnamed, or they share a name of more than one letter. */
function sharesAuthor(one: string, other: string): boolean {
  const names = new Set(
    searchFold(one)
      .split(" ")
      .filter((name) => name.length > 1),
  );
  const others = searchFold(other)
    .split(" ")
    .filter((name) => name.length > 1);
  return names.size === 0 || others.length === 0 || others.some((name) => names.has(name));
}
