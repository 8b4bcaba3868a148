import type { BodyFacts } from "#lib/formats/import/pdf/body-facts.ts";
import { endsSentence } from "#lib/formats/import/pdf/line-ends.ts";
import type { Line, Region } from "#lib/formats/import/pdf/pdf-page.ts";

type FootNote = { readonly lines: readonly Line[] };
type Footed = { readonly regions: readonly Region[]; readonly notes: readonly FootNote[] };

const marked = /^(?:\d{1,3}|[*†‡§¶]{1,3}|\[\d{1,3}\]|\(\d{1,3}\))[\s.)]*["“„«'‘(]?\p{L}/u;

/**
 * Takes the footnotes off a page: smaller lines at the foot of a column, from the first that begins with a mark, or all
 * of them where a note of the page before had not ended (`isOpen`).
 */
export function withoutFootnotes(
  regions: readonly Region[],
  height: number,
  facts: BodyFacts,
  isOpen: boolean,
): Footed {
  const isSmall = (line: Line) => line.size < facts.size * 0.93;
  const body = regions.flatMap(({ lines }) => lines.filter((line) => !isSmall(line)));
  const notes: { lines: Line[] }[] = [];
  let goesOn = isOpen;
  const kept = regions.map((region) => {
    const { lines } = region;
    let from = lines.length;
    while (from > 0 && isFoot(lines[from - 1], height, body, isSmall)) from -= 1;
    const first = goesOn ? from : lines.findIndex((line, index) => index >= from && isMarked(line));
    if (first < 0 || first >= lines.length) return region;
    for (const line of lines.slice(first)) {
      const last = notes.at(-1);
      if (last === undefined || isMarked(line)) notes.push({ lines: [line] });
      else last.lines.push(line);
    }
    goesOn = false;
    return { ...region, lines: lines.slice(0, first) };
  });
  return { regions: kept.filter(({ lines }) => lines.length > 0), notes };
}

/** Whether a page's last footnote breaks off, so that the next page may go on with it. */
export function breaksOff(notes: readonly FootNote[]): boolean {
  const last = notes.at(-1)?.lines.at(-1);
  return last !== undefined && !endsSentence(last.text);
}

export function isMarked(line: Line): boolean {
  return marked.test(line.text);
}

function isFoot(
  line: Line | undefined,
  height: number,
  body: readonly Line[],
  isSmall: (line: Line) => boolean,
): boolean {
  if (line === undefined || !isSmall(line) || line.y < height * 0.35) return false;
  return !body.some((other) => other.y > line.y && other.x < line.right && other.right > line.x);
}
