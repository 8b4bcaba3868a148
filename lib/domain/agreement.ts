import { type RatingTable, sizesOf, totalsOf, type Units, unitsOf } from "#lib/domain/rating-table.ts";

export const agreementMetrics = ["cohen", "fleiss", "krippendorff-nominal", "krippendorff-ordinal"] as const;
export type AgreementMetric = (typeof agreementMetrics)[number];

export const metricNames: Readonly<Record<AgreementMetric, string>> = {
  cohen: "Cohen's kappa",
  fleiss: "Fleiss' kappa",
  "krippendorff-nominal": "Krippendorff's alpha, nominal",
  "krippendorff-ordinal": "Krippendorff's alpha, ordinal",
};

/**
 * `items` are those of the table that were counted, `pairable` the ratings on them: each stands beside another of the
 * same item (Krippendorff's n..). `raters` are all of the table. `reason` is a sentence.
 */
export type Agreement = {
  readonly metric: AgreementMetric;
  readonly items: number;
  readonly pairable: number;
  readonly raters: number;
} & ({ readonly value: number } | { readonly value: null; readonly reason: string });

/**
 * How far raters agree beyond chance: 1 wholly, 0 as by chance, below 0 less than that; undefined where chance could not
 * disagree. All are 1 − observed / expected disagreement, and differ in what counts and what is expected:
 *
 * - Cohen 1960: exactly two raters, each with a distribution of their own; items that both rated count.
 * - Fleiss 1971: one distribution for all. It wants equally many ratings of every item, whoever gave them: where the
 *   rated items have that, they all count; where not, only those that every rater rated.
 * - Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability": items with two ratings or more count. The ordinal
 *   distance of two ratings is the number of pairable ratings from one to the other, those of the two counted half.
 *
 * Time and memory are linear in the cells; neither items nor raters nor the names of nominal ratings have an order.
 */
export function agreementOf(metric: AgreementMetric, table: RatingTable): Agreement {
  const { raters } = table;
  const sizes = sizesOf(table);
  const units = unitsOf(table, countedSizes(metric, sizes));
  const counts = { items: units.sizes.length, pairable: units.codes.length, raters };
  const reason = reasonAgainst({ metric, ...counts }, sizes);
  if (reason !== null) return { metric, value: null, ...counts, reason };
  const { observed, expected } = disagreement[metric](units, totalsOf(units.codes));
  if (expected === 0) return { metric, value: null, ...counts, reason: oneRating };
  return { metric, value: (expected - observed) / expected, ...counts };
}

/** `sizes` says how many items have so many ratings. */
function countedSizes(metric: AgreementMetric, sizes: Int32Array): { least: number; most: number } {
  const raters = sizes.length - 1;
  if (metric === "cohen") return { least: 2, most: 2 };
  if (metric !== "fleiss") return { least: 2, most: raters };
  const found = [...sizes.keys()].filter((size) => size > 0 && sizes[size] !== 0);
  const each = Math.max(2, found.length === 1 ? (found[0] ?? raters) : raters);
  return { least: each, most: each };
}

const oneRating =
  "All ratings that can be compared are the same. Chance could not disagree either, so they say nothing about agreement.";

function reasonAgainst({ metric, items, raters }: Omit<Agreement, "value">, sizes: Int32Array): string | null {
  if (raters < 2) return "There is only one rater. Agreement needs two.";
  if (metric === "cohen" && raters > 2) return "Cohen's kappa compares exactly two raters. Choose another measure.";
  if (items > 0) return null;
  if (sizes.subarray(2).every((number) => number === 0)) return "No item was rated by two raters.";
  return "Fleiss' kappa needs equally many ratings of every item. Here they differ, and no item was rated by everyone. Krippendorff's alpha allows for gaps.";
}

type Disagreement = { readonly observed: number; readonly expected: number };

const disagreement: Readonly<Record<AgreementMetric, (units: Units, totals: Float64Array) => Disagreement>> = {
  cohen: ({ sizes, codes }, totals) => {
    const items = sizes.length;
    const first = new Float64Array(totals.length);
    let differing = 0;
    for (let at = 0; at < codes.length; at += 2) {
      const code = codes[at] ?? 0;
      first[code] = (first[code] ?? 0) + 1;
      if (code !== codes[at + 1]) differing += 1;
    }
    const expected = first.reduce((sum, count, code) => sum + count * (items - ((totals[code] ?? 0) - count)), 0);
    return { observed: items * differing, expected };
  },
  fleiss: (units, totals) => nominal(units, totals, units.codes.length),
  "krippendorff-nominal": (units, totals) => nominal(units, totals, units.codes.length - 1),
  "krippendorff-ordinal": ordinal,
};

/** Chance draws the second rating of a pair from all of them (Fleiss), or from the others (Krippendorff). */
function nominal({ sizes, codes }: Units, totals: Float64Array, drawn: number): Disagreement {
  const seen = new Float64Array(totals.length);
  const observed = perSize(sizes, (start, end) => {
    let differing = 0;
    for (let at = start; at < end; at += 1) {
      const code = codes[at] ?? 0;
      const alike = seen[code] ?? 0;
      differing += at - start - alike;
      seen[code] = alike + 1;
    }
    for (let at = start; at < end; at += 1) seen[codes[at] ?? 0] = 0;
    return 2 * differing;
  });
  const expected = totals.reduce((sum, count) => sum + count * (codes.length - count), 0);
  return { observed: drawn * observed, expected };
}

/** The ordinal distance is that of midranks, here doubled and around 0, so that sums of squares do for sums of pairs. */
function ordinal({ sizes, codes }: Units, totals: Float64Array): Disagreement {
  const all = codes.length;
  let below = 0;
  const midranks = totals.map((count) => {
    const midrank = 2 * below + count - all;
    below += count;
    return midrank;
  });
  const observed = perSize(sizes, (start, end) => {
    const origin = midranks[codes[start] ?? 0] ?? 0;
    let [sum, squares] = [0, 0];
    for (let at = start; at < end; at += 1) {
      const distance = (midranks[codes[at] ?? 0] ?? 0) - origin;
      sum += distance;
      squares += distance * distance;
    }
    return (end - start) * squares - sum * sum;
  });
  const expected = totals.reduce((sum, count, code) => sum + count * (midranks[code] ?? 0) ** 2, 0);
  return { observed: (all - 1) * observed, expected: all * expected };
}

/** Adds up what `pairs` finds on each item, over one less than its ratings; whole numbers stay whole to the end. */
function perSize(sizes: Int32Array, pairs: (start: number, end: number) => number): number {
  const sums = new Map<number, number>();
  let start = 0;
  for (const size of sizes) {
    sums.set(size, (sums.get(size) ?? 0) + pairs(start, start + size));
    start += size;
  }
  return [...sums].sort(([one], [other]) => one - other).reduce((sum, [size, found]) => sum + found / (size - 1), 0);
}
