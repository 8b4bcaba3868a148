import type { BlockDraft } from "#lib/domain/block.ts";
import { extrasOf } from "#lib/domain/csl.ts";
import { toCsl } from "#lib/domain/csl-item.ts";
import { defaultScale } from "#lib/domain/rating.ts";
import type {
  NamedEvidence,
  Report,
  ReportClaim,
  ReportEvidence,
  ReportSource,
  ReportVerdict,
} from "#lib/domain/report.ts";
import { reportSchema, summarise } from "#lib/domain/report.ts";
import { composeText } from "#lib/domain/text.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";
import { samplePeople } from "#prisma/sample/people.ts";
import type { SampleArticle, SampleClaim, SampleEvidence } from "#prisma/sample/shape.ts";
import { sampleSources } from "#prisma/sample/sources.ts";
import { composedSample, playOut } from "#tests/formats/sample-play.ts";

export function reportWith(
  article: Partial<Report["article"]> & Pick<Report["article"], "text" | "blocks">,
  claims: readonly ReportClaim[],
): Report {
  return {
    schema: reportSchema,
    status: "draft",
    generatedAt: "2026-06-19T14:32:00.000Z",
    desk: "Lantern checking desk",
    article: {
      id: idOf(900),
      versionId: idOf(901),
      title: "An article",
      byline: "",
      publisher: "",
      publishedOn: null,
      address: null,
      language: "en",
      version: 1,
      textDigest: sha256Hex(article.text),
      ...article,
    },
    people: { checkedBy: [], reviewedBy: [] },
    summary: summarise(claims, defaultScale),
    claims,
  };
}

export function draft(text: string, type: BlockDraft["type"] = "paragraph"): BlockDraft {
  return { type, runs: [{ text, marks: [] }] };
}

export function emptyReport(): Report {
  return reportWith(composeText([]), []);
}

export const someEvidence: NamedEvidence = {
  id: idOf(800),
  confidential: false,
  stance: "supports",
  kind: "primary",
  source: withCsl({
    kind: "document",
    title: "A title",
    publication: "A paper",
    author: "",
    publishedOn: "2026",
    address: "",
  }),
  passage: "A passage",
  locator: "p. 1",
  note: "A note",
  accessedOn: "2026-05-06",
  capture: null,
  selector: null,
  originId: null,
  calculation: [],
};

/** What every format prints of a piece of evidence. */
export function printedWords(item: ReportEvidence): string[] {
  return item.confidential ? [item.describedAs] : [item.source.title, item.passage, item.locator, item.note];
}

export function someVerdict(change: Partial<ReportVerdict> = {}): ReportVerdict {
  return {
    id: idOf(700),
    revision: 1,
    label: "Half true",
    definition: "Partly accurate.",
    token: "half",
    value: 3,
    range: { lowest: 1, highest: 5 },
    rationale: "Because.",
    asOf: "2026-05-09",
    suggestedWording: "",
    wording: null,
    proposedBy: "Ines Okoro",
    proposedAt: "2026-05-09T09:00:00.000Z",
    basisDigest: "ab".repeat(32),
    signedOff: true,
    reviews: [],
    overrides: [],
    ...change,
  };
}

/** An id like the application's, the same for the same number. */
function idOf(number: number): string {
  return `01940000-0000-7000-8000-${String(number).padStart(12, "0")}`;
}

export function someClaim(number: number, change: Partial<ReportClaim> = {}): ReportClaim {
  return {
    id: idOf(number),
    number,
    state: "approved",
    staleReason: null,
    withdrawnReason: null,
    start: 0,
    end: 0,
    quote: `Quote ${number}`,
    statement: `Statement ${number}`,
    claimant: "A claimant",
    saidOn: "2026-05",
    saidIn: "A place",
    verdict: someVerdict(),
    evidence: [someEvidence],
    replies: [],
    ...change,
  };
}

/** The report that the sample desk would export of an article, with invented times. */
export function sampleReport(article: SampleArticle): Report {
  const composed = composedSample(article);
  const claims = article.claims
    .toSorted((a, b) => composed.text.indexOf(a.quote) - composed.text.indexOf(b.quote))
    .map((claim, index) => sampleClaim(claim, { number: index + 1, text: composed.text }));
  const { title, byline, publisher, publishedOn, language } = article;
  const report = reportWith({ ...composed, title, byline, publisher, publishedOn, language }, claims);
  const verdicts = claims.flatMap((claim) => claim.verdict ?? []);
  const checkedBy = [...new Set(verdicts.map((verdict) => verdict.proposedBy))];
  const reviewedBy = [...new Set(verdicts.flatMap((verdict) => verdict.reviews.map((review) => review.name)))];
  return { ...report, people: { checkedBy, reviewedBy } };
}

function sampleClaim(claim: SampleClaim, at: { readonly number: number; readonly text: string }): ReportClaim {
  const played = playOut(claim);
  const start = at.text.indexOf(claim.quote);
  const { proposal, state, reviews, revision } = played;
  const rating = defaultScale.find((item) => item.label === proposal?.rating);
  const withdrawal = claim.steps.find((step) => step.do === "withdraw");
  const verdict =
    proposal === null || rating === undefined
      ? null
      : someVerdict({
          ...rating,
          revision,
          rationale: proposal.rationale,
          asOf: proposal.asOf,
          suggestedWording: proposal.suggestedWording ?? "",
          proposedBy: samplePeople[proposal.by].name,
          basisDigest: sha256Hex(claim.quote),
          signedOff: state === "approved",
          reviews,
        });
  return {
    id: idOf(at.number),
    number: at.number,
    state,
    staleReason: played.staleReason,
    withdrawnReason: withdrawal?.do === "withdraw" ? withdrawal.reason : null,
    start,
    end: start + claim.quote.length,
    quote: claim.quote,
    statement: played.statement,
    claimant: claim.claimant,
    saidOn: claim.saidOn,
    saidIn: claim.saidIn,
    verdict,
    evidence: claim.evidence.map((item, index) => sampleEvidence(item, played.passages[index] ?? "")),
    replies: [],
  };
}

function sampleEvidence(item: SampleEvidence, passage: string): ReportEvidence {
  const { stance, kind, source, locator, note, publicAs } = item;
  if (publicAs !== undefined) return { confidential: true, stance, kind, describedAs: publicAs };
  return { ...someEvidence, stance, kind, source: withCsl(sampleSources[source]), passage, locator, note };
}

export function withCsl(source: Omit<ReportSource, "csl">): ReportSource {
  const csl = toCsl({ id: idOf(600), doi: "", isbn: "", csl: extrasOf({}), ...source });
  const { kind, title, publication, author, publishedOn, address } = source;
  return { kind, title, publication, author, publishedOn, address, csl };
}
