import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { claimReviewFeed } from "#lib/formats/linked-data/claim-review-feed.ts";
import { editionToAnnotations } from "#lib/formats/linked-data/edition-annotations.ts";
import { editionToClaimReviews } from "#lib/formats/linked-data/edition-claim-reviews.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import { localContext } from "#tests/formats/local-contexts.ts";
import { hostileReport, hostileWords } from "#tests/formats/report-hostile.ts";

/** Safe: a term, a type or an id that the context does not take to an IRI throws, where it would be dropped. */
async function expanded(text: string): Promise<string> {
  const options = { documentLoader: localContext, safe: true };
  return JSON.stringify(await jsonld.expand(JSON.parse(text), options));
}

const editions = [
  ["an edition", signedEdition()] as const,
  ["a correction", correctedEdition()] as const,
  ...hostileWords.map((words) => [`hostile: ${words.slice(0, 30)}`, signedEdition(hostileReport(words))] as const),
];

describe.each(editions)("%s, expanded by a JSON-LD processor, loses no term", (_, signed) => {
  test("as ClaimReviews and as their feed", async () => {
    for (const text of [editionToClaimReviews(signed), claimReviewFeed([signed], "https://desk.example/feed")]) {
      await expect(expanded(text)).resolves.toContain("http://schema.org/ClaimReview");
    }
  });

  test("as Web Annotations", async () => {
    await expect(expanded(editionToAnnotations(signed))).resolves.toContain("http://www.w3.org/ns/oa#Annotation");
  });
});

test("what was checked, its rating and its passage stand at the vocabularies' own IRIs", async () => {
  const signed = signedEdition();
  const claim = signed.edition.report.claims.find(({ state, verdict }) => state === "approved" && verdict !== null);
  const [reviews, marks] = [
    await expanded(editionToClaimReviews(signed)),
    await expanded(editionToAnnotations(signed)),
  ];
  const value = (iri: string, words: unknown) => `"${iri}":[{"@value":${JSON.stringify(words)}}]`;
  expect(reviews).toContain(value("http://schema.org/claimReviewed", claim?.statement));
  expect(reviews).toContain(value("http://schema.org/alternateName", claim?.verdict?.label));
  expect(marks).toContain(value("http://www.w3.org/ns/oa#exact", claim?.quote));
  expect(marks).toContain('"http://www.w3.org/ns/oa#motivatedBy":[{"@id":"http://www.w3.org/ns/oa#assessing"}]');
});

test("a word that is no term of the context is found", async () => {
  await expect(expanded('{"@context":"https://schema.org","@type":"Claim","nonsense":"x"}')).rejects.toThrow();
});
