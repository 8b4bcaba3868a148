import type { EditionDocument } from "#lib/domain/edition.ts";
import type { ReportClaim, ReportWording } from "#lib/domain/report.ts";
import { standingOf } from "#lib/domain/report.ts";
import { type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import { standingIn } from "#lib/formats/report/voice-claim.ts";
import type { ReportWords } from "#lib/formats/report/words/en.ts";
import { placesIn } from "#lib/formats/tables/claim-place.ts";
import { type Cell, type Columns, columnsIn, count, day, type Table, words } from "#lib/formats/tables/table.ts";

const columns: Columns = [
  ["claim", 7],
  ["position", 28],
  ["asWritten", 50],
  ["suggestedWording", 50],
  ["reason", 50],
  ["verdict", 20],
  ["suggestedBy", 18],
  ["answer", 14],
  ["answerNote", 40],
  ["answerBy", 18],
  ["answerOn", 14],
];

const answers = {
  accepted: "wordingAccepted",
  refused: "wordingRefused",
  other: "wordingOther",
} as const satisfies Record<ReportWording["outcome"], keyof ReportWords>;

/** What the writer is asked to change, in the order of the claims; nothing of a claim that was withdrawn. */
export function changeTable({ report, language }: EditionDocument): Table {
  const voice = voiceOf(language);
  const placeOf = placesIn(report.article, voice);
  const rows = report.claims
    .filter(({ state, verdict }) => state !== "withdrawn" && verdict !== null && verdict.suggestedWording !== "")
    .map((claim) => rowOf(claim, placeOf(claim), voice));
  return { name: voice.words.changeList, columns: columnsIn(voice, columns), rows };
}

function rowOf(claim: ReportClaim, place: string, voice: Voice): Cell[] {
  const { verdict } = claim;
  return [
    count(claim.number),
    words(place),
    words(claim.quote),
    words(verdict?.suggestedWording ?? ""),
    words(verdict?.rationale ?? ""),
    words(standingIn(standingOf(claim), voice)),
    words(verdict?.proposedBy ?? ""),
    words(voice.words[verdict?.wording == null ? "wordingOpen" : answers[verdict.wording.outcome]]),
    words(verdict?.wording?.note ?? ""),
    words(verdict?.wording?.by ?? ""),
    day(verdict?.wording?.at ?? ""),
  ];
}
