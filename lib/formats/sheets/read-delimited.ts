import { detect } from "chardet";
import Papa from "papaparse";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { looksLikeBinary } from "#lib/formats/import/binary-signature.ts";
import { hasControls } from "#lib/formats/import/decode-bytes.ts";
import { type ReadSheet, type SheetProblem, sheetLimits } from "#lib/formats/sheets/sheet-problem.ts";
import { unguardFormulas } from "#lib/formats/tables/formula-guard.ts";

/** What the bytes of a guess are worth: chardet reads this many. */
const sample = 64 * 1024;

/**
 * The rows of a text whose cells are separated by commas, semicolons, tabs or bars, whichever fits its rows best.
 * Apostrophes that keep a cell from being a formula are taken off.
 */
export function readDelimited(bytes: Uint8Array, name: string): Result<ReadSheet[], SheetProblem> {
  if (looksLikeBinary(bytes) !== null) return err("not-a-sheet");
  const text = decoded(bytes);
  if (text === null || hasControls(text)) return err("not-a-sheet");
  const declared = declaration.exec(text)?.[1];
  const cells = text.replace(declaration, "");
  const delimiter = declared ?? fittingDelimiter(cells);
  const parsed = Papa.parse<string[]>(cells, { delimiter, skipEmptyLines: false, preview: sheetLimits.rows + 2 });
  const rows = parsed.data.map((row) => row.slice(0, sheetLimits.columns + 1).map(unguardFormulas));
  return ok([{ name, rows }]);
}

/** Excel writes and reads a first line that names the delimiter. */
const declaration = /^sep=(.)\r?\n/u;

const delimiters = [",", ";", "\t", "|"] as const;
const looked = 100;

/** The delimiter that cuts the most of the first rows into equally many cells, and into many. */
function fittingDelimiter(text: string): string {
  const scored = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true, preview: looked });
    const lengths = Map.groupBy(data, (row) => row.length);
    const likeEachOther = [...lengths].map(([length, rows]) => (rows.length / data.length) * (1 - 1 / length));
    return { delimiter, score: Math.max(0, ...likeEachOther) };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** By its byte order mark, else UTF-8 where it is that, else what its letters look like, else windows-1252. */
function decoded(bytes: Uint8Array): string | null {
  const marked = markedEncoding(bytes);
  if (marked !== null) return decodeAs(bytes, marked);
  const text = decodeAs(bytes, "utf-8");
  if (text !== null) return text;
  const guessed = detect(bytes.subarray(0, sample));
  return (guessed === null ? null : decodeAs(bytes, guessed)) ?? decodeAs(bytes, "windows-1252");
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // TypeError: malformed for this encoding. RangeError: an encoding without a decoder.
  }
}
