import type { ReportClaim, ReportEvidence, ReportVerdict } from "#lib/domain/report.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { shownReviews } from "#lib/formats/edition/html-signs.ts";
import type { EditionFacts } from "#lib/formats/edition/page-facts.ts";
import { sourceRuns, sourceTitle } from "#lib/formats/pdf/pdf-sources.ts";
import { type Mark, markOf } from "#lib/formats/pdf/pdf-standing.ts";
import {
  dataRun,
  lineIn,
  paragraphOf,
  paragraphsOf,
  type Run,
  runOf,
  type Words,
  wordsAmong,
} from "#lib/formats/pdf/pdf-words.ts";
import { type ClaimEntry, stepWords } from "#lib/formats/report/report-words.ts";
import { dayIn, dayOf, filled, joinedParts, type Voice } from "#lib/formats/report/voice.ts";
import {
  overrideIn,
  replyIn,
  saidIn,
  signOffIn,
  standingIn,
  whyNotIn,
  wordingIn,
} from "#lib/formats/report/voice-claim.ts";

/** A heading and what stands under it. */
type Part = { readonly title: string; readonly words: readonly Words[]; readonly isQuotation: boolean };

/** A line of who signed a claim off; `against` is drawn with a rule beside it. */
type Sign = { readonly words: Words; readonly look: "plain" | "against" | "data" };

type SetEvidence = {
  readonly stance: string;
  readonly stanceWord: string;
  readonly kind: string;
  readonly title: string;
  readonly passage: readonly Words[];
  readonly notes: readonly Words[];
  /** The footnote; empty for a confidential source. */
  readonly foot: readonly Run[];
};

export type SetClaim = {
  readonly number: number;
  readonly label: string;
  readonly statement: Words;
  readonly said: Words;
  readonly quote: readonly Words[];
  readonly mark: Mark;
  readonly isSignedOff: boolean;
  readonly earlier: string;
  readonly why: Words;
  readonly definition: Words;
  readonly rationale: readonly Words[];
  readonly parts: readonly Part[];
  readonly evidence: readonly SetEvidence[];
  readonly signs: readonly Sign[];
};

/** Everything that a report says of a claim, in the words that are printed; the public is not told other wordings. */
export function claimOf({ claim, standing }: ClaimEntry, label: string, { voice, edition }: EditionFacts): SetClaim {
  const { verdict } = claim;
  const { words } = voice;
  const isSignedOff = standing.kind === "signed-off";
  const before = standing.kind === "unsettled" ? words.ratingProposed : words.ratingNotHeld;
  return {
    number: claim.number,
    label,
    statement: paragraphOf(claim.statement.trim() === "" ? words.noStatement : claim.statement),
    said: lineIn(
      saidIn({ ...claim, claimant: wordsAmong(claim.claimant, voice), saidIn: wordsAmong(claim.saidIn, voice) }, voice),
      voice,
    ),
    quote: paragraphsOf(claim.quote),
    mark: { ...markOf(claim, standing, voice), word: wordsAmong(standingIn(standing, voice), voice) },
    isSignedOff,
    earlier: isSignedOff || verdict === null ? "" : filled(before, { label: wordsAmong(verdictWords(verdict), voice) }),
    why: paragraphOf(whyNotIn(standing, voice)),
    definition: paragraphOf(isSignedOff && verdict !== null ? verdict.definition : ""),
    rationale: paragraphsOf(verdict?.rationale ?? ""),
    parts: [
      ...(verdict === null || edition.template === "public" ? [] : wordingOf(verdict, voice)),
      ...repliesOf(claim, voice),
    ],
    evidence: claim.evidence.map((item) => evidenceOf(item, voice)),
    signs: signsOf(claim, isSignedOff, { voice, edition }),
  };
}

function wordingOf({ suggestedWording, wording }: ReportVerdict, voice: Voice): Part[] {
  if (suggestedWording === "") return [];
  const named = wording === null ? null : { ...wording, by: wordsAmong(wording.by, voice) };
  const { words } = voice;
  const answer = `${words.answer}: ${wordingIn(named, voice)}`;
  return [
    { title: words.suggestedWording, words: paragraphsOf(suggestedWording), isQuotation: true },
    { title: "", words: paragraphsOf(`${answer}\n${wording?.note ?? ""}`), isQuotation: false },
  ];
}

function repliesOf(claim: ReportClaim, voice: Voice): Part[] {
  return claim.replies.flatMap((reply, index) => [
    {
      title: index === 0 ? voice.words.askedForReply : "",
      words: [lineIn(replyIn({ ...reply, askedOf: wordsAmong(reply.askedOf, voice) }, voice), voice)],
      isQuotation: false,
    },
    { title: "", words: paragraphsOf(reply.answer ?? ""), isQuotation: true },
  ]);
}

function evidenceOf(item: ReportEvidence, voice: Voice): SetEvidence {
  const { words } = voice;
  const shared = {
    stance: item.stance,
    stanceWord: words[item.stance],
    kind: joinedParts([words[item.kind], item.confidential ? words.confidential : ""], voice),
  };
  if (item.confidential) {
    return { ...shared, title: wordsAmong(item.describedAs, voice), passage: [], notes: [], foot: [] };
  }
  const steps = item.calculation.map((step) => stepWords(step));
  const read =
    item.accessedOn === ""
      ? []
      : [runOf(`${filled(words.accessed, { day: wordsAmong(dayIn(item.accessedOn, voice), voice) })}. `)];
  const kept =
    item.capture === null
      ? []
      : [
          runOf(`${joinedParts([words.keptCopy, dayOf(item.capture.obtainedAt, voice), "sha256"], voice)} `),
          dataRun(item.capture.digest, voice),
        ];
  return {
    ...shared,
    title: wordsAmong(sourceTitle(item.source, voice), voice),
    passage: paragraphsOf(item.passage),
    notes: [
      ...(steps.length === 0 ? [] : paragraphsOf([`${words.calculation}:`, ...steps].join("\n"))),
      ...paragraphsOf(item.note),
    ],
    foot: [...sourceRuns(item.source, voice, item.locator), ...read, ...kept],
  };
}

type Manner = Pick<EditionFacts, "voice" | "edition">;

function signsOf({ verdict, state }: ReportClaim, isSignedOff: boolean, { voice, edition }: Manner): Sign[] {
  const { words } = voice;
  const isForEditor = edition.template === "editor";
  if (verdict === null) return [{ words: paragraphOf(words.noVerdict), look: "plain" }];
  const said = (line: string, look: Sign["look"] = "plain") =>
    paragraphsOf(line).map((paragraph) => ({ words: paragraph, look }));
  return [
    ...said(
      filled(words.proposedBy, { name: wordsAmong(verdict.proposedBy, voice), day: dayOf(verdict.proposedAt, voice) }),
    ),
    ...shownReviews(verdict.reviews, edition.template).flatMap((review) => {
      const look = review.decision === "return" || review.decision === "dissent" ? "against" : "plain";
      const lapsed = review.decision === "approve" && state === "stale" ? `. ${words.lapsed}` : "";
      return [
        ...said(`${signOffIn({ ...review, name: wordsAmong(review.name, voice) }, voice)}${lapsed}`, look),
        ...said(review.comment, look),
      ];
    }),
    ...verdict.overrides.flatMap((override) => [
      ...said(overrideIn({ ...override, name: wordsAmong(override.name, voice) }, voice), "against"),
      ...said(override.reason, "against"),
    ]),
    ...(isSignedOff ? [] : said(words.notSignedOff, "against")),
    ...said(
      filled(isForEditor ? words.revision : words.asOf, {
        number: verdict.revision,
        day: wordsAmong(dayIn(verdict.asOf, voice), voice),
      }),
    ),
    ...(isForEditor ? [basisSign(verdict, voice)] : []),
  ];
}

function basisSign({ basisDigest }: ReportVerdict, voice: Voice): Sign {
  const digest = dataRun(basisDigest, voice).words;
  return { words: paragraphOf(filled(voice.words.basis, { digest })), look: "data" };
}
