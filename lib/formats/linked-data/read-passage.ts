import { isNode, listOf, literalOf, type Node } from "#lib/formats/annotations/json-ld-node.ts";
import { readSelector } from "#lib/formats/annotations/read-selector.ts";
import { digestIn } from "#lib/formats/linked-data/iri.ts";

/** A passage as selectors give it: `[start, end)` in code points, null where they give no place. */
export type ReadPassage = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number | null;
  readonly end: number | null;
  /** The SHA-256 of the representation that is meant, and its moment; "" where none is named. */
  readonly digest: string;
  readonly at: string;
};

/** The passage of a specific resource, in the state that it names. */
export function readPassage(resource: Node): ReadPassage {
  const selectors = listOf(resource.selector).flatMap((one) => (isNode(one) ? [readSelector(one)] : []));
  const quote = selectors.find((selector) => selector.kind === "quote")?.quote;
  const position = selectors.find((selector) => selector.kind === "position")?.position;
  const state = isNode(resource.state) ? resource.state : {};
  const [cached, at] = [literalOf(state.cached), literalOf(state.sourceDate)];
  return {
    exact: quote?.exact ?? "",
    prefix: quote?.prefix ?? "",
    suffix: quote?.suffix ?? "",
    start: position?.start ?? null,
    end: position?.end ?? null,
    digest: typeof cached === "string" ? digestIn(cached) : "",
    at: typeof at === "string" ? at : "",
  };
}
