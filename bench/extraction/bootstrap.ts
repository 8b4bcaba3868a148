import { seeded } from "../placement/random.ts";

const rounds = 10_000;

/** The 95 % interval of the mean of paired differences, by bootstrap over the pages with a fixed seed. */
export function intervalOf(differences: readonly number[]): { readonly low: number; readonly high: number } {
  const random = seeded(19);
  const means = Array.from({ length: rounds }, () => {
    let sum = 0;
    for (let draw = 0; draw < differences.length; draw += 1) sum += random.pick(differences);
    return sum / differences.length;
  }).toSorted((a, b) => a - b);
  return {
    low: means[Math.floor(rounds * 0.025)] ?? Number.NaN,
    high: means[Math.floor(rounds * 0.975)] ?? Number.NaN,
  };
}
