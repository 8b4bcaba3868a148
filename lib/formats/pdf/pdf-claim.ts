import type { ReportClaim, ReportEvidence, ReportSource, ReportVerdict } from "#lib/domain/report.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { shownReviews } from "#lib/formats/edition/html-signs.ts";
import type { EditionFacts } from "#lib/formats/edition/page-facts.ts";
import { type Mark, markOf } from "#lib/formats/pdf/pdf-standing.ts";
import {
  addressRun,
  dataRun,
  isolatedWords,
  paragraphOf,
  paragraphsOf,
  type Run,
  runOf,
  type Words,
} from "#lib/formats/pdf/pdf-words.ts";
import { type ClaimEntry, stepWords } from "#lib/formats/report/report-words.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";
import { dayIn, dayOf, filled, joinedParts, type Voice } from "#lib/formats/report/voice.ts";
import {
  overrideIn,
  replyIn,
  saidIn,
  signOffIn,
  sourceIn,
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
    said: paragraphOf(saidIn(claim, voice)),
    quote: paragraphsOf(claim.quote),
    mark: { ...markOf(claim, standing, voice), word: isolatedWords(standingIn(standing, voice)) },
    isSignedOff,
    earlier: isSignedOff || verdict === null ? "" : filled(before, { label: isolatedWords(verdictWords(verdict)) }),
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
  const named = wording === null ? null : { ...wording, by: nameIn(wording.by, voice) };
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
      words: paragraphsOf(replyIn({ ...reply, askedOf: nameIn(reply.askedOf, voice) }, voice)),
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
    return { ...shared, title: isolatedWords(item.describedAs), passage: [], notes: [], foot: [] };
  }
  const steps = item.calculation.map((step) => stepWords(step));
  const read =
    item.accessedOn === ""
      ? []
      : [runOf(`${filled(words.accessed, { day: isolatedWords(dayIn(item.accessedOn, voice)) })}. `)];
  const kept =
    item.capture === null
      ? []
      : [
          runOf(`${joinedParts([words.keptCopy, dayOf(item.capture.obtainedAt, voice), "sha256"], voice)} `),
          dataRun(item.capture.digest),
        ];
  return {
    ...shared,
    title: isolatedWords(titleOf(item.source, voice)),
    passage: paragraphsOf(item.passage),
    notes: [
      ...(steps.length === 0 ? [] : paragraphsOf([`${words.calculation}:`, ...steps].join("\n"))),
      ...paragraphsOf(item.note),
    ],
    foot: [...referenceOf(item.source, voice, item.locator), ...read, ...kept],
  };
}

function titleOf(source: ReportSource, { words }: Voice): string {
  return source.title.trim() === "" ? words.untitledSource : source.title;
}

/** A source in full: title, author, publication, day, the place in it, kind and address. */
export function referenceOf(source: ReportSource, voice: Voice, locator = ""): Run[] {
  const about = joinedParts([sourceIn(source, voice), locator.trim()], voice);
  return [
    runOf(isolatedWords(titleOf(source, voice)), safeLink(source.address)),
    runOf(". "),
    ...(about === "" ? [] : [runOf(`${isolatedWords(about)}. `)]),
    runOf(`${voice.words[source.kind]}. `),
    ...(source.address === "" ? [] : [addressRun(source.address), runOf(" ")]),
  ];
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
      filled(words.proposedBy, { name: nameIn(verdict.proposedBy, voice), day: dayOf(verdict.proposedAt, voice) }),
    ),
    ...shownReviews(verdict.reviews, edition.template).flatMap((review) => {
      const look = review.decision === "return" || review.decision === "dissent" ? "against" : "plain";
      const lapsed = review.decision === "approve" && state === "stale" ? `. ${words.lapsed}` : "";
      return [
        ...said(`${signOffIn({ ...review, name: nameIn(review.name, voice) }, voice)}${lapsed}`, look),
        ...said(review.comment, look),
      ];
    }),
    ...verdict.overrides.flatMap((override) => [
      ...said(overrideIn({ ...override, name: nameIn(override.name, voice) }, voice), "against"),
      ...said(override.reason, "against"),
    ]),
    ...(isSignedOff ? [] : said(words.notSignedOff, "against")),
    ...said(
      filled(isForEditor ? words.revision : words.asOf, {
        number: verdict.revision,
        day: isolatedWords(dayIn(verdict.asOf, voice)),
      }),
    ),
    ...(isForEditor ? [basisSign(verdict, voice)] : []),
  ];
}

function basisSign({ basisDigest }: ReportVerdict, { words }: Voice): Sign {
  return { words: paragraphOf(filled(words.basis, { digest: dataRun(basisDigest).words })), look: "data" };
}

/** A name whose letters do not draw the figures after it to their side: "Ines Okoro" before an Arabic day. */
function nameIn(name: string, { dir }: Voice): string {
  const set = isolatedWords(name);
  return dir === "ltr" || set.startsWith("\u2068") ? set : `\u2068${set}\u2069`;
}
