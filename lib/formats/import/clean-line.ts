import { normalForm } from "#lib/domain/normal-form.ts";

const controlsAndOverrides = /[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFEFF]+/g;

/**
 * One line of text from outside: well-formed, NFC, white space collapsed, without control characters or direction
 * overrides, at most `limit` UTF-16 code units (a longer one ends in an ellipsis). Null when nothing is left.
 */
export function cleanLine(value: string, limit: number): string | null {
  const words = value
    .slice(0, limit * 8)
    .toWellFormed()
    .replace(controlsAndOverrides, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const line = normalForm(words, "NFC");
  if (line === "") return null;
  if (line.length <= limit) return line;
  return `${line
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()}…`;
}
