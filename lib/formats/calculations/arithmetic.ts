import type { BigNumber, MathNode } from "mathjs";
import type { Result } from "#lib/domain/result.ts";
import { err } from "#lib/domain/result.ts";
import { bounded, functions, operators, unreadable } from "#lib/formats/calculations/operations.ts";
import { withPlaceholders } from "#lib/formats/calculations/placeholders.ts";

const precision = 64;
const deepest = 50;

export type Arithmetic = {
  /** The value of a line of arithmetic, or a sentence that says why it has none. */
  readonly compute: (expression: string, values: ReadonlyMap<string, BigNumber>) => Result<BigNumber, string>;
  /** At most 15 significant figures, without noughts at the end. */
  readonly shown: (value: BigNumber) => string;
  /** Whether a stated number is the value, rounded to the figures that it shows. */
  readonly isRounding: (value: BigNumber, stated: Stated) => boolean;
};

/** `roughly`: noughts at the end of a whole number are not figures that it shows. */
type Stated = { readonly digits: string; readonly decimals: number; readonly roughly: boolean };

type Mathjs = typeof import("mathjs");
type Walk = {
  readonly mathjs: Mathjs;
  readonly number: (text: string) => BigNumber;
  readonly values: ReadonlyMap<string, BigNumber>;
};

/** Arithmetic with 64 significant figures on mathjs, of which only the parser and the numbers are used. */
export async function loadArithmetic(): Promise<Arithmetic> {
  const mathjs = await import("mathjs");
  const { parseDependencies, bignumberDependencies } = mathjs;
  const math = mathjs.create({ ...parseDependencies, ...bignumberDependencies }, { number: "BigNumber", precision });
  const number = (text: string): BigNumber => math.bignumber(text);
  const tree = (expression: string): MathNode | null => {
    try {
      return math.parse(expression);
    } catch {
      // The parser throws on what is no arithmetic; its message speaks of characters and helps nobody.
      return null;
    }
  };
  return {
    compute: (expression, values) => {
      const read = withPlaceholders(expression, values);
      if (!read.ok) return read;
      const parsed = tree(read.value.expression);
      return parsed === null ? err(unreadable) : computed(parsed, { mathjs, number, values: read.value.values }, 0);
    },
    shown: (value) => value.toSignificantDigits(15).toFixed(),
    isRounding: (value, { digits, decimals, roughly }) => {
      const noughts = roughly && decimals === 0 ? (/[1-9](0*)$/.exec(digits)?.[1]?.length ?? 0) : 0;
      const half = number("10")
        .pow(noughts - decimals)
        .times(0.5);
      return value.minus(number(digits)).abs().lte(half);
    },
  };
}

/** Walks the parsed line itself: what is not on the list of nodes and signs has no value, and nothing is evaluated. */
function computed(node: MathNode, walk: Walk, depth: number): Result<BigNumber, string> {
  const { mathjs, number, values } = walk;
  if (depth > deepest) return err(unreadable);
  if (mathjs.isConstantNode(node)) return constant(String(node.value), number);
  if (mathjs.isParenthesisNode(node)) return computed(node.content, walk, depth + 1);
  if (mathjs.isSymbolNode(node)) {
    const value = values.get(node.name);
    return value === undefined ? err(unreadable) : bounded(value);
  }
  if (mathjs.isOperatorNode(node)) {
    const operate = node.implicit ? undefined : operators.get(node.fn);
    return operate === undefined ? err(unreadable) : applied(operate, node.args, { walk, depth });
  }
  if (mathjs.isFunctionNode(node) && mathjs.isSymbolNode(node.fn)) {
    const apply = functions.get(node.fn.name);
    return apply === undefined ? err(unreadable) : applied(apply, node.args, { walk, depth });
  }
  return err(unreadable);
}

function constant(text: string, number: Walk["number"]): Result<BigNumber, string> {
  return /^[\d.]+(?:e[+-]?\d+)?$/i.test(text) ? bounded(number(text)) : err(unreadable);
}

function applied(
  apply: (values: readonly BigNumber[]) => Result<BigNumber, string>,
  args: readonly MathNode[],
  { walk, depth }: { readonly walk: Walk; readonly depth: number },
): Result<BigNumber, string> {
  const values: BigNumber[] = [];
  for (const argument of args) {
    const value = computed(argument, walk, depth + 1);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return apply(values);
}
