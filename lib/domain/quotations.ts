import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";

/** What each opening mark is closed by, in the languages whose newspapers use it. */
const closers: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "‟": "”",
  "”": "”",
  "«": "»",
  "»": "«»",
  "‹": "›",
  "›": "‹›",
  "‚": "‘’",
  "‘": "’",
  '"': '"',
  "＂": "＂",
  "'": "'",
  "「": "」",
  "『": "』",
  "﹁": "﹂",
  "﹃": "﹄",
  "《": "》",
  "〈": "〉",
  "〝": "〞〟",
};
/** Marks that are also apostrophes: they open before a word and close after one. */
const apostrophes = new Set(["'", "‘", "‚"]);
const onlyCloses = new Set(["”", "»", "›", "」", "』", "﹂", "﹄", "》", "〉", "〞", "〟", '"']);
const inWord = /[\p{L}\p{N}\p{M}]/u;

/**
 * The direct quotations in a text, without their marks, in order; UTF-16 code units. One that is not closed runs to the
 * end, and one that was opened before the text began from its start. Quotations within quotations belong to the outer.
 */
export function quotationsIn(text: string): Span[] {
  const found: Span[] = [];
  // What closes a mark does not depend on where it opened: one that is closed nowhere is not looked for again.
  const unclosed = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? "";
    const ends = closers[mark];
    if (ends === undefined && !onlyCloses.has(mark)) continue;
    const isTried = ends !== undefined && !unclosed.has(mark) && canOpen(text, at);
    const end = isTried ? closeAfter(text, { at, ends }) : -1;
    if (isTried && end === -1) unclosed.add(mark);
    if (end !== -1) {
      if (text.slice(at + 1, end).trim() !== "") found.push({ start: at + 1, end });
      at = end;
    } else if (opensForGood(text, at)) {
      found.push({ start: at + 1, end: text.length });
      break;
    } else if (found.length === 0 && onlyCloses.has(mark) && text.slice(0, at).trim() !== "") {
      found.push({ start: 0, end: at });
    }
  }
  return found;
}

function canOpen(text: string, at: number): boolean {
  const hasWordBefore = inWord.test(text[at - 1] ?? "");
  return !apostrophes.has(text[at] ?? "") || (!hasWordBefore && (text[at + 1] ?? " ").trim() !== "");
}

function closeAfter(text: string, { at, ends }: { readonly at: number; readonly ends: string }): number {
  const isSingle = apostrophes.has(text[at] ?? "");
  for (let end = at + 1; end < text.length; end += 1) {
    if (!ends.includes(text[end] ?? "")) continue;
    if (!isSingle || (!inWord.test(text[end + 1] ?? "") && (text[end - 1] ?? " ").trim() !== "")) return end;
  }
  return -1;
}

/** Whether a mark that is never closed begins a quotation all the same. */
function opensForGood(text: string, at: number): boolean {
  const mark = text[at] ?? "";
  if (apostrophes.has(mark) || closers[mark] === undefined || text.slice(at + 1).trim() === "") return false;
  const isTwoFaced = onlyCloses.has(mark);
  return !isTwoFaced || (!inWord.test(text[at - 1] ?? "") && inWord.test(text[at + 1] ?? ""));
}

/** Editors mark what they left out or put in: `[…]`, `(...)`, `[the ferry]`, `…`. */
const edited = /\[[^[\]]*\]|\(\s*\.\.\.\s*\)|\.\.\./u;
const edges = /^[\s.,;:!?'"-]+|[\s.,;:!?'"-]+$/gu;

/**
 * Those of the quotations that stand in none of the passages, word for word under the typographic fold. The kind of the
 * inner quotation marks and the punctuation at the ends do not matter; parts between marked omissions stand in their order.
 */
export function missingFrom(passages: readonly string[], quotations: readonly string[]): string[] {
  let sought = quotations.map(soughtOf);
  for (const passage of passages) {
    if (sought.length === 0) break;
    const likely = sought.filter(({ longest }) => !isPlain.test(passage) || passage.includes(longest));
    if (likely.length === 0) continue;
    const original = plain(passage);
    const found = new Set(likely.filter(({ parts }) => standIn(original, parts)));
    sought = sought.filter((quotation) => !found.has(quotation));
  }
  return sought.map(({ quotation }) => quotation);
}

/** Letters that the fold leaves as they are, so that a word of plain letters is in the passage or is not. */
const isPlain = /^[\n\u0020-\u007E\u00C0-\u0131\u0134-\u013E\u0141-\u0148\u014A-\u017E\u2013\u2014\u2018-\u201E]*$/;

type Sought = {
  readonly quotation: string;
  readonly parts: readonly string[];
  /** Its longest word of plain letters: passages without it are not folded. */
  readonly longest: string;
};

function soughtOf(quotation: string): Sought {
  const parts = plain(quotation)
    .split(edited)
    .map((part) => part.replace(edges, ""))
    .filter((part) => part !== "");
  const words = parts.flatMap((part) => part.match(/[A-Za-z0-9]+/g) ?? []);
  return { quotation, parts, longest: words.reduce((best, word) => (word.length > best.length ? word : best), "") };
}

function standIn(original: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = wordsAt(original, part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}

function plain(text: string): string {
  return typographicFold(text).replaceAll('"', "'").replaceAll("''", "'");
}

const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** Where the part stands as whole words; scripts that are written without spaces have none to tell. */
function wordsAt(text: string, part: string, from: number): number {
  for (let at = text.indexOf(part, from); at !== -1; at = text.indexOf(part, at + 1)) {
    if (!isJoined(text, at) && !isJoined(text, at + part.length)) return at;
  }
  return -1;
}

function isJoined(text: string, at: number): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
  const [left, right] = [[...before].at(-1) ?? "", [...after][0] ?? ""];
  return inWord.test(left) && inWord.test(right) && !unspaced.test(left) && !unspaced.test(right);
}
