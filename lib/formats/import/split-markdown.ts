const pieceLength = 50_000;
const mostDefinitions = 20_000;

/**
 * Cuts a long Markdown text into pieces at blank lines outside fenced code, where it can before a paragraph or heading,
 * since the parser's time grows with the square of the length. Every piece gets the link definitions of the whole.
 */
export function splitMarkdown(markdown: string): readonly string[] {
  if (markdown.length <= pieceLength * 2) return [markdown];
  const pieces: string[] = [];
  const definitions: string[] = [];
  let lines: string[] = [];
  let length = 0;
  let fence: string | null = null;
  let afterBlank = false;
  for (const line of markdown.split("\n")) {
    const isLong = length > pieceLength * 3 || (length > pieceLength && beginsParagraph(line));
    if (fence === null && afterBlank && isLong) {
      pieces.push(lines.join("\n"));
      lines = [];
      length = 0;
    }
    lines.push(line);
    length += line.length + 1;
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]?.slice(0, 3);
    if (marker !== undefined && (fence === null || fence === marker)) fence = fence === null ? marker : null;
    afterBlank = line.trim() === "";
    if (fence === null && /^ {0,3}\[[^\]]{1,200}\]:\s/.test(line)) definitions.push(line);
  }
  pieces.push(lines.join("\n"));
  const shared = definitions.join("\n\n");
  return shared.length > mostDefinitions ? pieces : pieces.map((piece) => `${piece}\n\n${shared}`);
}

function beginsParagraph(line: string): boolean {
  return /^[\p{L}\p{N}#*_"“(]/u.test(line) && !/^(?:[*+-]|\d{1,9}[.)])\s/.test(line);
}

const most = { signsInOneStretch: 8_000, signs: 100_000, footnotes: 2_000, fenceLengths: 60 };

/**
 * Whether the parser would take too long or nest too deep: containers within containers, or thousands of lines and signs
 * in a stretch without a blank line, or too many in all.
 */
export function isTangledMarkdown(markdown: string): boolean {
  let inStretch = 0;
  let inAll = 0;
  let footnotes = 0;
  // The parser looks for the end of every run of backticks that has a length of its own.
  if (new Set((markdown.match(/`+/g) ?? []).map((run) => run.length)).size > most.fenceLengths) return true;
  for (const line of markdown.split("\n")) {
    if (/^(?:[^\S\n]*(?:[>*+-]|\d{1,9}[.)])[^\S\n]?){60}/.test(line) && /[^\s>*+-]/.test(line)) return true;
    if (/^\s{200,}[*+-]/.test(line)) return true;
    const signs = 1 + (line.match(/[[\]*_~<|]/g)?.length ?? 0);
    inAll += signs;
    footnotes += line.match(/\[\^/g)?.length ?? 0;
    inStretch = line.trim() === "" ? 0 : inStretch + signs;
    if (inStretch > most.signsInOneStretch || inAll > most.signs || footnotes > most.footnotes) return true;
  }
  return false;
}
