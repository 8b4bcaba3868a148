/**
 * Where a spreadsheet program would begin a formula: at the start of a cell, and behind what another program may take
 * for the end of one (a semicolon where decimals have commas, a bar, a tab, a line break), also after white space and
 * quotation marks, and in full width (OWASP, CSV injection). A cell that begins with a tab or a line break counts too.
 */
const begins = /(?<=^|[\n\r\t;|])(?=(?:[^\S\n\r\t]|["'])*[=+\-@＝＋－＠])|^(?='*[\t\r\n])/gu;
const guarded = /(?<=^|[\n\r\t;|])'(?=(?:[^\S\n\r\t]|["'])*[=+\-@＝＋－＠])|^'(?='*[\t\r\n])/gu;

/** The cell with an apostrophe wherever a formula would begin. */
export function guardFormulas(cell: string): string {
  return cell.replace(begins, "'");
}

/** The cell that `guardFormulas` was given. In a table of somebody else an apostrophe before a sign is one of these too. */
export function unguardFormulas(cell: string): string {
  return cell.includes("'") ? cell.replace(guarded, "") : cell;
}
