import type { PositionSelector, QuoteSelector } from "#lib/domain/anchoring/anchor.ts";
import { fieldOf, literalOf, type Node, typesOf } from "#lib/formats/annotations/json-ld-node.ts";

export type ReadSelector =
  | { readonly kind: "quote"; readonly quote: QuoteSelector; readonly problems: readonly string[] }
  | { readonly kind: "position"; readonly position: PositionSelector }
  | { readonly kind: "broken"; readonly problem: string }
  | { readonly kind: "other"; readonly name: string };

/** The longest quote and the longest context that are read, UTF-16 code units. */
const longestQuote = 100_000;

/**
 * Reads one selector. A text quote needs words, a text position two whole numbers from 0 in order; what falls short of
 * that is broken, and selectors that are not for text are named. Without a type it is known by its fields.
 */
export function readSelector(node: Node): ReadSelector {
  const types = typesOf(node);
  if (types.includes("TextQuoteSelector") || (types.length === 0 && hasQuote(node))) return readQuote(node);
  if (types.includes("TextPositionSelector") || (types.length === 0 && hasPosition(node))) return readPosition(node);
  return { kind: "other", name: types[0]?.replace(/[^\p{L}\p{N}]+/gu, "").slice(0, 60) || "a selector without a type" };
}

export function hasQuote(node: Node): boolean {
  return fieldOf(node, "exact") !== undefined;
}

export function hasPosition(node: Node): boolean {
  return fieldOf(node, "start") !== undefined || fieldOf(node, "end") !== undefined;
}

function readQuote(node: Node): ReadSelector {
  const exact = literalOf(fieldOf(node, "exact"));
  if (typeof exact !== "string") return broken("The quote's “exact” is not a text.");
  if (exact.trim() === "") return broken("The quote has no words.");
  if (exact.length > longestQuote) return broken("The quote is longer than 100,000 characters.");
  const prefix = readContext(node, "prefix");
  const suffix = readContext(node, "suffix");
  const problems = [prefix.problem, suffix.problem].filter((problem) => problem !== null);
  return { kind: "quote", quote: { exact, prefix: prefix.words, suffix: suffix.words }, problems };
}

function readContext(
  node: Node,
  name: "prefix" | "suffix",
): { readonly words: string; readonly problem: string | null } {
  const field = fieldOf(node, name);
  const value = field === undefined ? "" : literalOf(field);
  if (typeof value !== "string") return { words: "", problem: `The quote's “${name}” is not a text and was left out.` };
  if (value.length <= longestQuote) return { words: value, problem: null };
  return { words: name === "prefix" ? value.slice(-longestQuote) : value.slice(0, longestQuote), problem: null };
}

function readPosition(node: Node): ReadSelector {
  const start = literalOf(fieldOf(node, "start"));
  const end = literalOf(fieldOf(node, "end"));
  if (!isOffset(start) || !isOffset(end)) {
    return broken("The position's “start” and “end” are not both whole numbers from 0.");
  }
  return start > end ? broken("The position ends before it starts.") : { kind: "position", position: { start, end } };
}

function isOffset(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function broken(problem: string): ReadSelector {
  return { kind: "broken", problem };
}
