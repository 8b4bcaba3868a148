import type { ColumnRole } from "#lib/domain/annotation-sheet.ts";
import { isWebAddress } from "#lib/formats/annotations/web-addresses.ts";
import { columnHeadings } from "#lib/formats/sheets/column-headings.ts";

/** Roles that several columns may have. */
const shared: readonly ColumnRole[] = ["source", "address", "note", "out"];
const looked = 50;

/** Whether a first row names its columns: short words, none an address, of which one is known. */
export function namesColumns(rows: readonly (readonly string[])[]): boolean {
  const [first = []] = rows;
  const named = first.filter((cell) => cell !== "");
  return (
    named.some((cell) => roleNamed(cell) !== null) && named.every((cell) => cell.length <= 80 && !isWebAddress(cell))
  );
}

/**
 * What each column of a sheet holds, by its heading in some languages and, where that says nothing, by its first fifty
 * cells. As many roles as the widest row has cells; a quote, a statement, a claimant and a place are guessed once.
 */
export function guessColumns(rows: readonly (readonly string[])[]): ColumnRole[] {
  const isNamed = namesColumns(rows);
  const [first = []] = rows;
  const count = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const body = rows.slice(isNamed ? 1 : 0, looked);
  const roles: ColumnRole[] = [];
  for (let index = 0; index < count; index += 1) {
    const cells = body.map((row) => row[index] ?? "").filter((cell) => cell !== "");
    const named = isNamed ? roleNamed(first[index] ?? "") : null;
    const role = looksLikeAddresses(cells) ? "address" : (named ?? "out");
    roles.push(roles.includes(role) && !shared.includes(role) ? "note" : role);
  }
  if (roles.includes("quote") || roles.includes("statement")) return roles;
  const longest = longestColumn(body, roles);
  return roles.map((role, index) => (index === longest ? "quote" : role));
}

function roleNamed(heading: string): ColumnRole | null {
  const plain = ` ${heading
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, " ")
    .trim()} `;
  for (const [role, words] of columnHeadings) {
    if (words.some((word) => (isSpaced(word) ? plain.includes(` ${word} `) : plain.includes(word)))) return role;
  }
  return null;
}

/** Chinese and Japanese headings are not words between spaces. */
function isSpaced(word: string): boolean {
  return !/\p{Script=Han}/u.test(word);
}

function looksLikeAddresses(cells: readonly string[]): boolean {
  const addresses = cells.filter((cell) => cell.split(/\s+/u).every(isWebAddress));
  return cells.length > 0 && addresses.length * 2 > cells.length;
}

function longestColumn(body: readonly (readonly string[])[], roles: readonly ColumnRole[]): number {
  const lengths = roles.map((role, index) =>
    role === "out" ? body.reduce((sum, row) => sum + (row[index] ?? "").length, 0) : 0,
  );
  const most = Math.max(0, ...lengths);
  return most === 0 ? -1 : lengths.indexOf(most);
}
