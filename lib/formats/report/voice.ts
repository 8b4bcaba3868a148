import type { Direction } from "#lib/domain/block.ts";
import { ar } from "#lib/formats/report/words/ar.ts";
import { de } from "#lib/formats/report/words/de.ts";
import type { ReportWords } from "#lib/formats/report/words/en.ts";
import { en } from "#lib/formats/report/words/en.ts";
import { es } from "#lib/formats/report/words/es.ts";
import { fr } from "#lib/formats/report/words/fr.ts";

/** In what language a report speaks: `language` is the tag of its own words, BCP 47. */
export type Voice = { readonly language: string; readonly dir: Direction; readonly words: ReportWords };

const tables: ReadonlyMap<string, ReportWords> = new Map(Object.entries({ en, de, fr, es, ar }));

/** The languages that a report's own words can be had in. */
export const reportLanguages: readonly string[] = [...tables.keys()];

/** The voice of a language, by the first subtag of its BCP 47 tag; English where no table has it. */
export function voiceOf(language: string): Voice {
  const tag = language.toLowerCase().split("-")[0] ?? "";
  const words = tables.get(tag);
  return words === undefined ? { language: "en", dir: "ltr", words: en } : { language: tag, dir: dirOf(words), words };
}

function dirOf(words: ReportWords): Direction {
  return words.direction === "rtl" ? "rtl" : "ltr";
}

/** The words with what stands in braces filled in; what is not given is left out. */
export function filled(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? "")).trim();
}

/** Names in a row: "Ines Okoro, Teodor Brandt and Padma Ellery". */
export function listed(names: readonly string[], { words }: Voice): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : filled(words.lastOfList, { first: names.slice(0, -1).join(words.comma), last });
}

/** The parts that are not empty, parted by the language's comma. */
export function joinedParts(parts: readonly string[], { words }: Voice): string {
  return parts.filter((part) => part !== "").join(words.comma);
}

/**
 * `YYYY-MM-DD` and `YYYY-MM` in words, anything else as it stands. Months are words of the table and not of the
 * runtime, so that the same edition reads the same for ever.
 */
export function dayIn(day: string, { words }: Voice): string {
  const [, year = "", month = "", date] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(day) ?? [];
  const name = words.months.split(" ")[Number(month) - 1];
  if (name === undefined || Number.isNaN(Date.parse(day))) return day;
  const pattern = date === undefined ? words.monthPattern : words.dayPattern;
  return filled(pattern, { year, month: name, day: Number(date) });
}

/** The day of an ISO 8601 moment, in UTC; anything else as it stands. */
export function dayOf(moment: string, voice: Voice): string {
  const iso = isoOf(moment);
  return iso === null ? moment : dayIn(iso.slice(0, 10), voice);
}

/** An ISO 8601 moment as day and time in UTC; anything else as it stands. */
export function momentIn(moment: string, voice: Voice): string {
  const iso = isoOf(moment);
  if (iso === null) return moment;
  return filled(voice.words.momentPattern, { day: dayIn(iso.slice(0, 10), voice), time: iso.slice(11, 16) });
}

function isoOf(moment: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(moment)) return null;
  const time = Date.parse(moment);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
