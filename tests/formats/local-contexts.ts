import type { RemoteDocument } from "jsonld/jsonld-spec.js";

const schemaTerms =
  "Article Claim ClaimReview CorrectionComment CreativeWork DataFeed DataFeedItem Organization Person PropertyValue " +
  "Rating Report abstract alternateName author bestRating claimReviewed correction creativeWorkStatus creditText " +
  "dataFeedElement dateCreated dateDeleted dateModified datePublished description headline identifier inLanguage " +
  "itemReviewed name propertyID publisher ratingExplanation ratingValue reportNumber reviewBody reviewRating " +
  "temporalCoverage text value worstRating item isPartOf citation appearance firstAppearance";

/** The terms of schema.org that we write, without a vocabulary that would take any other word for a term as well. */
const schemaOrg = {
  ...Object.fromEntries(schemaTerms.split(" ").map((term) => [term, `http://schema.org/${term}`])),
  url: { "@id": "http://schema.org/url", "@type": "@id" },
  correctionsPolicy: { "@id": "http://schema.org/correctionsPolicy", "@type": "@id" },
};

const link = (id: string) => ({ "@id": id, "@type": "@id" });
const word = (id: string) => ({ "@id": id, "@type": "@vocab" });
const moment = (id: string) => ({ "@id": id, "@type": "xsd:dateTime" });
const count = (id: string) => ({ "@id": id, "@type": "xsd:nonNegativeInteger" });
const annotationTerms =
  "Annotation SpecificResource TextualBody TextQuoteSelector TextPositionSelector TimeState exact prefix suffix " +
  "assessing commenting describing linking tagging";

/** The terms of the W3C's context of Web Annotations that we write, after the Web Annotation Vocabulary, appendix A. */
const annotations = {
  oa: "http://www.w3.org/ns/oa#",
  as: "http://www.w3.org/ns/activitystreams#",
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  schema: "http://schema.org/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  id: "@id",
  type: "@type",
  ...Object.fromEntries(annotationTerms.split(" ").map((term) => [term, `oa:${term}`])),
  AnnotationCollection: "as:OrderedCollection",
  AnnotationPage: "as:OrderedCollectionPage",
  Organization: "foaf:Organization",
  Person: "foaf:Person",
  Software: "as:Application",
  body: link("oa:hasBody"),
  target: link("oa:hasTarget"),
  source: link("oa:hasSource"),
  selector: link("oa:hasSelector"),
  state: link("oa:hasState"),
  cached: link("oa:cachedSource"),
  canonical: link("oa:canonical"),
  motivation: word("oa:motivatedBy"),
  purpose: word("oa:hasPurpose"),
  textDirection: word("oa:textDirection"),
  rtl: "oa:rtlDirection",
  sourceDate: moment("oa:sourceDate"),
  start: count("oa:start"),
  end: count("oa:end"),
  creator: link("dcterms:creator"),
  created: moment("dcterms:created"),
  generated: moment("dcterms:issued"),
  generator: link("as:generator"),
  name: "foaf:name",
  homepage: link("foaf:homepage"),
  label: "rdfs:label",
  value: "rdf:value",
  format: "dc:format",
  language: "dc:language",
  first: link("as:first"),
  last: link("as:last"),
  partOf: link("as:partOf"),
  items: { ...link("as:items"), "@container": "@list" },
  startIndex: count("as:startIndex"),
  total: count("as:totalItems"),
};

const contexts = new Map<string, string>([
  ["https://schema.org", JSON.stringify({ "@context": schemaOrg })],
  ["http://www.w3.org/ns/anno.jsonld", JSON.stringify({ "@context": annotations })],
]);

/** A document loader that knows the two contexts we write and asks no network; any other address throws. */
export async function localContext(url: string): Promise<RemoteDocument> {
  const context = contexts.get(url.replace(/\/$/, ""));
  if (context === undefined) throw new Error(`No local context for ${url}`);
  return { documentUrl: url, document: JSON.parse(context) };
}
