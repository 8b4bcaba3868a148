import { checkClaim } from "#lib/formats/linked-data/check-claim.ts";
import { checkAuthor, checkDate, checkUrl } from "#lib/formats/linked-data/check-fields.ts";
import { type CheckMessage, Findings } from "#lib/formats/linked-data/check-message.ts";
import { checkPages } from "#lib/formats/linked-data/check-pages.ts";
import { checkRating } from "#lib/formats/linked-data/check-rating.ts";
import { type PlacedNode, SchemaDocument, schemaTypes, wordsOf } from "#lib/formats/linked-data/schema-node.ts";

/** The longest document that is read, in UTF-16 code units. */
export const longestChecked = 64_000_000;

const advised = 75;

/**
 * Checks the ClaimReviews of a JSON-LD document by the rules of Google's Fact Check Tools: a ClaimReview, an array, a
 * graph, a feed, or a page's data that holds some. Every message says where, which rule, why, and what to do.
 */
export function checkClaimReviews(text: string): readonly CheckMessage[] {
  const found = new Findings();
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? `It breaks off: ${error.message}` : "It breaks off.";
    found.error("$", {
      rule: "The data is JSON-LD.",
      why,
      what: "Mend the JSON; most often a comma or a quotation mark is missing.",
    });
    return found.messages; // SyntaxError, or RangeError for JSON nested beyond what the engine reads.
  }
  const document = new SchemaDocument(root);
  const reviews = document.nodes.filter(({ node }) => schemaTypes(node).includes("ClaimReview"));
  if (document.tooDeep !== null) found.warning(document.tooDeep, tooDeep);
  if (reviews.length === 0) found.error("$", noReview);
  for (const review of reviews) checkReview(document, review, found);
  checkPages(document, reviews, found);
  return found.messages;
}

const tooDeep = {
  rule: "Data is nested no more than 40 deep.",
  why: "What stands here and below was not read, and other readers may stop earlier.",
  what: "Give nodes an @id and name them by it, rather than putting one into the other.",
};

const noReview = {
  rule: "A fact check is marked up as a ClaimReview.",
  why: "There is no object of the type ClaimReview in this document, so nothing is read from it.",
  what: 'Give the object "@type": "ClaimReview"; types are case-sensitive.',
};

const terms = ["claimReviewed", "reviewRating", "url", "author", "itemReviewed", "datePublished", "reviewBody"];

function checkReview(document: SchemaDocument, review: PlacedNode, found: Findings): void {
  if (!document.hasContext(review)) {
    found.error(review.path, {
      rule: "The terms are those of schema.org.",
      why: "No @context around this object names schema.org, so its fields mean nothing.",
      what: 'Write "@context": "https://schema.org" at the top of the document.',
    });
  }
  checkSpelling(review, found);
  checkSummary(document, review, found);
  checkRating(document, review, found);
  checkUrl(document, review, found);
  checkAuthor(document, review, found);
  checkClaim(document, review, found);
  checkDate(document, review, found);
}

function checkSpelling({ node, path }: PlacedNode, found: Findings): void {
  for (const name of Object.keys(node)) {
    const term = terms.find((known) => known !== name && known.toLowerCase() === name.toLowerCase());
    if (term === undefined || Object.hasOwn(node, term)) continue;
    found.warning(`${path}.${name}`, {
      rule: "Names of fields are case-sensitive.",
      why: `“${name}” is no field of schema.org and is not read.`,
      what: `Write “${term}”.`,
    });
  }
}

function checkSummary(document: SchemaDocument, review: PlacedNode, found: Findings): void {
  const values = document.valuesOf(review, "claimReviewed");
  const [first, second] = values;
  const words = first === undefined ? "" : wordsOf(first.value);
  const path = first?.path ?? `${review.path}.claimReviewed`;
  if (words === null || words === "") {
    found.error(path, {
      rule: "claimReviewed is required: the claim in a short text.",
      why: first === undefined ? "It is not there." : words === null ? "It is not a text." : "It is empty.",
      what: "Say in one sentence what was claimed.",
    });
    return;
  }
  if (second !== undefined) found.warning(second.path, onlyOne);
  const length = [...words].length;
  if (length > advised) {
    found.hint(path, {
      rule: `claimReviewed should be shorter than ${advised} characters.`,
      why: `It has ${length}, and is cut where it is shown.`,
      what: "Say the heart of the claim first, or say it in fewer words.",
    });
  }
  const label = ratingLabels(document, review).find((one) => holdsLabel(words, one));
  if (label !== undefined) {
    found.warning(path, {
      rule: "claimReviewed never holds the rating.",
      why: `It begins or ends with the rating “${label}”, so the rating reads as part of the claim.`,
      what: "Keep the claim alone here; the rating stands in reviewRating.alternateName.",
    });
  }
}

const onlyOne = {
  rule: "A ClaimReview checks one claim.",
  why: "There is more than one claimReviewed; only the first is read.",
  what: "Make one ClaimReview for each claim.",
};

function ratingLabels(document: SchemaDocument, review: PlacedNode): string[] {
  return document.valuesOf(review, "reviewRating").flatMap(({ value, path }) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
    const names = document.valuesOf({ node: { ...value }, path }, "alternateName");
    return names.flatMap((name) => wordsOf(name.value) ?? []).filter((name) => name !== "");
  });
}

/** "False: …", "… (False)", "… – false". */
function holdsLabel(words: string, label: string): boolean {
  const [lower, name] = [words.toLowerCase(), label.toLowerCase()];
  if (lower === name) return true;
  const after = lower.slice(name.length).trimStart();
  const before = lower.slice(0, -name.length).trimEnd();
  if (lower.startsWith(name) && /^(?:[:–—|]|-\s)/u.test(after)) return true;
  if (lower.endsWith(`(${name})`) || lower.endsWith(`[${name}]`)) return true;
  return lower.endsWith(name) && /[:–—|]$|\s-$/u.test(before);
}
