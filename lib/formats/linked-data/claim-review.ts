import type { EditionDocument, SignedEdition } from "#lib/domain/edition.ts";
import { type ReportClaim, type ReportVerdict, standingOf } from "#lib/domain/report.ts";
import { cutTo } from "#lib/formats/annotations/annotation-statement.ts";
import { claimNode } from "#lib/formats/linked-data/claim-node.ts";
import { type Directions, scaleDirections } from "#lib/formats/linked-data/desk-scale.ts";
import {
  changeWords,
  correctionNodes,
  deskNode,
  editionNode,
  isWithdrawn,
} from "#lib/formats/linked-data/edition-node.ts";
import { claimOnPage, claimPage, languageTag, partIri, webIri } from "#lib/formats/linked-data/iri.ts";
import { type JsonLd, type JsonLdNode, nodeOf } from "#lib/formats/linked-data/json-ld.ts";
import { reviewRating } from "#lib/formats/linked-data/review-rating.ts";
import { voiceOf } from "#lib/formats/report/voice.ts";

export const schemaOrg = "https://schema.org";

/** A statement is cut to so many UTF-16 code units in a ClaimReview, which wants a summary; its quote stands whole. */
const longestSummary = 300;

/** Where a ClaimReview says that its check is read in full; undefined where the desk has no address. */
type PlaceOf = (edition: EditionDocument, claimId: string) => string | undefined;

/**
 * The ClaimReviews of an edition, in its order: one for each claim that is signed off, and none for any other; of an
 * edition that takes the check back, one without a rating for each that it took back. Unless `placeOf` says otherwise
 * each leads to its claim on the edition's page, which is there whether claims have pages of their own or not.
 */
export function claimReviews(signed: SignedEdition, placeOf: PlaceOf = claimOnPage): JsonLdNode[] {
  const directions = scaleDirections(signed.edition.report);
  const reviews = signed.edition.report.claims.map((claim) => reviewOf(signed, claim, { directions, placeOf }));
  return reviews.filter((review) => review !== null);
}

/**
 * The one ClaimReview for the page of one claim, as a document of its own; null where the claim is not of the edition or
 * was not signed off. After method.md: schema.org as Google's Fact Check Tools read it.
 */
export function claimReview(signed: SignedEdition, claimId: string): JsonLdNode | null {
  const { report } = signed.edition;
  const claim = report.claims.find(({ id }) => id === claimId);
  return claim === undefined
    ? null
    : reviewOf(signed, claim, { directions: scaleDirections(report), placeOf: claimPage });
}

type Around = { readonly directions: Directions; readonly placeOf: PlaceOf };

function reviewOf(signed: SignedEdition, claim: ReportClaim, { directions, placeOf }: Around): JsonLdNode | null {
  const { edition } = signed;
  const verdict = reviewedVerdict(claim, edition);
  if (verdict === null) return null;
  const check = isWithdrawn(edition)
    ? withdrawnCheck(edition)
    : {
        reviewRating: reviewRating(verdict, directions(verdict), voiceOf(edition.language)),
        reviewBody: verdict.rationale,
        citation: citationsOf(claim),
      };
  return nodeOf({
    "@context": schemaOrg,
    "@type": "ClaimReview",
    // The same review under the same name, wherever it stands.
    "@id": partIri(edition, `claim-review-${claim.id}`),
    url: placeOf(edition, claim.id),
    claimReviewed: summaryOf(claim),
    itemReviewed: claimNode(claim, edition),
    author: deskNode(edition),
    datePublished: edition.earlier[0]?.publishedAt ?? edition.publishedAt,
    dateModified: edition.publishedAt,
    inLanguage: languageTag(edition.language),
    creativeWorkStatus: isWithdrawn(edition) ? "Withdrawn" : undefined,
    ...check,
    ...asOf(verdict),
    correction: correctionNodes(edition),
    isPartOf: editionNode(signed),
  });
}

/** What was signed off, or was until this edition took it back; a claim that was withdrawn before has its own reason. */
function reviewedVerdict(claim: ReportClaim, edition: EditionDocument): ReportVerdict | null {
  const standing = standingOf(claim);
  if (standing.kind === "signed-off") return standing.verdict;
  const isTakenBack = isWithdrawn(edition) && claim.state === "withdrawn";
  return isTakenBack && claim.withdrawnReason === edition.change?.why ? claim.verdict : null;
}

/** Of a check that was taken back neither the rating nor its reasons are said again. */
function withdrawnCheck({ change, language }: EditionDocument): { readonly [name: string]: JsonLd } {
  const { words } = voiceOf(language);
  const why = [words.withdrawnNotice, change === null ? "" : changeWords(change, language)].join(" ").trim();
  return {
    reviewRating: { "@type": "Rating", alternateName: words.stateWithdrawn, ratingExplanation: why },
    reviewBody: why,
  };
}

/** The day the evidence was looked at for. */
function asOf({ asOf: day }: ReportVerdict): { readonly temporalCoverage?: string } {
  return /^\d{4}(-\d{2}){0,2}$/.test(day) ? { temporalCoverage: day } : {};
}

/** What was checked, in short and without its rating. */
function summaryOf(claim: ReportClaim): string {
  const words = claim.statement.trim() === "" ? claim.quote : claim.statement;
  return cutTo(longestSummary, words.replace(/\s+/gu, " ").trim());
}

/** The sources, a confidential one only as the desk describes it. */
function citationsOf({ evidence }: ReportClaim): JsonLd[] {
  return evidence.map((item) => {
    if (item.confidential) return item.describedAs;
    const { title, publication, author, publishedOn, address } = item.source;
    const known = { name: title, creditText: [author, publication].filter((part) => part !== "").join(", ") };
    const day = /^\d{4}(-\d{2}){0,2}$/.test(publishedOn) ? publishedOn : undefined;
    return nodeOf({ "@type": "CreativeWork", ...known, datePublished: day, url: webIri(address) });
  });
}
