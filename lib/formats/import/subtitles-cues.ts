/** A cue of a recording's captions: milliseconds, and its lines as they stand in the file. */
export type Cue = { readonly from: number; readonly to: number; readonly lines: readonly string[] };

const time = "(\\d+:)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})";
const timing = new RegExp(`^\\s*${time}\\s*-->\\s*${time}(?:\\s.*)?$`);

/**
 * The cues of WebVTT (W3C) or SubRip, in order. Forgiving, as players are: whatever follows a line of times is a cue,
 * and notes, styles and numbers are passed over. Words after times that cannot be read stay with the cue before.
 */
export function readCues(text: string): Cue[] {
  const isVtt = /^\uFEFF?WEBVTT/.test(text);
  const cues: { from: number; to: number; lines: string[] }[] = [];
  let open = false;
  let last: { from: number; to: number; lines: string[] } | null = null;
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const times = timing.exec(line);
    if (line.includes("-->")) {
      // The number of a SubRip cue stands on the line before its times.
      if (last !== null && /^\s*\d+\s*$/.test(last.lines.at(-1) ?? "")) last.lines.pop();
      open = true;
    }
    if (times !== null) {
      const from = milliseconds(times.slice(1, 5));
      last = { from, to: Math.max(from, milliseconds(times.slice(5, 9))), lines: [] };
      cues.push(last);
    } else if (line.trim() === "") open = open && !isVtt;
    else if (open && last !== null && !line.includes("-->")) last.lines.push(line);
  }
  return cues.filter(({ lines }) => lines.length > 0);
}

function milliseconds([hours = "0", minutes = "0", seconds = "0", fraction = "0"]: readonly (
  | string
  | undefined
)[]): number {
  const whole = Number.parseInt(hours || "0", 10) * 3600 + Number(minutes) * 60 + Number(seconds);
  return Math.min(whole, 1_000_000) * 1000 + Number(fraction.padEnd(3, "0"));
}
