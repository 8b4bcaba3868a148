import type { CodePoints } from "#lib/domain/anchoring/code-points.ts";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { type ReportClaim, type ReportVerdict, standingOf } from "#lib/domain/report.ts";
import { quoteOf } from "#lib/domain/span.ts";
import {
  deskAgent,
  madeBy,
  positionSelector,
  quoteSelector,
  textualBody,
  timeState,
} from "#lib/formats/linked-data/annotation-parts.ts";
import type { Directions } from "#lib/formats/linked-data/desk-scale.ts";
import { isWithdrawn } from "#lib/formats/linked-data/edition-node.ts";
import { factsField } from "#lib/formats/linked-data/facts.ts";
import { partIri, uuidIri, webIri } from "#lib/formats/linked-data/iri.ts";
import { type JsonLdNode, nodeOf, underAnnotationContext } from "#lib/formats/linked-data/json-ld.ts";
import { reviewRating } from "#lib/formats/linked-data/review-rating.ts";
import { voiceOf } from "#lib/formats/report/voice.ts";
import { standingIn } from "#lib/formats/report/voice-claim.ts";

/** The edition, its text counted in code points, and which way its numbers run: made once for all its claims. */
export type Annotated = {
  readonly signed: SignedEdition;
  readonly points: CodePoints;
  readonly directions: Directions;
};

/**
 * A claim as a Web Annotation. Signed off, it assesses the passage: statement, rating and rationale are its bodies. Of any
 * other, and of a check that was taken back, it says only the statement and how it stands.
 */
export function claimAnnotation(claim: ReportClaim, { signed, points, directions }: Annotated): JsonLdNode {
  const { edition } = signed;
  const { language } = edition.report.article;
  const standing = standingOf(claim);
  const verdict = standing.kind === "signed-off" && !isWithdrawn(edition) ? standing.verdict : null;
  const voice = voiceOf(edition.language);
  const rating = verdict === null ? null : reviewRating(verdict, directions(verdict), voice);
  return nodeOf({
    id: claimAnnotationIri(claim, signed),
    type: "Annotation",
    canonical: uuidIri(claim.id),
    motivation: verdict === null ? "describing" : "assessing",
    creator: verdict === null ? deskAgent(edition) : { type: "Person", name: verdict.proposedBy },
    created: verdict?.proposedAt ?? edition.publishedAt,
    ...madeBy(edition),
    body: [
      ...textualBody(claim.statement, { purpose: "describing", language }),
      ...textualBody(isWithdrawn(edition) ? voice.words.stateWithdrawn : standingIn(standing, voice), {
        purpose: "tagging",
        language: verdict === null ? voice.language : language,
      }),
      ...(verdict === null ? [] : textualBody(verdict.rationale, { purpose: "assessing", language })),
    ],
    target: claimTarget(claim, signed, points),
    ...(rating === null ? {} : { "schema:reviewRating": underAnnotationContext(rating) }),
    ...factsField([
      ["claim", claim.number],
      ["standing", isWithdrawn(edition) ? "withdrawn" : standing.kind],
      ["claimant", claim.claimant],
      ["said on", claim.saidOn],
      ["said in", claim.saidIn],
      ["withdrawn because", claim.withdrawnReason],
      ...verdictFacts(verdict),
    ]),
  });
}

export function claimAnnotationIri(claim: ReportClaim, { edition }: SignedEdition): string {
  return partIri(edition, `annotation-claim-${claim.id}`);
}

/** The passage in the version of the article that the edition froze. */
function claimTarget(claim: ReportClaim, { edition }: SignedEdition, points: CodePoints): JsonLdNode {
  const { article } = edition.report;
  const { start, end } = claim;
  const quote = quoteOf(article.text, { start, end });
  const [from, to] = [points.codePointOf(start), points.codePointOf(end)];
  const isPlaced = quote.quote.trim() !== "" && from !== null && to !== null;
  return nodeOf({
    type: "SpecificResource",
    source: webIri(article.address) ?? uuidIri(article.id),
    state: timeState(edition.publishedAt, article.textDigest, uuidIri(article.versionId)),
    selector: isPlaced
      ? [...quoteSelector(quote.quote, quote.prefix, quote.suffix), positionSelector(from, to)]
      : quoteSelector(claim.quote, "", ""),
  });
}

/** The verdict as the desk has it: the Rating beside it may have been turned round for those who read numbers. */
function verdictFacts(verdict: ReportVerdict | null): (readonly [string, string | number | null])[] {
  if (verdict === null) return [];
  return [
    ["verdict", verdict.id],
    ["revision", verdict.revision],
    ["label", verdict.label],
    ["sentence", verdict.sentence ?? null],
    ["definition", verdict.definition],
    ["token", verdict.token],
    ["value", verdict.value],
    ["lowest", verdict.range?.lowest ?? null],
    ["highest", verdict.range?.highest ?? null],
    ["as of", verdict.asOf],
    ["suggested wording", verdict.suggestedWording],
    ["basis", verdict.basisDigest],
    ...verdict.reviews
      .filter(({ decision }) => decision === "approve")
      .map(({ name }) => ["approved by", name] as const),
  ];
}
