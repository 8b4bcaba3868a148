export type Score = { readonly precision: number; readonly recall: number; readonly f1: number };

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Overlap of the runs of four words, as bags; a text of fewer words is one run. */
export function shingleScore(found: string, wanted: string): Score {
  return overlap(shinglesOf(found), shinglesOf(wanted));
}

/** Overlap of the lower-case words, as bags. */
export function wordScore(found: string, wanted: string): Score {
  return overlap(wordsOf(found.toLowerCase()), wordsOf(wanted.toLowerCase()));
}

function shinglesOf(text: string): string[] {
  const words = wordsOf(text);
  if (words.length <= 4) return words.length === 0 ? [] : [words.join(" ")];
  return words.slice(3).map((_, index) => words.slice(index, index + 4).join(" "));
}

function overlap(found: readonly string[], wanted: readonly string[]): Score {
  const left = new Map<string, number>();
  for (const item of wanted) left.set(item, (left.get(item) ?? 0) + 1);
  let shared = 0;
  for (const item of found) {
    const count = left.get(item) ?? 0;
    if (count > 0) shared += 1;
    left.set(item, count - 1);
  }
  if (found.length === 0 && wanted.length === 0) return { precision: 1, recall: 1, f1: 1 };
  const precision = found.length === 0 ? 0 : shared / found.length;
  const recall = wanted.length === 0 ? 0 : shared / wanted.length;
  return { precision, recall, f1: shared === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
