import type { BigNumber } from "mathjs";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";

/** Powers of ten beyond which nothing is recomputed. */
const largest = 60;
const largestPower = 1000;

export const unreadable =
  "This cannot be recomputed. Use numbers, + − × ÷ ^, percent, parentheses, names of earlier lines, and decimals with a point.";
const outOfBounds = "These numbers are too large or too small to be recomputed.";

type Computed = Result<BigNumber, string>;
type Operation = (values: readonly BigNumber[]) => Computed;

/** A number within the bounds, or why it is none. */
export function bounded(value: BigNumber): Computed {
  if (value.isNaN()) return err("This has no value.");
  return value.isFinite() && (value.isZero() || Math.abs(value.e) <= largest) ? ok(value) : err(outOfBounds);
}

/** The signs of arithmetic by the parser's names for them. */
export const operators: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["add", two((a, b) => a.plus(b))],
  ["subtract", two((a, b) => a.minus(b))],
  ["multiply", two((a, b) => a.times(b))],
  ["divide", two((a, b) => (b.isZero() ? err("This divides by zero.") : a.div(b)))],
  ["pow", two((a, b) => (b.abs().gt(largestPower) ? err(outOfBounds) : a.pow(b)))],
  ["unaryMinus", one((a) => a.neg())],
  ["unaryPlus", one((a) => a)],
]);

export const functions: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["abs", one((a) => a.abs())],
  ["ceil", one((a) => a.ceil())],
  ["floor", one((a) => a.floor())],
  ["sqrt", one((a) => a.sqrt())],
  ["round", rounded],
  ["max", several((values) => values.reduce((a, b) => (b.gt(a) ? b : a)))],
  ["min", several((values) => values.reduce((a, b) => (b.lt(a) ? b : a)))],
  ["sum", several(total)],
  ["mean", several((values) => total(values).div(values.length))],
]);

function one(apply: (a: BigNumber) => BigNumber): Operation {
  return ([a, ...others]) => (a === undefined || others.length > 0 ? err(unreadable) : bounded(apply(a)));
}

function two(apply: (a: BigNumber, b: BigNumber) => BigNumber | Computed): Operation {
  return ([a, b, ...others]) => {
    if (a === undefined || b === undefined || others.length > 0) return err(unreadable);
    const value = apply(a, b);
    return "ok" in value ? value : bounded(value);
  };
}

function several(apply: (values: readonly BigNumber[]) => BigNumber): Operation {
  return (values) => (values.length === 0 ? err(unreadable) : bounded(apply(values)));
}

function total(values: readonly BigNumber[]): BigNumber {
  return values.reduce((a, b) => a.plus(b));
}

/** Half away from zero, to whole numbers or to so many decimals. */
function rounded([value, decimals, ...others]: readonly BigNumber[]): Computed {
  if (value === undefined || others.length > 0) return err(unreadable);
  const places = decimals?.toNumber() ?? 0;
  if (!Number.isInteger(places) || places < 0 || places > 30) return err("Round to 0 to 30 decimals.");
  return bounded(value.toDecimalPlaces(places, 4));
}
