import type { SignedEdition } from "#lib/domain/edition.ts";
import { claimReviews, schemaOrg } from "#lib/formats/linked-data/claim-review.ts";
import { deskNode, isWithdrawn } from "#lib/formats/linked-data/edition-node.ts";
import { claimPage, uuidIri, webIri } from "#lib/formats/linked-data/iri.ts";
import { type JsonLdNode, jsonLdFile, nodeOf } from "#lib/formats/linked-data/json-ld.ts";
import { filled, voiceOf } from "#lib/formats/report/voice.ts";

/**
 * The ClaimReviews of a desk as one DataFeed. `editions` are the newest public one of each article whose claims have pages
 * of their own, to which they lead; `address` is the feed's own. Newest first. The items of a check that was taken back
 * say when, and that it was.
 */
export function claimReviewFeed(editions: readonly SignedEdition[], address: string): string {
  const newestFirst = editions.toSorted((a, b) => (a.edition.publishedAt < b.edition.publishedAt ? 1 : -1));
  const [newest] = newestFirst;
  return jsonLdFile(
    nodeOf({
      "@context": schemaOrg,
      "@type": "DataFeed",
      "@id": webIri(address) ?? uuidIri(`feed ${newest?.edition.desk.id ?? ""}`),
      url: webIri(address),
      name: newest === undefined ? "Fact checks" : nameOf(newest),
      author: newest === undefined ? undefined : deskNode(newest.edition),
      dateModified: newest?.edition.publishedAt,
      dataFeedElement: newestFirst.flatMap(itemsOf),
    }),
  );
}

/** In the language of the newest edition. */
function nameOf({ edition }: SignedEdition): string {
  return filled(voiceOf(edition.language).words.checksOf, { name: edition.desk.name });
}

function itemsOf(signed: SignedEdition): JsonLdNode[] {
  const { edition } = signed;
  return claimReviews(signed, claimPage).map(({ "@context": _, ...item }) =>
    nodeOf({
      "@type": "DataFeedItem",
      dateCreated: edition.earlier[0]?.publishedAt ?? edition.publishedAt,
      dateModified: edition.publishedAt,
      dateDeleted: isWithdrawn(edition) ? edition.publishedAt : undefined,
      item,
    }),
  );
}
