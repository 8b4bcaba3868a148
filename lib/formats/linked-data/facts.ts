import { fieldOf, isNode, listOf, literalOf, type Node } from "#lib/formats/annotations/json-ld-node.ts";
import { type JsonLdNode, nodeOf } from "#lib/formats/linked-data/json-ld.ts";

/** What an annotation says beside the model's own terms, under schema.org's `additionalProperty`. */
const field = "schema:additionalProperty";

type Fact = { readonly name: string; readonly value: string | number };

/** Named facts of a node, in order; empty ones and null are left out, 0 is not. */
export function factsField(facts: readonly (readonly [name: string, value: string | number | null])[]): JsonLdNode {
  const known = facts.flatMap(([name, value]): JsonLdNode[] => {
    if (value === null || value === "") return [];
    return [{ type: "schema:PropertyValue", "schema:name": name, "schema:value": value }];
  });
  return nodeOf({ [field]: known });
}

/** The facts that `factsField` wrote, read back. */
export class Facts {
  readonly #facts: readonly Fact[];

  constructor(node: Node) {
    this.#facts = listOf(node[field]).flatMap((one): Fact[] => {
      if (!isNode(one)) return [];
      const [name, value] = [literalOf(one["schema:name"]), literalOf(one["schema:value"])];
      const isFact = typeof name === "string" && (typeof value === "string" || typeof value === "number");
      return isFact ? [{ name, value }] : [];
    });
  }

  /** The words of a fact; "" for none. */
  words(name: string): string {
    const value = this.#facts.find((fact) => fact.name === name)?.value;
    return value === undefined ? "" : `${value}`;
  }

  number(name: string): number | null {
    const value = this.#facts.find((fact) => fact.name === name)?.value;
    return typeof value === "number" ? value : null;
  }

  /** All the words of one name, in order. */
  all(name: string): readonly string[] {
    return this.#facts.filter((fact) => fact.name === name).map(({ value }) => `${value}`);
  }
}

/** The words of a term of anno.jsonld or of a prefixed one; "" where it has none. */
export function wordsIn(node: Node, term: string): string {
  const value = literalOf(node[term] ?? fieldOf(node, term));
  return typeof value === "string" ? value : "";
}
