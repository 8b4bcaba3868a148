import type { Element } from "hast";
import { h } from "hastscript";
import { directionOf } from "#lib/domain/direction.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { signOffs } from "#lib/formats/edition/html-signs.ts";
import { tongueOf } from "#lib/formats/edition/html-tongue.ts";
import type { EditionFacts } from "#lib/formats/edition/page-facts.ts";
import { evidenceItem } from "#lib/formats/report/html-evidence.ts";
import { stateMark, verdictMark } from "#lib/formats/report/html-icons.ts";
import { filledLine, hiddenWords, isolated, ownLine, paragraphs } from "#lib/formats/report/html-text.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import { replyIn, saidIn, standingIn, whyNotIn, wordingIn } from "#lib/formats/report/voice-claim.ts";

/** The id of the element that says everything of a claim; it stays the same in every edition. */
export function claimAnchor({ id }: { readonly id: string }): string {
  return `claim-${id}`;
}

/** The numbers of the claims that are marked in the article. */
type Marks = { readonly marked: ReadonlySet<number> };

/** Everything that an edition says of one claim. Its number leads back to the text where `marked` has it. */
export function editionClaim(entry: ClaimEntry, facts: EditionFacts, { marked }: Marks): Element {
  const { claim, standing } = entry;
  const { voice } = facts;
  const heading = `statement-${claim.number}`;
  const why = whyNotIn(standing, voice);
  const said = saidIn(claim, voice);
  const number = [hiddenWords(`${voice.words.claim} `), { type: "text" as const, value: String(claim.number) }];
  return h("article", { className: "entry", id: claimAnchor(claim), ariaLabelledBy: heading }, [
    h("div", { className: "body" }, [
      h("h3", { id: heading }, [
        marked.has(claim.number)
          ? h("a", { className: "num", href: `#c${claim.number}` }, number)
          : h("span", { className: "num" }, number),
        hiddenWords(". "),
        claim.statement === "" ? h("span", { className: "soft" }, voice.words.noStatement) : isolated(claim.statement),
      ]),
      said === "" ? null : h("p", { className: "said", dir: voice.dir }, said),
      h("blockquote", { className: "quo", ...tongueOf(claim.quote, facts) }, paragraphs(claim.quote)),
      standingLine(entry, facts),
      why === "" ? null : h("p", { className: "why", dir: "auto" }, why),
      ...reasons(entry, facts),
      evidence(entry, facts),
      replies(entry, facts),
    ]),
    signOffs(entry, facts),
  ]);
}

function standingLine({ claim, standing }: ClaimEntry, { voice }: EditionFacts): Element {
  if (standing.kind === "signed-off") {
    const { verdict } = standing;
    return h("p", { className: "bigv", dataV: verdict.token }, [verdictMark(verdict.token, verdictWords(verdict))]);
  }
  const { words } = voice;
  const label = claim.verdict === null ? null : h("bdi", {}, verdictWords(claim.verdict));
  const old = standing.kind === "unsettled" ? words.ratingProposed : words.ratingNotHeld;
  return h("p", { className: "bigs" }, [
    stateMark(claim.state, standingIn(standing, voice)),
    label === null
      ? null
      : h(
          "span",
          { className: "old" },
          filledLine(old, { label: old === words.ratingProposed ? label : h("s", [label]) }),
        ),
  ]);
}

function reasons({ claim, standing }: ClaimEntry, facts: EditionFacts): (Element | null)[] {
  const { edition, voice } = facts;
  const { verdict } = claim;
  if (verdict === null) return [];
  const isShown = edition.template !== "public" && verdict.suggestedWording.trim() !== "";
  return [
    h("div", { className: standing.kind === "signed-off" ? "rat" : "rat unsettled" }, paragraphs(verdict.rationale)),
    isShown
      ? h("div", { className: "sugg" }, [
          h("h4", {}, voice.words.suggestedWording),
          h("blockquote", tongueOf(verdict.suggestedWording, facts), paragraphs(verdict.suggestedWording)),
          h("p", { className: "answer" }, wordingIn(verdict.wording, voice)),
          ...paragraphs(verdict.wording?.note ?? ""),
        ])
      : null,
  ];
}

function evidence({ claim }: ClaimEntry, { voice }: EditionFacts): Element {
  if (claim.evidence.length === 0) return h("p", { className: "none" }, voice.words.noEvidence);
  return h("div", { className: "ev" }, [
    h("h4", { className: "vh" }, voice.words.evidence),
    h(
      "ol",
      { className: "srcs", role: "list" },
      claim.evidence.map((item) => evidenceItem(item, voice)),
    ),
  ]);
}

function replies({ claim }: ClaimEntry, { voice }: EditionFacts): Element | null {
  if (claim.replies.length === 0) return null;
  return h("div", { className: "replies" }, [
    h("h4", {}, voice.words.askedForReply),
    ...claim.replies.flatMap((reply) => [
      ownLine(replyIn(reply, voice), voice.dir),
      reply.answer === null ? null : h("blockquote", { dir: directionOf(reply.answer) }, paragraphs(reply.answer)),
    ]),
  ]);
}
