const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const run = 3;

/** The runs of three words of a text, to ask how much of another stands in it. Null where there is too little to go by. */
export function runsOfWords(text: string | null, atLeast: number): ReadonlySet<string> | null {
  if (text === null || text.length < atLeast) return null;
  const words = wordsOf(text);
  const runs = new Set<string>();
  for (let index = 0; index + run <= words.length; index += 1) runs.add(words.slice(index, index + run).join(" "));
  return runs.size === 0 ? null : runs;
}

/** The share of the text's runs of three words that are among `runs`, 0 to 1; -1 when there is nothing to compare. */
export function shareWithin(text: string, runs: ReadonlySet<string> | null): number {
  if (runs === null) return -1;
  const words = wordsOf(text.slice(0, 2000));
  const all = Math.max(0, words.length - run + 1);
  if (all === 0) return -1;
  let shared = 0;
  for (let index = 0; index < all; index += 1) {
    if (runs.has(words.slice(index, index + run).join(" "))) shared += 1;
  }
  return shared / all;
}
