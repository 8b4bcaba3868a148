import type { EditionDocument } from "#lib/domain/edition.ts";
import type { ReportClaim } from "#lib/domain/report.ts";
import { dateOf, languageTag, uuidIri, webIri } from "#lib/formats/linked-data/iri.ts";
import { type JsonLdNode, nodeOf } from "#lib/formats/linked-data/json-ld.ts";

/**
 * The claim itself: its very words, who made it, when and where. The article is where it appears; where it was said is
 * its first appearance when that is an address, and its name otherwise, which the Fact Check Tools read as the place.
 */
export function claimNode(claim: ReportClaim, edition: EditionDocument): JsonLdNode {
  const said = webIri(claim.saidIn.trim());
  return nodeOf({
    "@type": "Claim",
    "@id": uuidIri(claim.id),
    name: said === undefined ? claim.saidIn.trim() : undefined,
    text: claim.quote,
    inLanguage: languageTag(edition.report.article.language),
    author: claimant(claim.claimant.trim(), edition),
    datePublished: dateOf(claim.saidOn),
    firstAppearance: said === undefined ? undefined : { "@type": "CreativeWork", url: said },
    appearance: articleNode(edition),
  });
}

/** A report does not say what a claimant is: the publisher and the desk are organizations, all others pass as persons. */
function claimant(name: string, { report, desk }: EditionDocument): JsonLdNode | undefined {
  if (name === "") return undefined;
  const isOrganization = name === report.article.publisher.trim() || name === desk.name;
  return { "@type": isOrganization ? "Organization" : "Person", name };
}

function articleNode({ report: { article } }: EditionDocument): JsonLdNode {
  const { byline, publisher } = article;
  return nodeOf({
    "@type": "Article",
    headline: article.title,
    url: webIri(article.address),
    datePublished: dateOf(article.publishedOn),
    inLanguage: languageTag(article.language),
    author: byline.trim() === "" ? undefined : { "@type": "Person", name: byline },
    publisher: publisher.trim() === "" ? undefined : { "@type": "Organization", name: publisher },
  });
}
