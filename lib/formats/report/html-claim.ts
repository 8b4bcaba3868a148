import type { Element } from "hast";
import { h } from "hastscript";
import { directionOf } from "#lib/domain/direction.ts";
import type { ReportClaim, ReportSignOff, ReportStanding, ReportVerdict } from "#lib/domain/report.ts";
import { evidenceItem } from "#lib/formats/report/html-evidence.ts";
import { standingHead } from "#lib/formats/report/html-standing.ts";
import { hiddenWords, isolated, paragraphs } from "#lib/formats/report/html-text.ts";
import { draftManner } from "#lib/formats/report/manner.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import {
  dayOfMoment,
  dayWords,
  overrideWords,
  replyWords,
  saidWords,
  signOffWords,
  whyNotSignedOff,
} from "#lib/formats/report/report-words.ts";

/**
 * Everything the report says of one claim: statement, verdict, reasons, evidence, and who signed it off. Its number
 * leads back to the text if the claim is among those marked there.
 */
export function claimEntry({ claim, standing }: ClaimEntry, marked: ReadonlySet<number>): Element {
  const heading = `claim-${claim.number}-statement`;
  const why = whyNotSignedOff(standing);
  const verdict = claim.verdict;
  return h("article", { className: "entry", id: `claim-${claim.number}`, ariaLabelledBy: heading }, [
    h("div", { className: "body" }, [
      h("h3", { id: heading }, [
        entryNumber(claim.number, marked),
        hiddenWords(". "),
        claim.statement === ""
          ? h("span", { className: "soft" }, "No statement written yet")
          : isolated(claim.statement),
      ]),
      saidWords(claim) === "" ? null : h("p", { className: "said", dir: "auto" }, saidWords(claim)),
      h("blockquote", { className: "quo", dir: directionOf(claim.quote) }, paragraphs(claim.quote)),
      standingHead(claim, standing),
      why === "" ? null : h("p", { className: "why", dir: "auto" }, why),
      ...(verdict === null ? [] : verdictParts(verdict, standing)),
      evidenceList(claim),
      replyList(claim),
    ]),
    signOffs(claim, standing),
  ]);
}

function entryNumber(number: number, marked: ReadonlySet<number>): Element {
  const words = [hiddenWords("Claim "), { type: "text" as const, value: String(number) }];
  return marked.has(number)
    ? h("a", { className: "num", href: `#c${number}` }, words)
    : h("span", { className: "num" }, words);
}

function verdictParts(verdict: ReportVerdict, standing: ReportStanding): (Element | null)[] {
  const isSignedOff = standing.kind === "signed-off";
  return [
    isSignedOff && verdict.definition !== "" ? h("p", { className: "def", dir: "auto" }, verdict.definition) : null,
    h("div", { className: isSignedOff ? "rat" : "rat unsettled" }, [
      isSignedOff ? null : h("h4", {}, "Rationale given with it"),
      ...paragraphs(verdict.rationale),
    ]),
    verdict.suggestedWording === ""
      ? null
      : h("div", { className: "sugg" }, [h("h4", {}, "Suggested wording"), ...paragraphs(verdict.suggestedWording)]),
  ];
}

function evidenceList(claim: ReportClaim): Element {
  if (claim.evidence.length === 0) return h("p", { className: "none" }, "No evidence is linked.");
  return h("div", { className: "ev" }, [
    h("h4", { className: "vh" }, "Evidence"),
    h(
      "ol",
      { className: "srcs", role: "list" },
      claim.evidence.map((item) => evidenceItem(item, draftManner.voice)),
    ),
  ]);
}

function replyList(claim: ReportClaim): Element | null {
  if (claim.replies.length === 0) return null;
  return h("div", { className: "replies" }, [
    h("h4", {}, "Asked for a reply"),
    ...claim.replies.map((reply) =>
      h("div", {}, [
        h("p", {}, isolated(replyWords(reply))),
        ...(reply.answer === null
          ? []
          : [h("blockquote", { dir: directionOf(reply.answer) }, paragraphs(reply.answer))]),
      ]),
    ),
  ]);
}

function signOffs(claim: ReportClaim, standing: ReportStanding): Element {
  const verdict = claim.verdict;
  const heading = h("h4", { className: "vh" }, "Who signed it off");
  if (verdict === null) return h("div", { className: "signs" }, [heading, h("p", {}, "No verdict proposed yet")]);
  return h("div", { className: "signs" }, [
    heading,
    h("p", {}, ["Proposed by ", isolated(verdict.proposedBy), `, ${dayOfMoment(verdict.proposedAt)}`]),
    ...verdict.reviews.map((review) =>
      h("div", { className: review.decision === "return" || review.decision === "dissent" ? "dis" : "rev" }, [
        h("p", {}, [isolated(signOffWords(review)), lapsed(review.decision, standing)]),
        ...paragraphs(review.comment),
      ]),
    ),
    ...verdict.overrides.map((override) =>
      h("div", { className: "dis" }, [h("p", {}, [isolated(overrideWords(override))]), ...paragraphs(override.reason)]),
    ),
    standing.kind === "signed-off" ? null : h("p", {}, [h("b", {}, "Not signed off")]),
    h("p", {}, `Revision ${verdict.revision}, as of ${dayWords(verdict.asOf)}`),
    h("p", { className: "data" }, `Basis ${verdict.basisDigest}`),
  ]);
}

function lapsed(decision: ReportSignOff["decision"], standing: ReportStanding): string {
  return decision === "approve" && standing.kind === "stale" ? ". Lapsed since" : "";
}
