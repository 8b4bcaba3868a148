import type { Tokens } from "#lib/domain/alignment/tokens.ts";

const numeric = /\p{N}/u;
const joints = ".,:'’-‐–/";
const minuses = "-−";
const apostrophes = "'’";

/** The token after the figure that begins at token `at`, "1.9" being three tokens; `at + 1` for any other word. */
export function endOfFigure(tokens: Tokens, at: number): number {
  let end = at + 1;
  while (goesOnAfter(tokens, end - 1) && isFigure(tokens, end - 1)) end += 2;
  return end;
}

/** Whether a figure goes on after token `at`, as 15 does in "15,000", or a word does, as can does in "can't". */
export function goesOnAfter(tokens: Tokens, at: number): boolean {
  if (!isGlued(tokens, at) || !isGlued(tokens, at + 1)) return false;
  const sign = signOf(tokens, at + 1);
  if (isFigure(tokens, at)) return joints.includes(sign) && isFigure(tokens, at + 2);
  return apostrophes.includes(sign) && isLetter(tokens, at) && isLetter(tokens, at + 2);
}

/** Whether the figure of token `at` began before it: 000 in "15,000", or 15 in "−15". */
export function goesOnBefore(tokens: Tokens, at: number): boolean {
  if (!isFigure(tokens, at) || !isGlued(tokens, at - 1)) return false;
  const sign = signOf(tokens, at - 1);
  if (isGlued(tokens, at - 2)) return joints.includes(sign) && isFigure(tokens, at - 2);
  return minuses.includes(sign);
}

export function isFigure(tokens: Tokens, at: number): boolean {
  return at >= 0 && at < tokens.count && numeric.test(tokens.text[tokens.starts[at] ?? 0] ?? "");
}

function isLetter(tokens: Tokens, at: number): boolean {
  return /\p{L}/u.test(tokens.text[tokens.starts[at] ?? 0] ?? "");
}

/** Whether nothing stands between token `at` and the next. */
function isGlued({ starts, ends, count }: Tokens, at: number): boolean {
  return at >= 0 && at + 1 < count && ends[at] === starts[at + 1];
}

function signOf({ text, starts, ends }: Tokens, at: number): string {
  return text.slice(starts[at], ends[at]);
}
