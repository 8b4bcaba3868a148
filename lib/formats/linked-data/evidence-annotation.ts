import type { SignedEdition } from "#lib/domain/edition.ts";
import type { ConfidentialEvidence, NamedEvidence, ReportClaim } from "#lib/domain/report.ts";
import {
  deskAgent,
  madeBy,
  positionSelector,
  quoteSelector,
  textualBody,
  timeState,
} from "#lib/formats/linked-data/annotation-parts.ts";
import { claimAnnotationIri } from "#lib/formats/linked-data/claim-annotation.ts";
import { factsField } from "#lib/formats/linked-data/facts.ts";
import { partIri, uuidIri, webIri } from "#lib/formats/linked-data/iri.ts";
import { type JsonLdNode, nodeOf } from "#lib/formats/linked-data/json-ld.ts";

/**
 * The evidence of a claim as Web Annotations of it: each links the claim to the passage of a source and the copy the desk
 * keeps. A confidential source has no link; it is told only as the desk describes it.
 */
export function evidenceAnnotations(claim: ReportClaim, signed: SignedEdition): JsonLdNode[] {
  return claim.evidence.map((item, index) => {
    const name = `annotation-claim-${claim.id}-evidence-${index + 1}`;
    const { edition } = signed;
    const { language } = edition.report.article;
    const about = item.confidential ? describedBody(item, language) : linkedBody(item, language);
    return nodeOf({
      id: partIri(edition, name),
      type: "Annotation",
      canonical: item.confidential ? undefined : uuidIri(item.id),
      motivation: item.confidential ? "describing" : "linking",
      creator: deskAgent(edition),
      created: edition.publishedAt,
      ...madeBy(edition),
      body: [...textualBody(item.stance, { purpose: "tagging", language: "en" }), ...about],
      target: claimAnnotationIri(claim, signed),
      ...factsField([["stance", item.stance], ["kind", item.kind], ...(item.confidential ? [] : evidenceFacts(item))]),
    });
  });
}

function describedBody({ describedAs }: ConfidentialEvidence, language: string | null): JsonLdNode[] {
  return textualBody(describedAs, { purpose: "describing", language });
}

function linkedBody(item: NamedEvidence, language: string | null): JsonLdNode[] {
  const { source, capture, selector, passage } = item;
  const place = selector === null ? [] : [positionSelector(selector.start, selector.end)];
  const link = nodeOf({
    type: "SpecificResource",
    purpose: "linking",
    source: nodeOf({
      id: webIri(source.address) ?? uuidIri(source.csl.id),
      "schema:name": source.title,
      "schema:author": source.author,
      "schema:publisher": source.publication,
      "schema:datePublished": source.publishedOn,
    }),
    state: capture === null ? undefined : timeState(capture.obtainedAt, capture.digest),
    selector: [...quoteSelector(passage, selector?.prefix ?? "", selector?.suffix ?? ""), ...place],
  });
  return [link, ...textualBody(item.note, { purpose: "commenting", language })];
}

/** What the model has no term for. An address that no link may carry stands here as words. */
function evidenceFacts(item: NamedEvidence): (readonly [string, string | number | null])[] {
  const { source, capture } = item;
  return [
    ["source kind", source.kind],
    ["source", source.csl.id],
    ["address", source.address],
    ["locator", item.locator],
    ["accessed", item.accessedOn],
    ["origin", item.originId],
    ["copy from", capture?.address ?? null],
    ["copy type", capture?.mediaType ?? null],
    ["copy by", capture?.obtainedBy ?? null],
    ...item.calculation.map(
      ({ line, result, problem }) => ["calculation", JSON.stringify([line, result, problem])] as const,
    ),
  ];
}
