import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";

/** Scripts that put no blanks between words: each of their letters is looked up by itself, as a phrase. */
const dense =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u30FC\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Tibetan}";
const hidden = "\\u00AD\\u200B-\\u200D\\u2060";
const word = new RegExp(
  `[${dense}][\\p{M}${hidden}]*|(?:(?![${dense}])[\\p{L}\\p{N}])(?:(?![${dense}])[\\p{L}\\p{M}\\p{N}${hidden}])*`,
  "gu",
);
const ascii = /^[\x00-\x7F]*$/;
const asciiWord = /[a-z0-9]+/g;
/** Places in a tsvector of Postgres end at 16,383, and a word has 256 of them at most; a word has 2,046 bytes at most. */
const wordsOfPart = 16_000;
const placesOfWord = 256;
const longestWord = 500;

type Word = Span & { readonly word: string };

/** Words as they are compared, each with its place in the text (UTF-16 code units). */
function* wordsIn(text: string): Generator<Word> {
  for (const match of text.matchAll(word)) {
    const folded = foldedWord(match[0].toLowerCase());
    if (folded !== "") yield { word: folded, start: match.index, end: match.index + match[0].length };
  }
}

/** The same words alone; most text is plain, and that is quick. */
function lexemesOf(text: string): string[] {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower.match(asciiWord) ?? [];
  return (lower.match(word) ?? []).map(foldedWord).filter((folded) => folded !== "");
}

function foldedWord(lower: string): string {
  // What folds into signs (a ligature with an apostrophe, a figure in brackets) would end the word where it is written.
  const folded = ascii.test(lower) ? lower : typographicFold(lower).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
  return folded.length <= longestWord ? folded : folded.slice(0, longestWord).toWellFormed();
}

/** A stretch of a text, `[start, end)` in UTF-16 code units, and its words with their places as a tsvector is written. */
export type SearchPart = Span & { readonly vector: string };

/**
 * Cuts a text into parts of at most 16,000 words for a search by words, at the borders of blocks; only a block that is
 * longer than that is cut itself. Words are found together when they stand in one part.
 */
export function searchParts(text: string, blocks: readonly Span[]): SearchPart[] {
  const parts: SearchPart[] = [];
  let open: { start: number; end: number; words: string[] } | null = null;
  const close = () => {
    if (open !== null) parts.push({ start: open.start, end: open.end, vector: vectorOf(open.words) });
    open = null;
  };
  for (const { start, end } of blocks) {
    const words = lexemesOf(text.slice(start, end));
    if (words.length === 0) continue;
    if (open === null || open.words.length + words.length > wordsOfPart) {
      close();
      if (words.length > wordsOfPart) parts.push(...partsOfBlock(text, { start, end }));
      else open = { start, end, words };
    } else {
      for (const item of words) open.words.push(item);
      open.end = end;
    }
  }
  close();
  return parts;
}

function partsOfBlock(text: string, block: Span): SearchPart[] {
  const words = [...wordsIn(text.slice(block.start, block.end))];
  const parts: SearchPart[] = [];
  for (let from = 0; from < words.length; from += wordsOfPart) {
    const some = words.slice(from, from + wordsOfPart);
    const [start, end] = [some[0]?.start ?? 0, some.at(-1)?.end ?? 0];
    const vector = vectorOf(some.map((item) => item.word));
    parts.push({ start: block.start + start, end: block.start + end, vector });
  }
  return parts;
}

function vectorOf(words: readonly string[]): string {
  const places = new Map<string, number[]>();
  for (const [at, item] of words.entries()) {
    const known = places.get(item);
    if (known === undefined) places.set(item, [at + 1]);
    else if (known.length < placesOfWord) known.push(at + 1);
  }
  return Array.from(places, ([item, at]) => `'${item}':${at.join(",")}`).join(" ");
}

/**
 * What somebody looks for, as a tsquery is written: "quoted words" stand together, -words are absent, `or` parts
 * alternatives. Words that a text holds as several (1.9, don't, scripts without blanks) stand together too. "" when
 * there is no word in it, or none that has to be there.
 */
export function searchQuery(asked: string): string {
  const ways: string[][] = [[]];
  for (const [, minus, quoted, bare] of asked.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)) {
    if (bare?.toLowerCase() === "or" && minus === "") {
      ways.push([]);
      continue;
    }
    const words = lexemesOf(quoted ?? bare ?? "");
    if (words.length === 0) continue;
    const phrase = words.map((item) => `'${item}'`).join(" <-> ");
    ways.at(-1)?.push(minus === "-" ? `!(${phrase})` : `(${phrase})`);
  }
  const useful = ways.filter((way) => way.some((phrase) => phrase.startsWith("(")));
  return useful.map((way) => way.join(" & ")).join(" | ");
}

/** A few words of a text around what was looked for; `marks` are places in them. `start` is theirs in the text. */
export type Snippet = { readonly text: string; readonly start: number; readonly marks: readonly Span[] };

const snippetWords = 32;

/** The stretch of some 32 words that holds most of the words looked for, the first of several; else the beginning. */
export function snippetOf(text: string, asked: string): Snippet {
  const wanted = new Set([...wordsIn(asked)].map((item) => item.word));
  const words = [...wordsIn(text)];
  const hits = words.flatMap((item, at) => (wanted.has(item.word) ? [at] : []));
  let best = { first: 0, count: 0 };
  for (const at of hits) {
    if (best.count === wanted.size) break;
    const near = new Set<string>();
    for (const item of words.slice(at, at + snippetWords - 8)) if (wanted.has(item.word)) near.add(item.word);
    if (near.size > best.count) best = { first: at, count: near.size };
  }
  const from = Math.max(0, best.first - 8);
  const shown = words.slice(from, from + snippetWords);
  const start = shown[0]?.start ?? 0;
  const end = shown.at(-1)?.end ?? 0;
  const marks = shown
    .filter((item) => wanted.has(item.word))
    .map((item) => ({ start: item.start - start, end: item.end - start }));
  return { text: text.slice(start, end), start, marks };
}
