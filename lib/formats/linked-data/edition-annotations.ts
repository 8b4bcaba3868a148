import { CodePoints } from "#lib/domain/anchoring/code-points.ts";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { annotationContext, deskAgent, madeBy } from "#lib/formats/linked-data/annotation-parts.ts";
import { claimAnnotation } from "#lib/formats/linked-data/claim-annotation.ts";
import { scaleDirections } from "#lib/formats/linked-data/desk-scale.ts";
import { correctionNodes, editionNode, isWithdrawn } from "#lib/formats/linked-data/edition-node.ts";
import { evidenceAnnotations } from "#lib/formats/linked-data/evidence-annotation.ts";
import { partIri } from "#lib/formats/linked-data/iri.ts";
import { type JsonLdNode, jsonLdFile, nodeOf, underAnnotationContext } from "#lib/formats/linked-data/json-ld.ts";
import { voiceOf } from "#lib/formats/report/voice.ts";

/**
 * The edition as a W3C Web Annotation collection with one page: every claim, and after all claims every piece of evidence.
 * Positions count code points of the text that the state names. Ids are absolute: parts of the edition's address, or
 * `urn:uuid:` where the desk has none.
 */
export function editionToAnnotations(signed: SignedEdition): string {
  const { edition } = signed;
  const { claims, article } = edition.report;
  const annotated = { signed, points: new CodePoints(article.text), directions: scaleDirections(edition.report) };
  const items = [
    ...claims.map((claim) => claimAnnotation(claim, annotated)),
    ...claims.flatMap((claim) => evidenceAnnotations(claim, signed)),
  ];
  const id = partIri(edition, "annotations");
  const page = partIri(edition, "annotations-page-1");
  const first = { id: page, type: "AnnotationPage", partOf: id, startIndex: 0, items };
  return jsonLdFile(
    nodeOf({
      "@context": annotationContext,
      id,
      type: "AnnotationCollection",
      label: labelOf(signed),
      creator: deskAgent(edition),
      created: edition.publishedAt,
      ...madeBy(edition),
      total: items.length,
      ...(items.length === 0 ? {} : { first, last: page }),
      "schema:correction": correctionNodes(edition).map(underAnnotationContext),
      "schema:isPartOf": underAnnotationContext(editionNode(signed)),
    }),
  );
}

function labelOf(signed: SignedEdition): string {
  const { edition } = signed;
  const day = edition.publishedAt.slice(0, 10);
  const { words } = voiceOf(edition.language);
  const isCorrection = edition.change?.kind === "correction";
  const state = isWithdrawn(edition) ? `${words.stateWithdrawn}. ` : isCorrection ? `${words.correction}. ` : "";
  return `${state}${nameOf(editionNode(signed))}, ${day}`;
}

function nameOf({ name }: JsonLdNode): string {
  return typeof name === "string" ? name : "";
}
