import type { BigNumber } from "mathjs";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { functions, unreadable } from "#lib/formats/calculations/operations.ts";

/** A line whose names are `v0`, `v1` …, and what these stand for. */
type Placeholders = { readonly expression: string; readonly values: ReadonlyMap<string, BigNumber> };

const token = /(\d+(?:\.\d+)?|\.\d+)|([\p{L}_][\p{L}\p{M}\p{N}_]*)|([-+*/^(),\s%])/gu;
const percentage = /(\d+(?:\.\d+)?|\.\d+|v\d+)\s*%/g;

/**
 * Leaves of a line only figures, signs, functions that are allowed and placeholders, so that no word of it means anything
 * to a parser: `%` becomes a division by 100. Fails with a sentence.
 */
export function withPlaceholders(
  expression: string,
  values: ReadonlyMap<string, BigNumber>,
): Result<Placeholders, string> {
  const renamed = new Map<string, BigNumber>();
  let written = "";
  let end = 0;
  for (const found of expression.matchAll(token)) {
    if (found.index !== end) return err(unreadable);
    end = found.index + found[0].length;
    const name = found[2];
    if (name === undefined || (functions.has(name) && /^\s*\(/.test(expression.slice(end)))) {
      written += found[0];
      continue;
    }
    const value = values.get(name);
    if (value === undefined) return err(`“${name}” has no value in a line above.`);
    const placeholder = `v${renamed.size}`;
    renamed.set(placeholder, value);
    written += ` ${placeholder} `;
  }
  if (end !== expression.length || written.trim() === "") return err(unreadable);
  const divided = written.replace(percentage, "($1/100)");
  return divided.includes("%") ? err(unreadable) : ok({ expression: divided, values: renamed });
}
