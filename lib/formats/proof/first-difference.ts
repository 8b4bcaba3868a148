const before = 24;
const after = 48;

/** Says where a text begins to differ from what it should be, with the words on both sides. The two are not the same. */
export function firstDifference(text: string, meant: string): string {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) === meant.charCodeAt(at)) at++;
  const line = text.slice(0, at).split("\n").length;
  const from = wordStart(text, at);
  return `Line ${line.toLocaleString("en")} reads “${shown(text, from, at)}”, and this edition gives “${shown(meant, from, at)}”.`;
}

/** Where the word begins that this place is in, or a little before it in a long one. */
function wordStart(text: string, at: number): number {
  let from = at;
  while (from > Math.max(0, at - before) && !/[\s<>"]/.test(text.charAt(from - 1))) from--;
  return from;
}

/** A stretch in one line. What would not be seen, or would turn the words around, is written as its number. */
function shown(text: string, from: number, at: number): string {
  const words = text.slice(from, at + after).toWellFormed();
  const seen = words.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    return character === "\n" ? " " : `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
  return `${seen}${at + after < text.length ? "…" : ""}`;
}
