import { fieldOf, isNode, listOf, literalOf, type Node } from "#lib/formats/annotations/json-ld-node.ts";
import { Facts, wordsIn } from "#lib/formats/linked-data/facts.ts";
import { type ReadPassage, readPassage } from "#lib/formats/linked-data/read-passage.ts";

type Read = { readonly stance: string; readonly kind: string };

export type ReadEvidence =
  | (Read & { readonly confidential: true; readonly describedAs: string })
  | (Read & {
      readonly confidential: false;
      readonly id: string;
      readonly source: {
        readonly id: string;
        readonly kind: string;
        readonly title: string;
        readonly author: string;
        readonly publication: string;
        readonly publishedOn: string;
        readonly address: string;
      };
      readonly passage: ReadPassage;
      readonly locator: string;
      readonly note: string;
      readonly accessedOn: string;
      readonly originId: string;
      readonly copy: { readonly address: string; readonly mediaType: string; readonly obtainedBy: string };
      readonly calculation: readonly string[];
    });

/** A piece of evidence as one annotation of a claim tells it; without a link it is a confidential one. */
export function readEvidence(node: Node): ReadEvidence {
  const facts = new Facts(node);
  const does = { stance: facts.words("stance"), kind: facts.words("kind") };
  const bodies = listOf(fieldOf(node, "body")).filter(isNode);
  const words = (purpose: string) => {
    const value = literalOf(bodies.find((body) => body.purpose === purpose)?.value);
    return typeof value === "string" ? value : "";
  };
  const link = bodies.find((body) => body.purpose === "linking");
  if (link === undefined) return { ...does, confidential: true, describedAs: words("describing") };
  const source = isNode(link.source) ? link.source : {};
  return {
    ...does,
    confidential: false,
    id: wordsIn(node, "canonical").replace(/^urn:uuid:/, ""),
    source: {
      id: facts.words("source"),
      kind: facts.words("source kind"),
      title: wordsIn(source, "schema:name"),
      author: wordsIn(source, "schema:author"),
      publication: wordsIn(source, "schema:publisher"),
      publishedOn: wordsIn(source, "schema:datePublished"),
      address: facts.words("address"),
    },
    passage: readPassage(link),
    locator: facts.words("locator"),
    note: words("commenting"),
    accessedOn: facts.words("accessed"),
    originId: facts.words("origin"),
    copy: {
      address: facts.words("copy from"),
      mediaType: facts.words("copy type"),
      obtainedBy: facts.words("copy by"),
    },
    calculation: facts.all("calculation"),
  };
}
