import { err, ok, type Result } from "#lib/domain/result.ts";
import { listAnnotations } from "#lib/formats/annotations/find-annotations.ts";
import { fieldOf, isNode, listOf, literalOf, type Node } from "#lib/formats/annotations/json-ld-node.ts";
import { Facts, wordsIn } from "#lib/formats/linked-data/facts.ts";
import { type ReadEvidence, readEvidence } from "#lib/formats/linked-data/read-evidence.ts";
import { type ReadPassage, readPassage } from "#lib/formats/linked-data/read-passage.ts";

export type ReadVerdict = {
  readonly id: string;
  readonly revision: number;
  readonly label: string;
  readonly sentence: string;
  readonly definition: string;
  readonly token: string;
  readonly value: number | null;
  readonly range: { readonly lowest: number; readonly highest: number } | null;
  readonly rationale: string;
  readonly asOf: string;
  readonly suggestedWording: string;
  readonly basisDigest: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly approvedBy: readonly string[];
};

export type ReadClaim = {
  readonly id: string;
  readonly number: number;
  readonly standing: string;
  readonly statement: string;
  readonly claimant: string;
  readonly saidOn: string;
  readonly saidIn: string;
  readonly withdrawnReason: string;
  /** Where the article is, and the digest of the version's text. */
  readonly source: string;
  readonly textDigest: string;
  readonly passage: ReadPassage;
  /** Null for a claim that is not signed off. */
  readonly verdict: ReadVerdict | null;
  readonly evidence: readonly ReadEvidence[];
};

/** What an edition says in its Web Annotations; `digest` is that of the edition. */
export type EditionReading = { readonly label: string; readonly digest: string; readonly claims: readonly ReadClaim[] };

const most = 1_000_000;

/**
 * Reads the verdicts and the evidence of what `editionToAnnotations` wrote. Fails for what is no such collection; what is
 * not of the edition's making in it is passed over.
 */
export function readEditionAnnotations(text: string): Result<EditionReading, "not-json" | "not-an-edition"> {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return err("not-json"); // SyntaxError, or RangeError for JSON nested beyond what the engine reads.
  }
  if (!isNode(root) || root.type !== "AnnotationCollection") return err("not-an-edition");
  const entries = listAnnotations(root, most).entries.filter(isNode);
  const evidence = new Map<string, ReadEvidence[]>();
  for (const node of entries) {
    if (typeof node.target !== "string") continue;
    const there = evidence.get(node.target) ?? [];
    evidence.set(node.target, there);
    there.push(readEvidence(node));
  }
  const claims = entries.flatMap((node) => readClaim(node, evidence.get(wordsIn(node, "id")) ?? []) ?? []);
  return ok({ label: wordsIn(root, "label"), digest: digestOf(root), claims });
}

function readClaim(node: Node, evidence: readonly ReadEvidence[]): ReadClaim | null {
  const { target } = node;
  const facts = new Facts(node);
  const number = facts.number("claim");
  if (!isNode(target) || number === null) return null;
  const passage = readPassage(target);
  return {
    id: uuidOf(wordsIn(node, "canonical")),
    number,
    standing: facts.words("standing"),
    statement: bodyOf(node, "describing"),
    claimant: facts.words("claimant"),
    saidOn: facts.words("said on"),
    saidIn: facts.words("said in"),
    withdrawnReason: facts.words("withdrawn because"),
    source: wordsIn(target, "source"),
    textDigest: passage.digest,
    passage,
    verdict: readVerdict(node, facts),
    evidence,
  };
}

function readVerdict(node: Node, facts: Facts): ReadVerdict | null {
  const id = facts.words("verdict");
  if (id === "" || node.motivation !== "assessing") return null;
  const [lowest, highest] = [facts.number("lowest"), facts.number("highest")];
  return {
    id,
    revision: facts.number("revision") ?? 0,
    label: facts.words("label"),
    sentence: facts.words("sentence"),
    definition: facts.words("definition"),
    token: facts.words("token"),
    value: facts.number("value"),
    range: lowest === null || highest === null ? null : { lowest, highest },
    rationale: bodyOf(node, "assessing"),
    asOf: facts.words("as of"),
    suggestedWording: facts.words("suggested wording"),
    basisDigest: facts.words("basis"),
    proposedBy: isNode(node.creator) ? wordsIn(node.creator, "name") : "",
    proposedAt: wordsIn(node, "created"),
    approvedBy: facts.all("approved by"),
  };
}

/** The words of the body with a purpose; "" for none. */
function bodyOf(node: Node, purpose: string): string {
  const body = listOf(fieldOf(node, "body")).find((one) => isNode(one) && one.purpose === purpose);
  const value = isNode(body) ? literalOf(body.value) : "";
  return typeof value === "string" ? value : "";
}

function digestOf(root: Node): string {
  const edition = root["schema:isPartOf"];
  const identifiers = isNode(edition) ? listOf(edition["schema:identifier"]) : [];
  const digest = identifiers.find((one) => isNode(one) && one["schema:propertyID"] === "SHA-256");
  return isNode(digest) ? wordsIn(digest, "schema:value") : "";
}

function uuidOf(iri: string): string {
  return iri.replace(/^urn:uuid:/, "");
}
