import { directionOf } from "#lib/domain/direction.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";

/** A paragraph as the template sets it: its words and the direction that they run in. */
export type Words = { readonly words: string; readonly dir: "ltr" | "rtl" };

/** Words in a line of small print; `href` only where they are a link, `data` where they are set as figures. */
export type Run = { readonly words: string; readonly href?: string; readonly data?: true };

const opening = /[\u2066-\u2068]/;
const controls = /[\u202a-\u202e\u2066-\u2069]/;
/** Longer than any line holds: without a place to break, such words run off the page. */
const unbroken = /[^\s\u200b\u3000-\u9fff\uac00-\ud7af]{25,}/gu;

/** The words with places to break in what has none, and without the white space that a page does not show. */
export function setWords(words: string): string {
  const spaced = words.replace(/[\s\u0085]+/gu, " ").trim();
  return spaced.replace(unbroken, (run) => run.replace(/.{24}(?=.)/gsu, "$&\u200b"));
}

/** The words for use among others: neither their direction nor their bidi controls reach beyond them (UAX #9). */
export function isolatedWords(words: string): string {
  const set = setWords(words);
  if (directionOf(set) === "ltr" && !controls.test(set)) return set;
  let open = 0;
  let stray = 0;
  for (const character of set) {
    if (opening.test(character)) open += 1;
    else if (character === "\u2069" && open > 0) open -= 1;
    else if (character === "\u2069") stray += 1;
  }
  return `${"\u2068".repeat(stray + 1)}${set}${"\u2069".repeat(open + 1)}`;
}

/** The paragraphs of a text; none for an empty one. */
export function paragraphsOf(text: string): Words[] {
  return text
    .split(/\n+/)
    .map(setWords)
    .filter((words) => words !== "")
    .map((words) => ({ words, dir: directionOf(words) }));
}

/** One paragraph, empty as the words may be. */
export function paragraphOf(text: string): Words {
  const words = setWords(text);
  return { words, dir: directionOf(words) };
}

export function runOf(words: string, href: string | null = null): Run {
  return href === null ? { words } : { words, href };
}

/** An address as a link where it may be one, else as plain words. */
export function addressRun(address: string): Run {
  return runOf(isolatedWords(address), safeLink(address));
}

/** A digest, key or signature in groups of eight, so that it can be read and broken. */
export function dataRun(value: string): Run {
  return { words: setWords(value.replace(/(.{8})(?=.)/gsu, "$1 ")), data: true };
}

/** At most so many characters (code points), with an ellipsis where some are left out. */
export function shortened(words: string, most: number): string {
  const points = [...words.replace(/\s+/gu, " ").trim()];
  return points.length <= most
    ? points.join("")
    : `${points
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
