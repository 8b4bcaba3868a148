import { cleanLine } from "#lib/formats/import/clean-line.ts";
import type { FoundNames } from "#lib/formats/import/imported-document.ts";

const parting = /\s*(?:[;،、|•]|\s(?:and|und|et|y|e|och|og|en)\s|\s&\s|,)\s*/u;
const opening =
  /^\W*(?:(?:(?:written|posted|published|reviewed|story|words|text|article|reported|authored|recipe|review)\s+)?(?:by|von|par|por|di|door|av|af)\b|authors?\b|autor(?:en|es)?\b|auteurs?\b)\s*:?\s*/i;
/** What follows a name in a byline: when, what they do, how to reach them. */
const trailing =
  /\s*(?:[|•·⋅/]|\s[-–—]\s|\s\(|[.,]?\s*\b(?:medically |fact[- ]?)?(?:reviewed|checked|edited|updated|view|read more)\b|,?\s*\b(?:on|published|updated|posted|last|in|at|for|staff writer|senior|contributing|contributor|reporter|editor|follow|read time|reading|min(?:ute)?s?\b|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\d).*$/i;
const credential =
  /^(?:ph\.?\s?d|m\.?d|d\.?o|r\.?d\.?n?|r\.?n|m\.?s\.?c?|m\.?a|b\.?a|b\.?sc?|mba|jd|esq|jr|sr|cpa|cfp|lcsw|faan|fand|dds|dmd|dvm|pharmd|mph|e-ryt.*|[A-Z]{2,6}(?:-[A-Z]+)?)\.?$/i;
const nobody =
  /^(?:admin(?:istrator)?|wordpress|root|author|authors|guest|null|undefined|unknown|by|user|webmaster|editor|anonymous|share|follow|subscribe|headshot.*|picture of.*|photo of.*|image of.*|about.*|read more.*|view .*|more .*|the author|written by)$/i;

/** The names in a byline of the page, without "By", dates and posts; null when it does not read like names. */
export function visibleNames(line: string | null, from: string): FoundNames | null {
  if (line === null) return null;
  const words = (cleanLine(line, 200) ?? "").replace(opening, "").replace(trailing, "").trim();
  const names = partedNames(words);
  return names.length > 0 && names.length <= 6 && names.every(isLikely) ? { value: names, from } : null;
}

/** Names given as data: parted at commas, semicolons and "and", with titles after a name left to it. */
export function dataNames(value: readonly string[] | string | null | undefined, from: string): FoundNames | null {
  const given = typeof value === "string" ? [value] : (value ?? []);
  const names = given
    .slice(0, 20)
    .flatMap((name) => partedNames((cleanLine(name, 300) ?? "").replace(opening, "")))
    .filter((name) => !nobody.test(name) && !/^https?:|^@?\w+@/i.test(name));
  return names.length === 0 ? null : { value: [...new Set(names)].slice(0, 20), from };
}

function partedNames(line: string): string[] {
  const names: string[] = [];
  for (const part of line.split(parting)) {
    const last = names.at(-1);
    if (part === "") continue;
    if (last !== undefined && credential.test(part)) names[names.length - 1] = `${last}, ${part}`;
    else names.push(part);
  }
  return names;
}

function isLikely(name: string): boolean {
  const words = name.replace(/,.*$/, "").split(/\s+/);
  return (
    name.length <= 50 &&
    words.length <= 5 &&
    /^\p{Lu}|^\p{Lo}/u.test(name) &&
    !/[?!:©@]|\d{2}/.test(name) &&
    !nobody.test(name)
  );
}
