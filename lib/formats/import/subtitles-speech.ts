import type { Cue } from "#lib/formats/import/subtitles-cues.ts";

/** Words that one voice says in one cue; `speaker` is "" where the file does not say. Milliseconds. */
export type Speech = { readonly speaker: string; readonly text: string; readonly from: number; readonly to: number };

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", nbsp: " ", quot: '"', apos: "'" };

/** What is said, cue by cue, without tags, and each line once where captions roll up the screen line by line. */
export function speechIn(cues: readonly Cue[]): Speech[] {
  const spoken = cues.map((cue) => ({
    ...cue,
    lines: cue.lines.map(withoutStyles).filter((line) => bare(line) !== ""),
  }));
  const isRolling = rolls(spoken);
  const speech: Speech[] = [];
  let shown: readonly string[] = [];
  let end = 0;
  let speaker = "";
  for (const { from, to, lines } of spoken) {
    const words = lines.map(bare);
    const isSame = from <= end && words.length > 0 && words.join("\n") === shown.join("\n");
    const repeated = isSame ? lines.length : isRolling ? repeatedLines(shown, words) : 0;
    if (words.length > 0) shown = words;
    end = Math.max(end, to);
    let isFirst = true;
    for (const voice of voicesIn(lines.slice(repeated))) {
      // A voice holds for its cue; a rolled-up line goes on with the one before.
      speaker = voice.speaker ?? (isFirst && repeated > 0 ? speaker : "");
      isFirst = false;
      if (voice.text !== "") speech.push({ speaker, text: voice.text, from, to });
    }
  }
  return speech;
}

/** How many lines at the end of what was shown stand again at the beginning of what follows. */
function repeatedLines(before: readonly string[], after: readonly string[]): number {
  for (let count = Math.min(before.length, after.length); count > 0; count -= 1) {
    if (before.slice(-count).join("\n") === after.slice(0, count).join("\n")) return count;
  }
  return 0;
}

/** A chorus may repeat a line; where a third of all cues begin with the line before, that is how they are shown. */
function rolls(cues: readonly Cue[]): boolean {
  const lines = cues.map((cue) => cue.lines.map(bare)).filter((words) => words.length > 0);
  const repeating = lines.filter((words, index) => index > 0 && repeatedLines(lines[index - 1] ?? [], words) > 0);
  return repeating.length >= 3 && repeating.length * 3 >= lines.length;
}

function voicesIn(lines: readonly string[]): { readonly speaker: string | null; readonly text: string }[] {
  const marked = lines
    .map((line) => line.replace(/^\s*(?=[-–]\s?\p{L})/u, "\u0001"))
    .join("\n")
    .replace(/<v(?:\.[^\s>]*)?[ \t]+([^>]{0,200})>/gi, "\u0001$1\u0002");
  return marked.split("\u0001").map((piece) => {
    const at = piece.indexOf("\u0002");
    const speaker = at === -1 ? null : bare(piece.slice(0, at));
    return { speaker, text: bare(at === -1 ? piece : piece.slice(at + 1)) };
  });
}

/** SubRip files carry the position signs of another format, `{\an8}`. */
function withoutStyles(line: string): string {
  return line.replace(/\{\\[^{}]*\}/g, "").replaceAll(/[\u0001\u0002]/g, "");
}

/** The words of a line: no tags, no times within, entities read. */
function bare(line: string): string {
  return line
    .replace(/<\/?(?:[a-z][^<>]*|[\d:.]+)>/gi, "")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (entity, decimal, hex, name) => {
      if (name !== undefined) return /^[lr][rl]m$/i.test(name) ? "" : (named[String(name).toLowerCase()] ?? entity);
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    })
    .replace(/\s+/gu, " ")
    .trim();
}
