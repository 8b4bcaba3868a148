import type { BigNumber } from "mathjs";
import type { CalculationStep } from "#lib/domain/evidence-views.ts";
import { type Arithmetic, loadArithmetic } from "#lib/formats/calculations/arithmetic.ts";
import { longestLine, plainArithmetic, readLine, readStated } from "#lib/formats/calculations/calculation-line.ts";

const mostLines = 100;
/** A root of 64 figures takes some milliseconds, and a page shows a hundred calculations. */
const mostPowers = 20;

export type Recompute = (calculation: string) => CalculationStep[];

/**
 * What recomputes calculations: one step a line, such as `1 913 406 / 212 = 9025.5` or `fare = 12.5 * 3`, names of
 * earlier lines allowed. A stated result is compared with the recomputed one under the rounding it shows. Nothing but
 * arithmetic is ever evaluated. The library behind it is loaded at the first call.
 */
export async function loadRecompute(): Promise<Recompute> {
  const arithmetic = await loadArithmetic();
  return (calculation) => steps(arithmetic, calculation);
}

function steps(arithmetic: Arithmetic, calculation: string): CalculationStep[] {
  const values = new Map<string, BigNumber>();
  const lines = calculation.split("\n").map((line) => line.trim());
  const written = lines.filter((line) => line !== "").slice(0, mostLines);
  let powers = 0;
  return written.map((line) => {
    powers += line.split("^").length - 1;
    const problem = "There are too many powers here to be recomputed. Part this calculation.";
    return powers > mostPowers ? { line, result: "", problem } : step(line, { arithmetic, values });
  });
}

type Sheet = { readonly arithmetic: Arithmetic; readonly values: Map<string, BigNumber> };

function step(line: string, { arithmetic, values }: Sheet): CalculationStep {
  const wrong = (problem: string, result = "") => ({ line, result, problem });
  if (line.length > longestLine) return wrong("This step is too long. Part it into several lines.");
  const parts = readLine(line, new Set(values.keys()));
  if (parts === null) return wrong("Write one result after the equals sign.");
  const computed = arithmetic.compute(plainArithmetic(parts.expression), values);
  if (!computed.ok) return wrong(computed.error);
  if (parts.name !== null) values.set(parts.name, computed.value);
  if (parts.stated === null) return { line, result: arithmetic.shown(computed.value), problem: null };
  const stated = readStated(parts.stated);
  if (stated === null) return wrong("Write one number after the equals sign.", arithmetic.shown(computed.value));
  const value = stated.isPercent ? computed.value.times(100) : computed.value;
  const result = `${arithmetic.shown(value)}${stated.isPercent ? "%" : ""}`;
  return arithmetic.isRounding(value, { ...stated, roughly: parts.roughly })
    ? { line, result, problem: null }
    : wrong(`This does not add up: it comes to ${result}.`, result);
}
