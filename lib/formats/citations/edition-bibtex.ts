import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import type { CslName } from "#lib/domain/csl.ts";
import type { CslItem } from "#lib/domain/csl-item.ts";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { type CitationItem, citationItems } from "#lib/formats/citations/citation-items.ts";

// It would drop every letter that TeX has no command for; what TeX reads as a command is escaped here.
plugins.config.get("@bibtex").format.asciiOnly = false;

/**
 * The sources as BibTeX in UTF-8, the edition itself first; organisations are in braces, so that they stay whole. The
 * library writes an address a second time where TeX would read its signs as commands; that field is left out.
 */
export function editionToBibtex(signed: SignedEdition): string {
  const items = citationItems(signed);
  const entries = plugins.output.format("bibtex", items.map(texItem), { format: "object" });
  if (typeof entries === "string") throw new TypeError("The citation library gave a text");
  return entries
    .map(({ type, label, properties }, index) => {
      const { howpublished: _, month, ...fields } = properties;
      const item = items[index]?.item;
      const lines = Object.entries(fields).map(([name, value]) => `\t${name} = {${value}},\n`);
      const days = [
        ...(month === undefined ? [] : monthLine(item?.issued)),
        ...dayLine("date", item?.issued),
        ...dayLine("urldate", item?.accessed),
      ];
      // a report wants to know whose it is
      const entry = type === "techreport" && fields.institution === undefined ? "misc" : type;
      return `@${entry}{${label},\n${[...lines, ...days].join("")}}\n`;
    })
    .join("\n");
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The month as the string that every style defines: the library writes the day into it, which none can read. */
function monthLine(value: CslItem[string] | undefined): string[] {
  const month = months[(partsOf(value)[1] ?? 0) - 1];
  return month === undefined ? [] : [`\tmonth = ${month},\n`];
}

/** The whole date, ISO 8601, for biblatex and reference managers; a year alone has its field. */
function dayLine(name: string, value: CslItem[string] | undefined): string[] {
  const [year, ...rest] = partsOf(value);
  if (year === undefined || rest.length === 0) return [];
  const date = [String(year).padStart(4, "0"), ...rest.map((part) => String(part).padStart(2, "0"))].join("-");
  return [`\t${name} = {${date}},\n`];
}

function partsOf(value: CslItem[string] | undefined): readonly number[] {
  return typeof value === "object" && "date-parts" in value ? (value["date-parts"][0] ?? []) : [];
}

/** Types whose container the library writes; of others what they stand in is what publishes them. */
const contained = new Set(["article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference"]);

function texItem({ key, item, note }: CitationItem) {
  const { "container-title": container, ...rest } = item;
  const isMoved = container !== undefined && !contained.has(item.type);
  const stands = isMoved ? { publisher: container, ...rest } : item;
  const entries = Object.entries(stands).map(([name, value]) => [name, texValue(name, value)]);
  return { ...Object.fromEntries(entries), id: key, type: item.type, "citation-key": key, note: texText(note) };
}

function texValue(name: string, value: CslItem[string]): CslItem[string] {
  if (typeof value === "string") return verbatim.has(name) ? texAddress(value) : texText(value);
  return "date-parts" in value ? value : value.map(texName);
}

const verbatim = new Set(["URL", "DOI"]);

function texName(name: CslName): CslName {
  if ("literal" in name) return { literal: texText(name.literal) };
  return { family: texText(name.family), given: texText(name.given) };
}

const commands: ReadonlyMap<string, string> = new Map([
  ["\\", "\\textbackslash{}"],
  ["{", "\\textbraceleft{}"],
  ["}", "\\textbraceright{}"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
  ["<", "\\textless{}"],
  [">", "\\textgreater{}"],
]);

/** Braces have to be balanced even where a backslash is before them, so they are commands. */
function texText(text: string): string {
  return text.replace(/[\\{}~^<>&%$#_]/gu, (character) => commands.get(character) ?? `\\${character}`);
}

/** What is printed as it stands must have neither braces nor a backslash. */
function texAddress(address: string): string {
  return address.replace(/[\\{}\s<>"]/gu, (character) => encodeURIComponent(character));
}
