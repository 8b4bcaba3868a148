import { directionOf } from "#lib/domain/direction.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";
import type { Voice } from "#lib/formats/report/voice.ts";

/** A paragraph as the template sets it: its words and the direction that they run in. */
export type Words = { readonly words: string; readonly dir: "ltr" | "rtl" };

/** Words in a line of small print; `href` only where they are a link, `data` where they are set as figures. */
export type Run = { readonly words: string; readonly href?: string; readonly data?: true; readonly italic?: true };

const opening = /[\u2066-\u2068]/;
const controls = /[\u202a-\u202e\u2066-\u2069]/;
/** Longer than any line holds: without a place to break, such words run off the page. */
const unbroken = /[^\s\u200b\u3000-\u9fff\uac00-\ud7af]{25,}/gu;

/** The words with places to break in what has none, and without the white space that a page does not show. */
function setWords(words: string): string {
  const spaced = words.replace(/[\s\u0085]+/gu, " ").trim();
  return spaced.replace(unbroken, (run) => run.replace(/.{24}(?=.)/gsu, "$&\u200b"));
}

/** As `setWords`, with the white space at the ends kept as one space: words go on before and after. */
export function innerWords(line: string): string {
  const words = setWords(line);
  if (words === "") return line === "" ? "" : " ";
  return `${/^\s/u.test(line) ? " " : ""}${words}${/\s$/u.test(line) ? " " : ""}`;
}

/** The words for use among others: neither their direction nor their bidi controls reach beyond them (UAX #9). */
export function isolatedWords(words: string): string {
  return wordsAmong(words, { dir: "ltr" });
}

/**
 * The same among the report's own words. Where those run from right to left, it is needed for all others: they draw the
 * figures and signs beside them to their side, and figures parted by signs change places.
 */
export function wordsAmong(words: string, { dir }: Pick<Voice, "dir">): string {
  const set = setWords(words);
  const [before, after] = isolationOf(set, dir);
  return `${before}${set}${after}`;
}

/** The same for words that are set in several runs. */
export function runsAmong(runs: readonly Run[], { dir }: Pick<Voice, "dir">): Run[] {
  const [before, after] = isolationOf(runs.map(({ words }) => words).join(""), dir);
  return before === "" ? [...runs] : [runOf(before), ...runs, runOf(after)];
}

/** What is to stand before the words and after them, so that they end all that they begin. */
function isolationOf(set: string, dir: Voice["dir"]): readonly [string, string] {
  if (set === "" || (dir === "ltr" && directionOf(set) === "ltr" && !controls.test(set))) return ["", ""];
  let open = 0;
  let stray = 0;
  for (const character of set) {
    if (opening.test(character)) open += 1;
    else if (character === "\u2069" && open > 0) open -= 1;
    else if (character === "\u2069") stray += 1;
  }
  return ["\u2068".repeat(stray + 1), "\u2069".repeat(open + 1)];
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

/** A line of the report's own words, whatever words it begins with. */
export function lineIn(line: string, { dir }: Pick<Voice, "dir">): Words {
  return { words: setWords(line), dir };
}

/** An address as a link where it may be one, else as plain words. */
export function addressRun(address: string, voice: Pick<Voice, "dir">): Run {
  return runOf(wordsAmong(address, voice), safeLink(address));
}

/** A digest, key or signature in groups of eight, so that it can be read and broken. */
export function dataRun(value: string, voice: Pick<Voice, "dir">): Run {
  return figuresRun(value.replace(/(.{8})(?=.)/gsu, "$1 "), voice);
}

/** The same as it is. */
export function figuresRun(value: string, voice: Pick<Voice, "dir">): Run {
  return { words: wordsAmong(value, voice), data: true };
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
