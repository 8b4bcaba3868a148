import { isNode } from "#lib/formats/annotations/json-ld-node.ts";
import type { Findings } from "#lib/formats/linked-data/check-message.ts";
import { type PlacedNode, type SchemaDocument, schemaTypes, wordsOf } from "#lib/formats/linked-data/schema-node.ts";

/** The rules about pages, as far as several ClaimReviews of one document show whether they are kept. */
export function checkPages(document: SchemaDocument, reviews: readonly PlacedNode[], found: Findings): void {
  const isFeed = document.nodes.some(({ node }) => schemaTypes(node).includes("DataFeed"));
  const urls = new Map<string, PlacedNode[]>();
  const summaries = new Map<string, { readonly review: PlacedNode; readonly url: string }>();
  for (const review of reviews) {
    const url = textOf(document, review, "url");
    const page = url.replace(/#.*$/s, "");
    const there = urls.get(page) ?? [];
    if (page !== "") urls.set(page, there);
    there.push(review);
    const claim = `${textOf(document, review, "claimReviewed").toLowerCase()}\n${makersOf(document, review)}`;
    const twin = summaries.get(claim);
    if (twin === undefined || claim.startsWith("\n")) summaries.set(claim, { review, url });
    else found.warning(review.path, twin.url === url ? repeated(twin.review) : onTwoPages(twin.review));
  }
  for (const [page, [first, ...others]] of urls) {
    if (first === undefined || others.length === 0) continue;
    const places = new Set([first, ...others].map((review) => textOf(document, review, "url")));
    const words = {
      rule: "A page has one ClaimReview.",
      why: `${page} has ${others.length + 1} in this document; a page with several is not shown with a rating.`,
      what: "Give each claim a page of its own.",
    };
    // An anchor for each says which is which, and is what several on a page want.
    if (places.size > others.length) found.hint(`${first.path}.url`, words);
    else for (const review of others) found.warning(`${review.path}.url`, words);
  }
  if (reviews.length > 1 && !isFeed) {
    found.hint("$", {
      rule: "A page has one ClaimReview.",
      why: `This document holds ${reviews.length}. That is right for a file that is handed over, and not for a page.`,
      what: "On the page of a claim, put the one ClaimReview of that claim.",
    });
  }
}

function repeated(twin: PlacedNode) {
  return {
    rule: "A check is said once.",
    why: `The same claim with the same address stands at ${twin.path}.`,
    what: "Leave one of them out.",
  };
}

function onTwoPages(twin: PlacedNode) {
  return {
    rule: "The same check does not stand on two pages.",
    why: `The same claim with another address stands at ${twin.path}.`,
    what: "Keep one page. Where a claim was made in several places, repeat itemReviewed.appearance.",
  };
}

function textOf(document: SchemaDocument, review: PlacedNode, term: string): string {
  return wordsOf(document.valuesOf(review, term)[0]?.value ?? "") ?? "";
}

/** Another claimant's claim is another claim, in whatever words. */
function makersOf(document: SchemaDocument, review: PlacedNode): string {
  const claims = document
    .valuesOf(review, "itemReviewed")
    .flatMap(({ value, path }) => (isNode(value) ? [{ node: value, path }] : []));
  const makers = claims.flatMap((claim) => document.valuesOf(claim, "author"));
  return makers.map((maker) => document.nameOf(maker)).join("\n");
}
