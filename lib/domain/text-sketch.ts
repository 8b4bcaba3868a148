/** A text in 128 numbers: the smallest hashes of its runs of five words, ascending. Fewer when the text is short. */
export type TextSketch = Uint32Array;

const size = 128;
const run = 5;
/** UTF-16 code units; what comes after them does not count. */
export const sketchedCharacters = 100_000;

/** A word; in scripts that part no words by spaces, a character. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}]+/gu;

/** Bottom-k sketch of the text's five-word shingles (Broder 1997), whatever their case and punctuation. */
export function sketchOf(text: string): TextSketch {
  const words = text.slice(0, sketchedCharacters).toLowerCase().match(word) ?? [];
  const hashes = words.map(hashOf);
  const shingles = new Set<number>();
  for (let index = 0; index + run <= hashes.length; index += 1) {
    let shingle = 0;
    for (let step = 0; step < run; step += 1) shingle = mixed(Math.imul(shingle, 31) + (hashes[index + step] ?? 0));
    shingles.add(shingle);
  }
  return Uint32Array.from(shingles).sort().slice(0, size);
}

/**
 * How much of both texts' shingles they share, 0 to 1 (an estimate of their Jaccard index, its standard error 0.045 at
 * most). A text of fewer than five words is like no other.
 */
export function likeness(one: TextSketch, other: TextSketch): number {
  const smallest = [...new Set([...one, ...other])].sort((a, b) => a - b).slice(0, size);
  if (smallest.length === 0) return 0;
  const [inOne, inOther] = [new Set(one), new Set(other)];
  return smallest.filter((hash) => inOne.has(hash) && inOther.has(hash)).length / smallest.length;
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. Unsigned. */
function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
