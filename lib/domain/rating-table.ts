/**
 * Who rated what: `codes` has a place for every rater of every item, item after item. A code counts from 0, −1 is no
 * rating. Where ratings have an order, the greater code is the greater rating.
 */
export type RatingTable = { readonly raters: number; readonly codes: Int32Array };

type Rows<V> = Iterable<readonly (V | null)[]>;

/** One row for each item, one place for each rater, null where there is no rating. Equal strings are one rating. */
export function nominalTable(raters: number, rows: Rows<string>): RatingTable {
  return { raters, codes: coded(raters, rows).codes };
}

/** As `nominalTable`, of numbers that have an order and, so far as the measures care, no distances. */
export function ordinalTable(raters: number, rows: Rows<number>): RatingTable {
  const { codes, values } = coded(raters, rows);
  return { raters, codes: inOrder(codes, values) };
}

function coded<V>(raters: number, rows: Rows<V>): { codes: Int32Array; values: V[] } {
  const codeOf = new Map<V, number>();
  const codes: number[] = [];
  for (const row of rows) {
    for (let rater = 0; rater < raters; rater += 1) {
      const value = row[rater] ?? null;
      if (value !== null && !codeOf.has(value)) codeOf.set(value, codeOf.size);
      codes.push(value === null ? -1 : (codeOf.get(value) ?? -1));
    }
  }
  return { codes: Int32Array.from(codes), values: [...codeOf.keys()] };
}

/** The codes that ascend with what they stand for: `numbers` holds it, by code, without repetition. */
export function inOrder(codes: Int32Array, numbers: readonly number[]): Int32Array {
  const ranks = new Int32Array(numbers.length);
  const ascending = [...numbers.keys()].sort((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0));
  for (const [rank, code] of ascending.entries()) ranks[code] = rank;
  return codes.map((code) => ranks[code] ?? -1);
}

/** The ratings that are there, item after item: item i has `sizes[i]` of them. */
export type Units = { readonly sizes: Int32Array; readonly codes: Int32Array };

/** How many items have no rating, one, two, and so on up to all raters. */
export function sizesOf({ raters, codes }: RatingTable): Int32Array {
  const numbers = new Int32Array(raters + 1);
  for (let start = 0; start < codes.length; start += raters) {
    const size = sizeAt(codes, start, start + raters);
    numbers[size] = (numbers[size] ?? 0) + 1;
  }
  return numbers;
}

/** The items with at least `least` and at most `most` ratings. */
export function unitsOf({ raters, codes }: RatingTable, { least, most }: { least: number; most: number }): Units {
  const units = { sizes: new Int32Array(codes.length / raters), codes: new Int32Array(codes.length) };
  let [items, filled] = [0, 0];
  for (let start = 0; start < codes.length; start += raters) {
    const size = sizeAt(codes, start, start + raters);
    if (size < least || size > most) continue;
    units.sizes[items] = size;
    items += 1;
    for (let at = start; at < start + raters; at += 1) {
      const code = codes[at] ?? -1;
      if (code < 0) continue;
      units.codes[filled] = code;
      filled += 1;
    }
  }
  return { sizes: units.sizes.subarray(0, items), codes: units.codes.subarray(0, filled) };
}

function sizeAt(codes: Int32Array, start: number, end: number): number {
  let size = 0;
  for (let at = start; at < end; at += 1) if ((codes[at] ?? -1) >= 0) size += 1;
  return size;
}

/** How often each code occurs. */
export function totalsOf(codes: Int32Array): Float64Array {
  const totals = new Float64Array(codes.reduce((greatest, code) => Math.max(greatest, code), -1) + 1);
  for (const code of codes) totals[code] = (totals[code] ?? 0) + 1;
  return totals;
}
