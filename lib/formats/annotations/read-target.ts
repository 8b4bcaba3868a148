import { fieldOf, isNode, listOf, type Node, typesOf } from "#lib/formats/annotations/json-ld-node.ts";
import { hasPosition, hasQuote } from "#lib/formats/annotations/read-selector.ts";
import { readWays, type Ways } from "#lib/formats/annotations/read-ways.ts";

/** At most so many passages of one annotation are read, and lists of them so deep. */
const mostTargets = 100;
const deepest = 8;

/**
 * Reads what an annotation is about: one passage for each target that has selectors. The items of an `oa:Choice` are
 * ways to one passage, those of `oa:Composite`, `oa:List` and `oa:Independents` passages of their own. Whole documents
 * beside passages are left out. `source` is not compared with anything.
 */
export function readTargets(annotation: Node): readonly Ways[] {
  const target = fieldOf(annotation, "target", "hasTarget");
  if (target === undefined) return hasFlat(annotation) ? [readFlat(annotation)] : [nothing("It names no target.")];
  const targets = listOf(target)
    .slice(0, mostTargets)
    .flatMap((one) => readTarget(one, 0));
  const passages = targets.filter((one) => one.ways.length + one.problems.length + one.others.length > 0);
  return passages.length > 0
    ? passages.slice(0, mostTargets)
    : [nothing("It is about a whole document, not a passage.")];
}

function readTarget(value: unknown, depth: number): readonly Ways[] {
  if (!isNode(value))
    return typeof value === "string" ? [whole] : [nothing("A target is neither an address nor an object.")];
  if (depth > deepest) return [nothing("Its targets are nested too deeply.")];
  const items = listOf(fieldOf(value, "items", "item")).slice(0, mostTargets);
  const types = typesOf(value);
  if (types.includes("Choice")) return [joined(items.flatMap((item) => readTarget(item, depth + 1)))];
  if (types.some((type) => type === "Composite" || type === "List" || type === "Independents")) {
    return items.flatMap((item) => readTarget(item, depth + 1)).slice(0, mostTargets);
  }
  const selector = fieldOf(value, "selector", "hasSelector");
  if (selector !== undefined) return [readWays(selector)];
  return [hasFlat(value) ? readFlat(value) : whole];
}

const whole: Ways = { ways: [], problems: [], others: [] };

function nothing(problem: string): Ways {
  return { ways: [], problems: [problem], others: [] };
}

function hasFlat(node: Node): boolean {
  return hasQuote(node) || hasPosition(node);
}

/** Selectors written into the target or the annotation itself, as other tools do: exact, prefix, suffix, start, end. */
function readFlat(node: Node): Ways {
  const { type, "@type": _, ...fields } = node;
  return readWays([
    ...(hasQuote(fields) ? [withType(fields, "TextQuoteSelector")] : []),
    ...(hasPosition(fields) ? [withType(fields, "TextPositionSelector")] : []),
  ]);
}

function withType(fields: Node, type: string): Node {
  return { ...fields, refinedBy: undefined, type };
}

function joined(all: readonly Ways[]): Ways {
  return {
    ways: all.flatMap(({ ways }) => ways),
    problems: all.flatMap(({ problems }) => problems),
    others: all.flatMap(({ others }) => others),
  };
}
