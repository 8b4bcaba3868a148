import type { ClaimState, StaleReason } from "#lib/domain/claim.ts";
import type { Gate, GateStage } from "#lib/domain/gate.ts";
import type {
  ReportClaim,
  ReportOverride,
  ReportReply,
  ReportSignOff,
  ReportSource,
  ReportStanding,
  ReportWording,
} from "#lib/domain/report.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import type { Voice } from "#lib/formats/report/voice.ts";
import { dayIn, dayOf, filled, joinedParts } from "#lib/formats/report/voice.ts";
import type { ReportWords } from "#lib/formats/report/words/en.ts";

type Word = keyof ReportWords;

/** The claims that a source serves, in words: "For claims 3, 4". */
export function citedFor(claims: readonly number[], { words }: Voice): string {
  return filled(citedPattern(claims, words), { numbers: claims.join(words.comma) });
}

/** The same with `{numbers}` in it, for where each number is a link. */
export function citedPattern({ length }: readonly number[], words: ReportWords): string {
  return length === 1 ? words.citedFor : words.citedForMany;
}

const stateWord = {
  open: "stateOpen",
  progress: "stateProgress",
  proposed: "stateProposed",
  returned: "stateReturned",
  approved: "notSignedOff",
  published: "notSignedOff",
  stale: "stateStale",
  withdrawn: "stateWithdrawn",
} as const satisfies Record<ClaimState, Word>;

/** The state of a claim without a signed-off verdict, in a word or two. */
export function stateIn(state: ClaimState, { words }: Voice): string {
  return words[stateWord[state]];
}

/** What a report says of a claim in a word or two: the rating only when it is signed off. */
export function standingIn(standing: ReportStanding, voice: Voice): string {
  const { words } = voice;
  switch (standing.kind) {
    case "signed-off":
      return verdictWords(standing.verdict);
    case "withdrawn":
      return words.stateWithdrawn;
    case "stale":
      return filled(words.stateNotSignedOff, { state: words.stateStale });
    case "unsettled":
      return stateWord[standing.state] === "notSignedOff"
        ? words.notSignedOff
        : filled(words.stateNotSignedOff, { state: stateIn(standing.state, voice) });
  }
}

const staleWord = {
  quote: "staleQuote",
  surroundings: "staleSurroundings",
  statement: "staleStatement",
  evidence: "staleEvidence",
} as const satisfies Record<StaleReason, Word>;

const whyWord = {
  open: "whyOpen",
  progress: "whyProgress",
  proposed: "whyProposed",
  returned: "whyReturned",
  approved: "whyLacking",
  published: "whyLacking",
  stale: "staleUnknown",
  withdrawn: "stateWithdrawn",
} as const satisfies Record<ClaimState, Word>;

/** Why a claim is not signed off, in a sentence; "" when it is. */
export function whyNotIn(standing: ReportStanding, { words }: Voice): string {
  switch (standing.kind) {
    case "signed-off":
      return "";
    case "withdrawn":
      return standing.reason;
    case "stale":
      return standing.reason === null ? words.staleUnknown : words[staleWord[standing.reason]];
    case "unsettled":
      return words[whyWord[standing.state]];
  }
}

const decisionWord = {
  approve: "approvedBy",
  return: "returnedBy",
  comment: "commentBy",
  dissent: "dissentBy",
} as const satisfies Record<ReportSignOff["decision"], Word>;

/** "Approved by Padma Ellery, 9 May 2026". */
export function signOffIn({ decision, name, at }: ReportSignOff, voice: Voice): string {
  return filled(voice.words[decisionWord[decision]], { name, day: dayOf(at, voice) });
}

const gateWord = {
  origins: "gateOrigins",
  sourcing: "gateSourcing",
  captured: "gateCaptured",
  rationale: "gateRationale",
  reply: "gateReply",
  quotations: "gateQuotations",
  threads: "gateThreads",
} as const satisfies Record<Gate, Word>;

const stageWord = {
  propose: "overridePropose",
  approve: "overrideApprove",
  publish: "overridePublish",
} as const satisfies Record<GateStage, Word>;

/** "Gate overridden before it was approved: Sources kept. By Padma Ellery, 9 May 2026"; without its reason. */
export function overrideIn({ gate, stage, name, at }: ReportOverride, voice: Voice): string {
  const { words } = voice;
  return filled(words[stageWord[stage]], { gate: words[gateWord[gate]], name, day: dayOf(at, voice) });
}

/** "Harbour Board, asked 4 May 2026: no answer by 6 May 2026"; without the answer. */
export function replyIn({ askedOf, askedAt, deadline, answeredAt, standing }: ReportReply, voice: Voice): string {
  const days = {
    who: askedOf,
    asked: dayOf(askedAt, voice),
    deadline: deadline === null ? "" : dayOf(deadline, voice),
    answered: answeredAt === null ? "" : dayOf(answeredAt, voice),
  };
  return filled(voice.words[replyWord(standing, deadline)], days);
}

function replyWord(standing: ReportReply["standing"], deadline: string | null): Word {
  switch (standing) {
    case "waiting":
      return deadline === null ? "replyWaiting" : "replyWaitingBy";
    case "overdue":
      return "replyOverdue";
    case "answered":
      return "replyAnswered";
    case "late":
      return deadline === null ? "replyAnswered" : "replyLate";
  }
}

/** What became of a suggested wording, who noted that, and on which day. */
export function wordingIn(wording: ReportWording | null, voice: Voice): string {
  const { words } = voice;
  if (wording === null) return words.wordingOpen;
  const outcomes = { accepted: words.wordingAccepted, refused: words.wordingRefused, other: words.wordingOther };
  return joinedParts([outcomes[wording.outcome], wording.by, dayOf(wording.at, voice)], voice);
}

/** Who said it, where and when, as far as it is known. */
export function saidIn(claim: ReportClaim, voice: Voice): string {
  return joinedParts([claim.claimant, claim.saidIn, dayIn(claim.saidOn, voice)], voice);
}

/** The source without its title and address: author, publication and day. */
export function sourceIn(source: ReportSource, voice: Voice): string {
  return joinedParts([source.author, source.publication, dayIn(source.publishedOn, voice)], voice);
}
