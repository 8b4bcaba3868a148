import type { EditionChange, EditionDocument, SignedEdition } from "#lib/domain/edition.ts";
import { editionIri, languageTag, uuidIri, webIri } from "#lib/formats/linked-data/iri.ts";
import { type JsonLdNode, nodeOf } from "#lib/formats/linked-data/json-ld.ts";
import { voiceOf } from "#lib/formats/report/voice.ts";
import { editionTitle } from "#lib/formats/tables/edition-lines.ts";

/** The desk as an Organization of schema.org, with its page of corrections. */
export function deskNode({ desk }: EditionDocument): JsonLdNode {
  return nodeOf({
    "@type": "Organization",
    "@id": uuidIri(desk.id),
    name: desk.name,
    url: webIri(desk.homepage),
    correctionsPolicy: webIri(desk.correctionsPage),
  });
}

/** The edition that an export is made of: its number, its day, and by which digest and key it can be checked. */
export function editionNode({ edition, proof }: SignedEdition): JsonLdNode {
  return nodeOf({
    "@type": "Report",
    "@id": editionIri(edition),
    name: editionTitle(edition),
    reportNumber: `${edition.number}`,
    creativeWorkStatus: editionStatus(edition),
    url: webIri(edition.address),
    datePublished: edition.publishedAt,
    inLanguage: languageTag(edition.language),
    abstract: edition.summary,
    identifier: [
      { "@type": "PropertyValue", propertyID: "SHA-256", value: proof.digest },
      nodeOf({
        "@type": "PropertyValue",
        propertyID: "Ed25519 key",
        value: proof.keyId,
        url: webIri(edition.desk.keys),
      }),
    ],
  });
}

export function isWithdrawn(edition: EditionDocument): boolean {
  return edition.report.status === "withdrawn" || edition.change?.kind === "withdrawal";
}

function editionStatus(edition: EditionDocument): string {
  return isWithdrawn(edition) ? "Withdrawn" : "Published";
}

/** What was corrected or taken back in this edition and those before it, oldest first, each with what, why and when. */
export function correctionNodes(edition: EditionDocument): JsonLdNode[] {
  const { words } = voiceOf(edition.language);
  return [...edition.earlier, edition].flatMap(({ number, publishedAt, change }) => {
    if (change === null || change.kind === "update") return [];
    return [
      nodeOf({
        "@type": "CorrectionComment",
        text: changeWords(change, edition.language),
        datePublished: publishedAt,
        name: `${words.edition} ${number}`,
      }),
    ];
  });
}

/** "Correction: what. Why: why.", in the edition's language. */
export function changeWords({ kind, what, why }: EditionChange, language: string): string {
  const { words } = voiceOf(language);
  const parts = [`${words[kind]}: ${what.trim()}`, why.trim() === "" ? "" : `${words.why}: ${why.trim()}`];
  return parts
    .filter((part) => part !== "")
    .map((part) => (/[.!?…。！？؟]$/u.test(part) ? part : `${part}.`))
    .join(" ");
}
