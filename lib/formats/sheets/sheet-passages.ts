import { type NamedSource, noDetails } from "#lib/domain/annotation.ts";
import type { ColumnRole } from "#lib/domain/annotation-sheet.ts";
import { cutTo, longestStatement } from "#lib/formats/annotations/annotation-statement.ts";
import type { StagedPassage } from "#lib/formats/annotations/place-passages.ts";
import { isWebAddress, webAddressesIn } from "#lib/formats/annotations/web-addresses.ts";

type Mapped = { readonly roles: readonly ColumnRole[]; readonly isNamed: boolean };

const mostSources = 20;
const longestTitle = 500;
const longestFact = 300;
const longestNote = 20_000;
/** A quote longer than this is looked for by its beginning. */
const longestQuote = 10_000;

/**
 * The passages that the rows of a sheet are about, in their order, without rows that have neither quote nor statement.
 * A row is named by its number in the sheet, from 1, the row of the headings among them. Where there is no quote the
 * statement is looked for. Each line of a source's cell is a source.
 */
export function sheetPassages(rows: readonly (readonly string[])[], { roles, isNamed }: Mapped): StagedPassage[] {
  const headings = isNamed ? (rows[0] ?? []) : [];
  return rows.flatMap((row, index): StagedPassage[] => {
    if (isNamed && index === 0) return [];
    const cellsOf = (role: ColumnRole) =>
      roles.flatMap((one, column) =>
        one === role && (row[column] ?? "") !== "" ? [{ column, text: row[column] ?? "" }] : [],
      );
    const textOf = (role: ColumnRole) =>
      cellsOf(role)
        .map(({ text }) => text)
        .join("\n\n");
    const [quote, statement] = [unquoted(textOf("quote")), textOf("statement")];
    if (quote === "" && statement === "") return [];
    const named = (role: ColumnRole, name: string) =>
      cellsOf(role).map(({ column, text }) => `${headings[column] || name}: ${text}`);
    const [claimant, place] = [textOf("claimant"), textOf("place")];
    const notes = [
      ...(roles.filter((role) => role === "note").length > 1 ? named("note", "Note") : [textOf("note")]),
      ...named("verdict", "Verdict"),
      ...named("checkedBy", "Checked by"),
      ...tooLong("Statement", statement, longestStatement),
      ...tooLong("Claimant", claimant, longestFact),
      ...tooLong("Place", place, longestFact),
    ];
    return [
      {
        ...noDetails,
        label: `Row ${index + 1}`,
        exact: (quote === "" ? unquoted(statement) : quote).slice(0, longestQuote).replace(/[\uD800-\uDBFF]$/, ""),
        prefix: "",
        suffix: "",
        span: null,
        statement: cutTo(longestStatement, statement),
        claimant: cutTo(longestFact, claimant),
        saidIn: cutTo(longestFact, place),
        sources: sourcesOf(linesOf(textOf("source")), linesOf(textOf("address"))),
        note: cutTo(longestNote, notes.filter((note) => note !== "").join("\n")),
      },
    ];
  });
}

function tooLong(name: string, text: string, most: number): readonly string[] {
  return text.length > most ? [`${name}: ${text}`] : [];
}

/** Without the quotation marks around the whole; inner ones stay. */
function unquoted(text: string): string {
  const inner = /^["“”„«»‘’‚](.+)["“”«»‘’]$/su.exec(text.trim())?.[1];
  return inner === undefined || /["“”„«»]/u.test(inner) ? text.trim() : inner.trim();
}

/** The lines that say something: what stands for nothing, such as a dash, has neither letter nor digit. */
function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
}

/** As many titles as addresses belong together line by line; else each is a source of its own. */
function sourcesOf(titles: readonly string[], lines: readonly string[]): readonly NamedSource[] {
  const addresses = lines.flatMap((line) => line.split(/\s+/u)).filter(isWebAddress);
  const isAligned = addresses.length === lines.length && titles.length === addresses.length;
  const named = titles.flatMap((title, index): NamedSource[] => {
    const own = webAddressesIn(title);
    const address = own[0] ?? (isAligned ? (addresses[index] ?? "") : "");
    const others = own.slice(1).map((one) => ({ title: "", address: one }));
    return [{ title: title === address ? "" : cutTo(longestTitle, title), address }, ...others];
  });
  const taken = new Set(named.map(({ address }) => address));
  const bare = addresses.filter((address) => !taken.has(address)).map((address) => ({ title: "", address }));
  const words = lines.filter((line) => !line.split(/\s+/u).some(isWebAddress));
  const plain = words.map((line) => ({ title: cutTo(longestTitle, line), address: webAddressesIn(line)[0] ?? "" }));
  const all = new Map([...named, ...bare, ...plain].map((source) => [`${source.title}\n${source.address}`, source]));
  return [...all.values()].slice(0, mostSources);
}
