import type { Forest, Tree } from "#lib/formats/import/main/forest.ts";
import { seeded } from "../placement/random.ts";

/** Rows of signs with what is wanted of each (0 to 1) and how much it counts. */
export type Lesson = {
  readonly rows: readonly Float32Array[];
  readonly wanted: Float64Array;
  readonly weight: Float64Array;
};

type Growth = {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly share: number;
  readonly least: number;
  readonly ridge: number;
  readonly bins: number;
  readonly seed: number;
};

/** Gradient-boosted trees for the logistic loss (Friedman 2001, with Newton steps), over binned signs. */
export function growForest(lesson: Lesson, growth: Growth): Forest {
  const { rows, wanted, weight } = lesson;
  const count = rows.length;
  const width = rows[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, sign) => edgesOf(rows, sign, growth.bins));
  const binned = edges.map((limits, sign) => Uint8Array.from(rows, (row) => binOf(row[sign] ?? 0, limits)));
  const random = seeded(growth.seed);
  let all = 0;
  let good = 0;
  for (let i = 0; i < count; i += 1) {
    all += weight[i] ?? 0;
    good += (weight[i] ?? 0) * (wanted[i] ?? 0);
  }
  const start = Math.log(good / (all - good));
  const scores = new Float64Array(count).fill(start);
  const slopes = new Float64Array(count);
  const bends = new Float64Array(count);
  const trees: Tree[] = [];
  for (let number = 0; number < growth.trees; number += 1) {
    for (let i = 0; i < count; i += 1) {
      const chance = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
      slopes[i] = (weight[i] ?? 0) * ((wanted[i] ?? 0) - chance);
      bends[i] = (weight[i] ?? 0) * Math.max(1e-6, chance * (1 - chance));
    }
    const chosen = edges.flatMap((_, sign) => (random.chance(growth.share) ? [sign] : []));
    trees.push(growTree({ binned, edges, slopes, bends, chosen, scores }, growth));
  }
  return { start, trees };
}

type Soil = {
  readonly binned: readonly Uint8Array[];
  readonly edges: readonly Float32Array[];
  readonly slopes: Float64Array;
  readonly bends: Float64Array;
  readonly chosen: readonly number[];
  readonly scores: Float64Array;
};

function growTree({ binned, edges, slopes, bends, chosen, scores }: Soil, growth: Growth): Tree {
  const inner = 2 ** growth.depth - 1;
  const signs = new Int16Array(inner).fill(-1);
  const limits = new Float32Array(inner).fill(Number.POSITIVE_INFINITY);
  const cuts = new Int16Array(inner).fill(255);
  const at = new Int32Array(slopes.length);
  for (let level = 0; level < growth.depth; level += 1) {
    const first = 2 ** level - 1;
    const nodes = 2 ** level;
    const gains = new Float64Array(nodes);
    for (const sign of chosen) {
      const bins = binned[sign] ?? new Uint8Array();
      const slope = new Float64Array(nodes * growth.bins);
      const bend = new Float64Array(nodes * growth.bins);
      for (let i = 0; i < bins.length; i += 1) {
        const cell = ((at[i] ?? 0) - first) * growth.bins + (bins[i] ?? 0);
        slope[cell] = (slope[cell] ?? 0) + (slopes[i] ?? 0);
        bend[cell] = (bend[cell] ?? 0) + (bends[i] ?? 0);
      }
      for (let node = 0; node < nodes; node += 1) {
        let allSlope = 0;
        let allBend = 0;
        for (let bin = 0; bin < growth.bins; bin += 1) {
          allSlope += slope[node * growth.bins + bin] ?? 0;
          allBend += bend[node * growth.bins + bin] ?? 0;
        }
        const whole = allSlope ** 2 / (allBend + growth.ridge);
        let leftSlope = 0;
        let leftBend = 0;
        for (let bin = 0; bin + 1 < growth.bins; bin += 1) {
          leftSlope += slope[node * growth.bins + bin] ?? 0;
          leftBend += bend[node * growth.bins + bin] ?? 0;
          if (leftBend < growth.least || allBend - leftBend < growth.least) continue;
          const rightSlope = allSlope - leftSlope;
          const gain =
            leftSlope ** 2 / (leftBend + growth.ridge) + rightSlope ** 2 / (allBend - leftBend + growth.ridge) - whole;
          if (gain <= (gains[node] ?? 0) + 1e-9) continue;
          gains[node] = gain;
          signs[first + node] = sign;
          cuts[first + node] = bin;
          limits[first + node] = edges[sign]?.[bin] ?? Number.POSITIVE_INFINITY;
        }
      }
    }
    for (let i = 0; i < at.length; i += 1) {
      const node = at[i] ?? 0;
      const sign = signs[node] ?? -1;
      const right = sign >= 0 && (binned[sign]?.[i] ?? 0) > (cuts[node] ?? 255);
      at[i] = node * 2 + (right ? 2 : 1);
    }
  }
  const slope = new Float64Array(inner + 1);
  const bend = new Float64Array(inner + 1);
  for (let i = 0; i < at.length; i += 1) {
    const leaf = (at[i] ?? 0) - inner;
    slope[leaf] = (slope[leaf] ?? 0) + (slopes[i] ?? 0);
    bend[leaf] = (bend[leaf] ?? 0) + (bends[i] ?? 0);
  }
  const leaves = Float32Array.from(slope, (sum, leaf) => (growth.rate * sum) / ((bend[leaf] ?? 0) + growth.ridge));
  for (let i = 0; i < at.length; i += 1) scores[i] = (scores[i] ?? 0) + (leaves[(at[i] ?? 0) - inner] ?? 0);
  return { signs, limits, leaves };
}

/** Upper limits of bins that hold about as many rows each, from a sample of the rows. */
function edgesOf(rows: readonly Float32Array[], sign: number, bins: number): Float32Array {
  const step = Math.max(1, Math.floor(rows.length / 20_000));
  const values = rows
    .filter((_, index) => index % step === 0)
    .map((row) => row[sign] ?? 0)
    .toSorted((a, b) => a - b);
  const distinct = [...new Set(values)];
  if (distinct.length <= bins)
    return Float32Array.from(distinct.slice(0, -1), (value, i) => (value + (distinct[i + 1] ?? value)) / 2);
  const cuts = Array.from(
    { length: bins - 1 },
    (_, cut) => values[Math.floor(((cut + 1) * values.length) / bins)] ?? 0,
  );
  return Float32Array.from(new Set(cuts));
}

function binOf(value: number, limits: Float32Array): number {
  let low = 0;
  let high = limits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (limits[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
