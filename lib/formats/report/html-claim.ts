import type { Element } from "hast";
import { h } from "hastscript";
import { directionOf } from "#lib/domain/direction.ts";
import { evidenceKindWords, sourceKindWords } from "#lib/domain/evidence.ts";
import type { ReportClaim, ReportEvidence, ReportStanding, ReportVerdict } from "#lib/domain/report.ts";
import { stanceMark } from "#lib/formats/report/html-icons.ts";
import { standingHead } from "#lib/formats/report/html-standing.ts";
import { hiddenWords, isolated, outsideLink, paragraphs } from "#lib/formats/report/html-text.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import {
  dayOfMoment,
  dayWords,
  saidWords,
  signOffWords,
  sourceWords,
  whyNotSignedOff,
} from "#lib/formats/report/report-words.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";

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
    h("ol", { className: "srcs", role: "list" }, claim.evidence.map(evidenceItem)),
  ]);
}

function evidenceItem(item: ReportEvidence): Element {
  return h("li", { dataSc: item.stance }, [
    h("p", { className: "how" }, [
      stanceMark(item.stance),
      h("span", { className: "kind" }, evidenceKindWords[item.kind]),
    ]),
    h("div", {}, [
      citation(item),
      item.passage === "" ? null : h("blockquote", { dir: directionOf(item.passage) }, paragraphs(item.passage)),
      item.note === "" ? null : h("div", { className: "note-on" }, paragraphs(item.note)),
      keptLine(item),
    ]),
  ]);
}

function citation({ source, locator }: ReportEvidence): Element {
  const title = h("cite", {}, [isolated(source.title === "" ? "Untitled source" : source.title)]);
  const about = [sourceWords(source), locator].filter((part) => part !== "").join(", ");
  const isUnlinkable = source.address !== "" && safeLink(source.address) === null;
  return h("p", { className: "cit" }, [
    outsideLink(source.address, [title]),
    ". ",
    about === "" ? null : isolated(about),
    about === "" ? null : ". ",
    h("span", { className: "kind" }, sourceKindWords[source.kind]),
    isUnlinkable ? ". " : null,
    isUnlinkable ? isolated(source.address) : null,
  ]);
}

function keptLine(item: ReportEvidence): Element | null {
  const parts = [
    item.accessedOn === "" ? null : h("span", {}, ["Accessed ", isolated(dayWords(item.accessedOn))]),
    item.captureDigest === null
      ? null
      : h("span", {}, ["Copy kept, sha256 ", h("span", { className: "data" }, item.captureDigest)]),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : h("p", { className: "kept" }, parts);
}

function signOffs(claim: ReportClaim, standing: ReportStanding): Element {
  const verdict = claim.verdict;
  const heading = h("h4", { className: "vh" }, "Who signed it off");
  if (verdict === null) return h("div", { className: "signs" }, [heading, h("p", {}, "No verdict proposed yet")]);
  return h("div", { className: "signs" }, [
    heading,
    h("p", {}, ["Proposed by ", isolated(verdict.proposedBy), `, ${dayOfMoment(verdict.proposedAt)}`]),
    ...verdict.reviews.map((review) =>
      h("div", { className: review.decision === "return" ? "dis" : "rev" }, [
        h("p", {}, [isolated(signOffWords(review)), lapsed(review.decision, standing)]),
        ...paragraphs(review.comment),
      ]),
    ),
    standing.kind === "signed-off" ? null : h("p", {}, [h("b", {}, "Not signed off")]),
    h("p", {}, `Revision ${verdict.revision}, as of ${dayWords(verdict.asOf)}`),
    h("p", { className: "data" }, `Basis ${verdict.basisDigest}`),
  ]);
}

function lapsed(decision: "approve" | "return" | "comment", standing: ReportStanding): string {
  return decision === "approve" && standing.kind === "stale" ? ". Lapsed since" : "";
}
