/** The longest line that is recomputed, UTF-16 code units. */
export const longestLine = 300;

/** A line taken apart: `name = expression = stated`, each but the expression left out or not. */
type CalculationLine = {
  readonly name: string | null;
  readonly expression: string;
  readonly stated: string | null;
  /** Said with ≈: the result is rounded to its last figure that is not a nought. */
  readonly roughly: boolean;
};

const name = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;
const grouped = /(?<![\p{N}.,])\d{1,3}(?:([ \u00A0\u2009\u202F,'’])\d{3})(?:\1\d{3})*(?![\p{N},])/gu;

/**
 * Takes a line apart; null when it has more signs of equality than a step can have. A name alone before the first sign
 * names the result, unless it has a value already (`known`).
 */
export function readLine(line: string, known: ReadonlySet<string>): CalculationLine | null {
  const signs = [...line.matchAll(/[=≈]/g)].map((sign) => sign[0]);
  const parts = line.split(/[=≈]/).map((part) => part.trim());
  const [first = "", ...rest] = parts;
  if (rest.length > 0 && name.test(first) && !known.has(first)) {
    const [expression = "", stated = null] = rest;
    return rest.length > 2 ? null : { name: first, expression, stated, roughly: signs[1] === "≈" };
  }
  const [stated = null] = rest;
  return rest.length > 1 ? null : { name: null, expression: first, stated, roughly: signs[0] === "≈" };
}

/** Numbers without the marks that part their thousands, and the signs of arithmetic as a computer writes them. */
export function plainArithmetic(written: string): string {
  return written
    .replace(grouped, (number) => number.replace(/[^\d]/g, ""))
    .replace(/[×·⋅]/g, "*")
    .replace(/[÷∶]/g, "/")
    .replace(/[−–]/g, "-")
    .replace(/[€$£¥]/g, " ");
}

/** A stated result: its figures, how many stand after the point, and whether it is a percentage. */
type StatedNumber = { readonly digits: string; readonly decimals: number; readonly isPercent: boolean };

/** Reads one plain number, with a sign or a percent sign; null when it is anything else. */
export function readStated(stated: string): StatedNumber | null {
  const parts = /^([+-]?)\s*(\d{1,60})(?:\.(\d{1,40}))?\s*(%?)$/.exec(plainArithmetic(stated).trim());
  if (parts === null) return null;
  const [, sign = "", whole = "", fraction = "", percent = ""] = parts;
  return {
    digits: `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`,
    decimals: fraction.length,
    isPercent: percent === "%",
  };
}
