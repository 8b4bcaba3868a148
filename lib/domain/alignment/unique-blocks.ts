import type { Pairing, Range } from "#lib/domain/alignment/pairing.ts";

/** Equal runs: `length` tokens from `i` of the older and `j` of the newer text. */
export type Block = { i: number; j: number; length: number };

const none = -1;
const twice = -2;
const prime = 0x9e3779b1;
let slots = new Int32Array(1 << 10);
let found = new Int32Array(1 << 10);

/**
 * The runs of `gram` tokens that stand once in each side of a range, joined where they overlap and grown to both sides
 * as far as the tokens agree (at most `reach` each way). In the order of the older text. Linear in the range but for
 * the growth (Patience diff, B. Cohen, with n-grams for lines).
 */
export function uniqueBlocks({ a, b }: Pairing, range: Range, gram: number): Block[] {
  const { a0, a1, b0, b1 } = range;
  const last = a1 - gram;
  if (last < a0 || b1 - gram < b0) return [];
  const size = sizeFor((last - a0 + 1) * 2);
  const mask = size - 1;
  if (slots.length < size) slots = new Int32Array(size);
  if (found.length < last - a0 + 1) found = new Int32Array(size);
  slots.fill(none, 0, size);
  found.fill(none, 0, last - a0 + 1);

  for (let i = a0; i <= last; i += 1) {
    let slot = hashAt(a, i, gram) & mask;
    for (;;) {
      const other = slots[slot] ?? none;
      if (other === none) {
        slots[slot] = i;
        break;
      }
      if (isSame(a, other, a, i, gram)) {
        found[other - a0] = twice;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  for (let j = b0; j <= b1 - gram; j += 1) {
    let slot = hashAt(b, j, gram) & mask;
    for (;;) {
      const i = slots[slot] ?? none;
      if (i === none) break;
      if (isSame(a, i, b, j, gram)) {
        const before = found[i - a0] ?? twice;
        found[i - a0] = before === none ? j : twice;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return grow(a, b, range, gram);
}

const reach = 4096;

function grow(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Range, gram: number): Block[] {
  const blocks: Block[] = [];
  let before: Block | null = null;
  for (let at = a0; at <= a1 - gram; at += 1) {
    const there = found[at - a0] ?? none;
    if (there < 0) continue;
    if (before !== null && there - before.j === at - before.i && at + gram <= before.i + before.length) continue;
    let i = at;
    let j = there;
    const floor = Math.max(a0, at - reach);
    while (i > floor && j > b0 && a[i - 1] === b[j - 1]) {
      i -= 1;
      j -= 1;
    }
    let end = at + gram;
    const ceiling = Math.min(a1, end + reach, at + b1 - there);
    while (end < ceiling && a[end] === b[end - i + j]) end += 1;
    before = { i, j, length: end - i };
    blocks.push(before);
  }
  return blocks;
}

function hashAt(ids: Int32Array, at: number, gram: number): number {
  let hash = 0;
  for (let k = 0; k < gram; k += 1) hash = Math.imul(hash ^ (ids[at + k] ?? 0), prime) ^ (hash >>> 13);
  return hash ^ (hash >>> 16);
}

function isSame(x: Int32Array, i: number, y: Int32Array, j: number, gram: number): boolean {
  for (let k = 0; k < gram; k += 1) if (x[i + k] !== y[j + k]) return false;
  return true;
}

function sizeFor(entries: number): number {
  let size = 16;
  while (size < entries) size *= 2;
  return size;
}
