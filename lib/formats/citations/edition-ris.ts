import { plugins } from "@citation-js/core";
import "@citation-js/plugin-ris";
import type { CslName } from "#lib/domain/csl.ts";
import type { CslItem } from "#lib/domain/csl-item.ts";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { citationItems } from "#lib/formats/citations/citation-items.ts";

type Fields = Readonly<Record<string, unknown>>;

declare module "@citation-js/core" {
  namespace plugins.output {
    interface Formats {
      ris: (options: { readonly format: "object"; readonly spec: "mixed" }) => readonly Fields[];
    }
  }
}

/**
 * The sources as RIS (Research Information Systems), the edition itself first. The library says which field a value
 * belongs in; lines are written here, since its own are broken after 70 characters, addresses too.
 */
export function editionToRis(signed: SignedEdition): string {
  const items = citationItems(signed).map(({ key, item, note }): CslItem => ({ ...item, id: key, note }));
  const records = plugins.output.format("ris", items, { format: "object", spec: "mixed" });
  return items
    .map((item, index) => recordText({ ...records[index], ...kept(item, records[index] ?? {}) }))
    .join("\r\n");
}

/**
 * Author, days, number and container in the fields that most types have: the library leaves some out, by type, and has
 * the day of reading in fields of other names.
 */
function kept(item: CslItem, given: Fields): Fields {
  const { author, ISBN: isbn, "container-title": container } = item;
  const names = typeof author !== "object" || "date-parts" in author ? [] : author.map(nameText);
  const [issued, read] = [dayText(item.issued), dayText(item.accessed)];
  const has = (value: unknown) => Object.values(given).includes(value);
  const elsewhere = Object.keys(given).filter((tag) => read !== "" && tag !== "Y1" && given[tag] === read);
  return {
    ...Object.fromEntries(elsewhere.map((tag) => [tag, undefined])),
    ...(names.length === 0 ? {} : { AU: names }),
    ...(issued === "" ? {} : { DA: issued }),
    ...(read === "" ? {} : { Y2: read }),
    ...(isbn === undefined || has(isbn) ? {} : { SN: [given.SN, isbn].flat() }),
    ...(container === undefined || has(container) ? {} : { T2: container }),
  };
}

/** A day, or a month or year alone, as the library writes them: "2026/5/6/"; "" of none. */
function dayText(value: CslItem[string] | undefined): string {
  const parts = typeof value === "object" && "date-parts" in value ? (value["date-parts"][0] ?? []) : [];
  return parts.length === 0 ? "" : `${[0, 1, 2].map((place) => parts[place] ?? "").join("/")}/`;
}

function nameText(name: CslName): string {
  return "literal" in name ? name.literal : `${name.family}, ${name.given}`;
}

function recordText({ TY, ...fields }: Fields): string {
  const lines = Object.entries(fields).flatMap(([tag, value]) => {
    return valuesOf(value).map((one) => `${tag}  - ${dates.has(tag) ? twoDigits(one) : one}`);
  });
  return [`TY  - ${String(TY)}`, ...lines, "ER  - ", ""].join("\r\n");
}

function valuesOf(value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((one) => one !== undefined && one !== null && one !== "").map(String);
}

const dates = new Set(["DA", "Y1", "Y2"]);

/** The format wants 2026/05/06, the library writes 2026/5/6. */
function twoDigits(date: string): string {
  return date.replace(/\/(\d)(?=\/)/gu, "/0$1");
}
