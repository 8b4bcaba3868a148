import type { CslItem } from "#lib/domain/csl-item.ts";
import type { Reference } from "#lib/domain/source-views.ts";
import { type AskedReference, formatReferences } from "#lib/formats/citations/format-reference.ts";

/** With what they are kept by, so many take about ten megabytes. */
const mostKept = 10_000;
const kept = new Map<string, Reference>();

/**
 * As `formatReferences`, but each item is formatted once in a process, since that costs more than all else in most
 * formats: the formats of an edition share it, and the next edition mostly cites the same. What was used least lately
 * goes first.
 */
export function keptReferences(items: readonly CslItem[], asked: AskedReference): Reference[] {
  const keyed = items.map((item) => ({ item, key: keyOf(item, asked) }));
  const missing = new Map(keyed.flatMap(({ item, key }) => (kept.has(key) ? [] : [[key, item]])));
  const written = formatReferences([...missing.values()], asked);
  const fresh = new Map([...missing.keys()].map((key, index) => [key, written[index]]));
  const references = keyed.flatMap(({ key }) => fresh.get(key) ?? kept.get(key) ?? []);
  for (const [index, { key }] of keyed.entries()) keep(key, references[index]);
  return references;
}

/** All that a reference depends on. No style prints an id, and `formatReferences` gives them ids of its own. */
function keyOf({ id: _, ...item }: CslItem, { style, language }: AskedReference): string {
  return `${style} ${language} ${JSON.stringify(item)}`;
}

function keep(key: string, reference: Reference | undefined): void {
  if (reference === undefined) return;
  kept.delete(key);
  kept.set(key, reference);
  if (kept.size <= mostKept) return;
  for (const oldest of kept.keys()) {
    kept.delete(oldest);
    return;
  }
}
