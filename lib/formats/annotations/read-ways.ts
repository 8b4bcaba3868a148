import type { AnchorStep, AnchorWay, PositionSelector, QuoteSelector } from "#lib/domain/anchoring/anchor.ts";
import { fieldOf, isNode, listOf, type Node, typesOf } from "#lib/formats/annotations/json-ld-node.ts";
import { readSelector } from "#lib/formats/annotations/read-selector.ts";

/** How a passage can be found, what is broken, and the kinds of selector that are not for text. */
export type Ways = {
  readonly ways: readonly AnchorWay[];
  readonly problems: readonly string[];
  readonly others: readonly string[];
};

/** At most so many selectors of one target are read, and so deep. */
const mostSelectors = 32;
const deepest = 8;
const mostProblems = 8;

/**
 * Reads the selectors of a target: several are ways to the same passage, a quote and a position of them one way together;
 * `refinedBy` leads on inside the passage. Inside one that cannot be found here (an XPath, say) a quote is still looked
 * for, in the whole text, while a position counts from nowhere.
 */
export function readWays(value: unknown, depth = 0): Ways {
  if (depth > deepest) return { ways: [], problems: ["Its selectors are nested too deeply."], others: [] };
  const quotes: QuoteSelector[] = [];
  const positions: PositionSelector[] = [];
  const refined: AnchorWay[] = [];
  const problems: string[] = [];
  const others: string[] = [];
  for (const selector of alternatives(value)) {
    const inner = isNode(selector) ? fieldOf(selector, "refinedBy") : undefined;
    const read = isNode(selector) ? readSelector(selector) : notOne;
    if (read.kind === "broken") problems.push(read.problem);
    if (read.kind === "quote") problems.push(...read.problems);
    if (read.kind === "other") others.push(read.name);
    if (inner !== undefined) {
      const further = readWays(inner, depth + 1);
      problems.push(...further.problems);
      others.push(...further.others);
      const outer = read.kind === "quote" || read.kind === "position" ? stepOf(read) : null;
      refined.push(...further.ways.flatMap((way) => (outer === null ? unbound(way) : [chain(outer, way)])));
    } else if (read.kind === "quote") quotes.push(read.quote);
    else if (read.kind === "position") positions.push(read.position);
  }
  const plain = quotes.map((quote): AnchorWay => [{ quote, position: positions[0] ?? null }]);
  const bare = quotes.length > 0 ? [] : positions.map((position): AnchorWay => [{ quote: null, position }]);
  const ways = [...plain, ...bare, ...refined].slice(0, mostSelectors);
  return { ways, problems: problems.slice(0, mostProblems), others: others.slice(0, mostProblems) };
}

const notOne = { kind: "broken", problem: "A selector is not an object." } as const;

/** The selectors, those of an `oa:Choice` among them. */
function alternatives(value: unknown): readonly unknown[] {
  return listOf(value)
    .slice(0, mostSelectors)
    .flatMap((selector) => (isNode(selector) && isChoice(selector) ? listOf(fieldOf(selector, "items")) : [selector]))
    .slice(0, mostSelectors);
}

function isChoice(node: Node): boolean {
  return typesOf(node).includes("Choice");
}

type Usable = Extract<ReturnType<typeof readSelector>, { readonly kind: "quote" | "position" }>;

function stepOf(read: Usable): AnchorStep {
  return read.kind === "quote" ? { quote: read.quote, position: null } : { quote: null, position: read.position };
}

function chain(outer: AnchorStep, [first, ...rest]: AnchorWay): AnchorWay {
  return [outer, first, ...rest];
}

/** A way inside a passage that cannot be found: its quote is kept, a place counted from there is not. */
function unbound([first, ...rest]: AnchorWay): AnchorWay[] {
  return first.quote === null ? [] : [[{ quote: first.quote, position: null }, ...rest]];
}
