import type { RatingToken } from "#lib/domain/rating.ts";
import type { Report, ReportVerdict } from "#lib/domain/report.ts";

/** Which way the numbers of a scale run. `unclear` where its own ratings contradict each other. */
export type Direction = "rising" | "falling" | "unclear";

/** `rising` is what every scale of Stet is: the higher, the truer. */
export type Directions = (verdict: ReportVerdict) => Direction;

const truth: Readonly<Record<Exclude<RatingToken, "off">, number>> = {
  true: 4,
  mostly: 3,
  half: 2,
  barely: 1,
  false: 0,
};

type Point = { readonly truth: number; readonly value: number };

/**
 * Which way the numbers run, told from the verdicts of a report that were given on the same range: a rating coloured as
 * truer with the lower number, or a true one at the very bottom, shows that they fall.
 */
export function scaleDirections(report: Report): Directions {
  const points = new Map<string, Map<string, Point>>();
  for (const { verdict } of report.claims) {
    if (verdict === null || verdict.token === "off" || verdict.value === null || verdict.range === null) continue;
    const scale = points.get(keyOf(verdict)) ?? new Map<string, Point>();
    points.set(
      keyOf(verdict),
      scale.set(`${verdict.token} ${verdict.value}`, { truth: truth[verdict.token], value: verdict.value }),
    );
  }
  const known = new Map<string, Direction>();
  return (verdict) => {
    const key = keyOf(verdict);
    const direction = known.get(key) ?? directionOf(verdict.range, [...(points.get(key)?.values() ?? [])]);
    known.set(key, direction);
    return direction;
  };
}

function keyOf({ range }: ReportVerdict): string {
  return range === null ? "" : `${range.lowest} ${range.highest}`;
}

function directionOf(range: ReportVerdict["range"], given: readonly Point[]): Direction {
  if (range === null) return "rising";
  const ends = [
    { truth: 4, value: range.highest },
    { truth: 0, value: range.lowest },
  ];
  const turned = [
    { truth: 4, value: range.lowest },
    { truth: 0, value: range.highest },
  ];
  const has = (ways: readonly Point[]) =>
    given.some((one) => ways.some((way) => way.truth === one.truth && way.value === one.value));
  const signs = given.flatMap((one) => given.map((other) => (one.truth - other.truth) * (one.value - other.value)));
  const rises = has(ends) || signs.some((sign) => sign > 0);
  const falls = has(turned) || signs.some((sign) => sign < 0);
  if (rises && falls) return "unclear";
  return falls ? "falling" : "rising";
}
