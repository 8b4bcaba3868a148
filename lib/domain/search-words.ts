import { withoutDoiPrefix } from "#lib/domain/doi.ts";
import { isbn10Of } from "#lib/domain/isbn.ts";
import { comparableAddress } from "#lib/domain/same-address.ts";

/** What a source is found by. `doi` and `isbn` in the form that is stored; "" where there is none. */
export type Findable = {
  readonly title: string;
  readonly publication: string;
  readonly author: string;
  readonly address: string;
  readonly doi: string;
  readonly isbn: string;
};

/** Letters that no decomposition turns into plain ones. */
const plain: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
const special = new RegExp(`[${Object.keys(plain).join("")}]`, "g");

/** Scripts that put no blanks between words: each character is a word of its own, and words are phrases. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const beyondAscii = /[^\p{ASCII}]/gu;
const longest = 200;
const mostPhrases = 8;

/**
 * What `Source.searchText` holds: the fields folded to words of a-z and 0-9 with one blank before each, so that
 * `LIKE '% word%'` finds the beginnings of words; a slash stands between fields and at both ends.
 */
export function searchTextOf(source: Findable): string {
  const { title, publication, author, address, doi, isbn } = source;
  const fields = [title, publication, author, addressWords(address), doi, isbn, isbn10Of(isbn) ?? ""];
  const folded = fields.map(searchFold).filter((field) => field !== "");
  return folded.length === 0 ? "" : `/${folded.map((field) => ` ${field} /`).join("")}`;
}

/** The pattern for `LIKE` of the sources at an address, however it is written; null for what is no address. */
export function addressPattern(address: string): string | null {
  return comparableAddress(address) === null ? null : `%/ ${searchFold(addressWords(address))} /%`;
}

/**
 * Patterns for `LIKE`, without any of its signs in their words: a source fits when one of the lists fits, and a list
 * when all of its patterns do. Empty for a query in which there is nothing to look for.
 */
export function patternsOf(query: string): readonly (readonly string[])[] {
  const text = query.toWellFormed().trim().slice(0, longest);
  const phrases = phrasesOf(text);
  const number = text.replace(/^isbn(?:-1[03])?\s*:?\s*/i, "");
  const compact = number.replace(/[\s\u2010-\u2015-]/g, "").toLowerCase();
  const isNumber = /^\d{4,13}x?$/.test(compact) && (phrases.length !== 1 || phrases[0] !== compact);
  const ways = [phrases, isNumber ? [compact] : []].filter((way) => way.length > 0);
  return ways.map((way) => way.map((phrase) => `% ${phrase}%`));
}

/**
 * The different words of a text's first `units` UTF-16 units, in lower case: letters, marks and figures only, so that
 * nothing of what was typed is read as the language of queries.
 */
export function wordsOf(text: string, units = 500): string[] {
  const beginning = text.slice(0, units).toWellFormed().toLowerCase();
  return [...new Set(beginning.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])];
}

/** Words in lower case without marks and punctuation, in a-z and 0-9, one blank between them. */
export function searchFold(text: string): string {
  return (
    text
      // marks go first: normalising a hostile run of them takes the square of its length
      .replace(/\p{M}+/gu, "")
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\p{M}+/gu, "")
      .replace(special, (letter) => plain[letter] ?? letter)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .replace(unspaced, " $& ")
      .replace(beyondAscii, spelled)
      .replace(/ +/g, " ")
      .trim()
  );
}

/** Four digits of base 36 for a code point: pg_trgm sees only ASCII letters where the database's locale is C. */
function spelled(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(36).padStart(4, "0");
}

function phrasesOf(text: string): string[] {
  const doi = withoutDoiPrefix(text);
  if (doi !== null) return [searchFold(decoded(doi))].filter((phrase) => phrase !== "");
  const chunks = text
    .split(/\s+/u)
    .flatMap((chunk) => (isAddress(chunk) ? addressPhrases(chunk) : [searchFold(chunk)]));
  return [...new Set(chunks)].filter((phrase) => phrase !== "").slice(0, mostPhrases);
}

function isAddress(chunk: string): boolean {
  return /^(?:https?:|www\.)/i.test(chunk) || /^[^\s/:]+\.[^\s/:]{2,}[/?]/.test(chunk);
}

/** Host and path as one phrase, each parameter on its own, for theirs is another order where they are stored. */
function addressPhrases(typed: string): string[] {
  const bare = typed.replace(/^https?:?\/{0,2}/i, "").replace(/^(?:(?:www|m|mobile|amp)\.)+/i, "");
  const [place = "", ...rest] = bare.replace(/#.*$/s, "").split("?");
  // the last parameter is still being typed, or it is one that says nothing about the page
  const complete = rest.join("?").replace(/(?:^|&)[^&=]*$/, "");
  const known = comparableAddress(`https://x.example/?${complete}`) ?? "";
  const parameters = known.split("?")[1]?.split("&") ?? [];
  return [searchFold(decoded(place)), ...parameters.map((parameter) => searchFold(decoded(parameter)))];
}

function addressWords(address: string): string {
  return decoded(comparableAddress(address) ?? address);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    // Half an escape, as when an address is being typed.
    return text;
  }
}
