import Papa from "papaparse";

const delimiters = [",", ";", "\t", "|"] as const;
const looked = 100;
/** UTF-16 code units that are looked at. */
const sample = 256 * 1024;

/** Excel writes and reads a first line that names the delimiter. */
const declaration = /^sep=(.)\n/u;

/**
 * What separates the cells of a table whose first line names its columns, and where that line begins: the delimiter
 * that gives the most of the first lines as many cells as that one, and that one two or more. A comma if none does.
 */
export function ratingsDelimiter(text: string): { readonly delimiter: string; readonly start: number } {
  const declared = declaration.exec(text);
  if (declared?.[1] !== undefined) return { delimiter: declared[1], start: declared[0].length };
  const head = text.slice(0, sample);
  const scored = delimiters.map((delimiter) => ({ delimiter, score: likeTheFirst(head, delimiter) }));
  return { delimiter: scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter, start: 0 };
}

function likeTheFirst(head: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(head, { delimiter, newline: "\n", skipEmptyLines: true, preview: looked });
  const columns = data[0]?.length ?? 0;
  return columns < 2 ? 0 : data.filter((row) => row.length === columns).length / data.length;
}
