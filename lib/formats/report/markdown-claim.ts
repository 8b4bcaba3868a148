import type { BlockContent, RootContent } from "mdast";
import type { ReportClaim, ReportSignOff, ReportStanding, ReportVerdict } from "#lib/domain/report.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { draftManner } from "#lib/formats/report/manner.ts";
import { evidenceItem } from "#lib/formats/report/markdown-evidence.ts";
import { paragraph, paragraphsOf, quotationOf, strong, text } from "#lib/formats/report/markdown-text.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import {
  dayOfMoment,
  dayWords,
  overrideWords,
  replyWords,
  saidWords,
  signOffWords,
  standingWords,
  whyNotSignedOff,
} from "#lib/formats/report/report-words.ts";

/** Everything the report says of one claim, under the heading that its numbers in the text link to. */
export function claimSection({ claim, standing }: ClaimEntry): RootContent[] {
  const said = saidWords(claim);
  return [
    { type: "heading", depth: 3, children: [text(`Claim ${claim.number}`)] },
    paragraph(claim.statement.trim() === "" ? text("No statement written yet.") : strong(text(claim.statement.trim()))),
    ...(said === "" ? [] : [paragraph(text(said))]),
    ...quotationOf(claim.quote),
    verdictLine(claim, standing),
    ...paragraphsOf(whyNotSignedOff(standing)),
    ...(claim.verdict === null ? [] : verdictParts(claim.verdict, standing)),
    ...evidenceList(claim),
    ...replyList(claim),
    ...signOffList(claim, standing),
  ];
}

function verdictLine(claim: ReportClaim, standing: ReportStanding) {
  const words = strong(text(standingWords(standing)));
  if (standing.kind === "signed-off") {
    const { definition } = standing.verdict;
    return definition === "" ? paragraph(words) : paragraph(words, text(": "), text(definition));
  }
  if (claim.verdict === null) return paragraph(words);
  const label = text(verdictWords(claim.verdict));
  return standing.kind === "unsettled"
    ? paragraph(words, text(". Rating proposed: "), label)
    : paragraph(words, text(". Rating no longer held: "), { type: "delete", children: [label] });
}

function verdictParts(verdict: ReportVerdict, standing: ReportStanding): BlockContent[] {
  const isSignedOff = standing.kind === "signed-off";
  return [
    paragraph(text(isSignedOff ? "Rationale:" : "Rationale given with it:")),
    ...paragraphsOf(verdict.rationale),
    ...(verdict.suggestedWording === "" ? [] : [paragraph(text("Suggested wording:"))]),
    ...quotationOf(verdict.suggestedWording),
  ];
}

function evidenceList(claim: ReportClaim): BlockContent[] {
  if (claim.evidence.length === 0) return [paragraph(text("No evidence is linked."))];
  return [
    paragraph(text("Evidence:")),
    {
      type: "list",
      ordered: true,
      spread: true,
      children: claim.evidence.map((item) => evidenceItem(item, draftManner.voice)),
    },
  ];
}

function replyList(claim: ReportClaim): BlockContent[] {
  if (claim.replies.length === 0) return [];
  const replies = claim.replies.map((reply) => ({
    type: "listItem" as const,
    spread: true,
    children: [paragraph(text(replyWords(reply))), ...quotationOf(reply.answer ?? "")],
  }));
  return [paragraph(text("Asked for a reply:")), { type: "list", ordered: false, spread: true, children: replies }];
}

function signOffList(claim: ReportClaim, standing: ReportStanding): BlockContent[] {
  const { verdict } = claim;
  if (verdict === null) return [paragraph(text("No verdict proposed yet."))];
  const lines: BlockContent[][] = [
    [paragraph(text(`Proposed by ${verdict.proposedBy}, ${dayOfMoment(verdict.proposedAt)}`))],
    ...verdict.reviews.map((review) => [
      paragraph(text(signOffWords(review) + (hasLapsed(review.decision, standing) ? ". Lapsed since" : ""))),
      ...quotationOf(review.comment),
    ]),
    ...verdict.overrides.map((override) => [paragraph(text(overrideWords(override))), ...quotationOf(override.reason)]),
    [paragraph(text(`Revision ${verdict.revision}, as of ${dayWords(verdict.asOf)}, basis ${verdict.basisDigest}`))],
  ];
  if (standing.kind !== "signed-off") lines.push([paragraph(strong(text("Not signed off")))]);
  return [
    paragraph(text("Who signed it off:")),
    {
      type: "list",
      ordered: false,
      spread: false,
      children: lines.map((children) => ({ type: "listItem", spread: false, children })),
    },
  ];
}

function hasLapsed(decision: ReportSignOff["decision"], standing: ReportStanding): boolean {
  return decision === "approve" && standing.kind === "stale";
}
