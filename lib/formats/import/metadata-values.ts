import { cleanLine } from "#lib/formats/import/clean-line.ts";
import type { Found, FoundNames } from "#lib/formats/import/imported-document.ts";

/** A title, name or publisher as one clean line of at most 300 characters. */
export function foundLine(value: string | null | undefined, from: string): Found | null {
  const line = value == null ? null : cleanLine(value, 300);
  return line === null ? null : { value: line, from };
}

/** The names in a byline that is given as one line of words: parted at commas, semicolons and "and". */
export function foundNames(value: string | readonly string[] | null | undefined, from: string): FoundNames | null {
  const given =
    typeof value === "string" ? value.split(/\s*(?:[,;،、]|\s(?:and|und|et|y|och|og)\s|\s&\s)\s*/u) : (value ?? []);
  const names = given.slice(0, 20).flatMap((name) => cleanLine(name, 200) ?? []);
  return names.length === 0 ? null : { value: [...new Set(names)], from };
}

/** The day a date begins with (`2024-03-05…`, `2024/03/05`, `20240305`), as its publisher wrote it, or null. */
export function foundDay(value: string | null | undefined, from: string): Found | null {
  const match = /^\s*(\d{4})([-/]?)(\d{2})\2(\d{2})(?!\d)/.exec(value ?? "");
  if (match === null) return null;
  const [, year = "", , month = "", day = ""] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const text = `${year}-${month}-${day}`;
  if (Number(year) < 1500 || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return null;
  return { value: text, from };
}

/** An absolute http or https address without credentials, resolved against `base` where that is given, or null. */
export function foundAddress(value: string | null | undefined, from: string, base: string | null): Found | null {
  if (value == null || value.length > 2048) return null;
  const url = URL.parse(value.trim(), base ?? undefined);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  return url.href.length > 2048 ? null : { value: url.href, from };
}

/** A canonical BCP 47 tag, or null. */
export function foundLanguage(value: string | null | undefined, from: string): Found | null {
  const tag = (value ?? "").trim().replaceAll("_", "-");
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/.test(tag)) return null;
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical === undefined ? null : { value: canonical, from };
  } catch {
    return null; // RangeError: shaped like a tag, but not one.
  }
}
