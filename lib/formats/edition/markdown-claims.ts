import type { BlockContent, RootContent } from "mdast";
import type { ReportVerdict } from "#lib/domain/report.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { shownReviews } from "#lib/formats/edition/html-signs.ts";
import { heading, listOf } from "#lib/formats/edition/markdown-pieces.ts";
import type { EditionFacts } from "#lib/formats/edition/page-facts.ts";
import { evidenceItem } from "#lib/formats/report/markdown-evidence.ts";
import { paragraph, paragraphsOf, quotationOf, strong, text } from "#lib/formats/report/markdown-text.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import { dayIn, dayOf, filled, type Voice } from "#lib/formats/report/voice.ts";
import {
  overrideIn,
  replyIn,
  saidIn,
  signOffIn,
  standingIn,
  whyNotIn,
  wordingIn,
} from "#lib/formats/report/voice-claim.ts";

/** The slug of a claim's heading, as programs that show Markdown make it. */
export function claimSlug(number: string | number, { words }: Voice): string {
  return `${words.claim.toLowerCase()}-${number}`;
}

/** Everything that an edition says of one claim. */
export function claimParts(entry: ClaimEntry, facts: EditionFacts): RootContent[] {
  const { claim, standing } = entry;
  const { voice } = facts;
  const { words } = voice;
  const said = saidIn(claim, voice);
  const statement = claim.statement.trim();
  return [
    heading(`${words.claim} ${claim.number}`, 3),
    paragraph(statement === "" ? text(words.noStatement) : strong(text(statement))),
    ...(said === "" ? [] : [paragraph(text(said))]),
    ...quotationOf(claim.quote),
    standingLine(entry, voice),
    ...paragraphsOf(whyNotIn(standing, voice)),
    ...(claim.verdict === null ? [] : reasons(claim.verdict, facts)),
    ...evidence(entry, voice),
    ...replies(entry, voice),
    ...signOffs(entry, facts),
  ];
}

function standingLine({ claim, standing }: ClaimEntry, voice: Voice) {
  const standingWords = strong(text(standingIn(standing, voice)));
  if (standing.kind === "signed-off" || claim.verdict === null) return paragraph(standingWords);
  const label = verdictWords(claim.verdict);
  const isProposed = standing.kind === "unsettled";
  const old = isProposed ? voice.words.ratingProposed : voice.words.ratingNotHeld;
  return paragraph(standingWords, text(`. ${filled(old, { label })}`));
}

function reasons(verdict: ReportVerdict, { edition, voice }: EditionFacts): BlockContent[] {
  const isShown = edition.template !== "public" && verdict.suggestedWording.trim() !== "";
  return [
    ...paragraphsOf(verdict.rationale),
    ...(isShown
      ? [
          paragraph(text(`${voice.words.suggestedWording}:`)),
          ...quotationOf(verdict.suggestedWording),
          paragraph(text(`${wordingIn(verdict.wording, voice)}. ${verdict.wording?.note ?? ""}`.trim())),
        ]
      : []),
  ];
}

function evidence({ claim }: ClaimEntry, voice: Voice): BlockContent[] {
  if (claim.evidence.length === 0) return [paragraph(text(voice.words.noEvidence))];
  const children = claim.evidence.map((item) => evidenceItem(item, voice));
  return [paragraph(text(`${voice.words.evidence}:`)), { type: "list", ordered: true, spread: true, children }];
}

function replies({ claim }: ClaimEntry, voice: Voice): BlockContent[] {
  if (claim.replies.length === 0) return [];
  const items = claim.replies.map((reply) => [
    paragraph(text(replyIn(reply, voice))),
    ...quotationOf(reply.answer ?? ""),
  ]);
  return [paragraph(text(`${voice.words.askedForReply}:`)), listOf(items)];
}

function signOffs({ claim, standing }: ClaimEntry, { edition, voice }: EditionFacts): BlockContent[] {
  const { words } = voice;
  const { verdict } = claim;
  if (verdict === null) return [paragraph(text(words.noVerdict))];
  const isForEditor = edition.template === "editor";
  const asOf = { number: verdict.revision, day: dayIn(verdict.asOf, voice) };
  const proposed = { name: verdict.proposedBy, day: dayOf(verdict.proposedAt, voice) };
  const lines: BlockContent[][] = [
    [paragraph(text(filled(words.proposedBy, proposed)))],
    ...shownReviews(verdict.reviews, edition.template).map((review) => [
      paragraph(text(signOffIn(review, voice))),
      ...quotationOf(review.comment),
    ]),
    ...verdict.overrides.map((override) => [
      paragraph(text(overrideIn(override, voice))),
      ...quotationOf(override.reason),
    ]),
    [paragraph(text(filled(isForEditor ? words.revision : words.asOf, asOf)))],
    ...(isForEditor ? [[paragraph(text(filled(words.basis, { digest: verdict.basisDigest })))]] : []),
    ...(standing.kind === "signed-off" ? [] : [[paragraph(strong(text(words.notSignedOff)))]]),
  ];
  return [paragraph(text(`${words.whoSignedOff}:`)), listOf(lines)];
}
