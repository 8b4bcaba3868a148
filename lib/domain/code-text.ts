import type { Run } from "#lib/domain/block.ts";
import { normalForm } from "#lib/domain/normal-form.ts";

/** A text with places in it, ascending, in UTF-16 units. */
type Tracked = { readonly text: string; readonly places: readonly number[] };

/**
 * The runs of a listing with its line ends as line feeds, without the characters that `controls` finds, blank lines at
 * its ends, or marks other than those of notes. A blank line inside gets a space, so that a blank line always parts two
 * blocks.
 */
export function codeRuns(runs: readonly Run[], controls: RegExp): Run[] {
  const places = [0];
  for (const { text } of runs) places.push((places.at(-1) ?? 0) + text.length);
  const begun = { text: runs.map((run) => run.text).join(""), places };
  const lines = replaced(replaced(begun, /\r\n?|[\v\f\u0085]/g, "\n"), controls, "");
  const ended = trimmed(replaced(lines, /^\n+/g, ""));
  const { text, places: ends } = replaced(composed(ended), /\n{2,}/g, "\n \n");
  const notes = runs.map(({ marks }) => marks.filter((mark) => mark.type === "note"));
  if (notes.every((marks) => marks.length === 0)) return [{ text, marks: [] }];
  return notes
    .map((marks, index) => ({ text: text.slice(ends[index], ends[index + 1]), marks }))
    .filter((run) => run.text !== "");
}

function replaced({ text, places }: Tracked, pattern: RegExp, by: string): Tracked {
  const moved: number[] = [];
  let shift = 0;
  const moveUntil = (end: number, to: (place: number) => number) => {
    for (let place = places[moved.length]; place !== undefined && place < end; place = places[moved.length])
      moved.push(to(place));
  };
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const before = shift;
    moveUntil(index, (place) => place + before);
    moveUntil(index + found.length, (place) => index + before + Math.min(place - index, by.length));
    shift += by.length - found.length;
  }
  moveUntil(Number.POSITIVE_INFINITY, (place) => place + shift);
  return { text: text.replace(pattern, by), places: moved };
}

function trimmed({ text, places }: Tracked): Tracked {
  const end = text.trimEnd();
  return { text: end.toWellFormed(), places: places.map((place) => Math.min(place, end.length)) };
}

/** In NFC. A place between what becomes one character is moved to its end. */
function composed({ text, places }: Tracked): Tracked {
  const normal = normalForm(text, "NFC");
  if (normal === text) return { text, places };
  let length = 0;
  const moved = places.map((place, index) => {
    length += normalForm(text.slice(places[index - 1] ?? 0, place), "NFC").length;
    return Math.min(length, normal.length);
  });
  return { text: normal, places: moved };
}
