import type { EditionDocument } from "#lib/domain/edition.ts";
import type { ReportClaim, ReportEvidence, ReportSignOff, ReportVerdict } from "#lib/domain/report.ts";
import { standingOf } from "#lib/domain/report.ts";
import type { EditionReferences } from "#lib/formats/citations/edition-references.ts";
import { filled, type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import { standingIn, whyNotIn } from "#lib/formats/report/voice-claim.ts";
import { placesIn } from "#lib/formats/tables/claim-place.ts";
import {
  type Cell,
  type Columns,
  columnsIn,
  count,
  day,
  isoDay,
  lines,
  link,
  matched,
  type Table,
  words,
} from "#lib/formats/tables/table.ts";

/** Those that the import of sheets knows by their words are imported again; the others are left out there. */
const columns: Columns = [
  ["no", 6],
  ["fact", 44],
  ["position", 28],
  ["quote", 44],
  ["speaker", 20],
  ["saidWhere", 20],
  ["saidOn", 12],
  ["how", 24],
  ["source", 50],
  ["link", 36],
  ["keptCopy", 36],
  ["checkedOn", 13],
  ["verdict", 20],
  ["number", 14],
  ["scale", 10],
  ["checker", 18],
  ["reviewer", 18],
  ["dissent", 24],
  ["note", 50],
  ["suggestedWording", 40],
  ["status", 16],
];

/** The sheet that fact-checking desks keep: one row a claim, several sources of one in lines that match. */
export function claimTable({ report, language }: EditionDocument, references: EditionReferences): Table {
  const voice = voiceOf(language);
  const placeOf = placesIn(report.article, voice);
  const rows = report.claims.map((claim) => rowOf(claim, placeOf(claim), { references, voice }));
  return { name: voice.words.claims, columns: columnsIn(voice, columns), rows };
}

type Manner = { readonly references: EditionReferences; readonly voice: Voice };

function rowOf(claim: ReportClaim, place: string, manner: Manner): Cell[] {
  const { voice } = manner;
  const { verdict } = claim;
  const standing = standingOf(claim);
  const isSigned = standing.kind === "signed-off";
  return [
    count(claim.number),
    words(claim.statement),
    words(place),
    words(claim.quote),
    words(claim.claimant),
    words(claim.saidIn),
    day(claim.saidOn),
    ...sourceCells(claim, manner),
    day(verdict?.asOf ?? ""),
    words(standingIn(standing, voice)),
    ...(isSigned ? numberCells(standing.verdict, voice) : [words(""), words("")]),
    words(verdict?.proposedBy ?? ""),
    lines(reviewsOf(verdict, "approve").map(({ name }) => name)),
    lines(reviewsOf(verdict, "dissent").map(dissentWords)),
    words([whyNotIn(standing, voice), verdict?.rationale ?? ""].filter((part) => part !== "").join("\n")),
    words(verdict?.suggestedWording ?? ""),
    words(isSigned ? voice.words.signedOff : standingIn(standing, voice)),
  ];
}

/** Method, source, link and copy: one line for each piece of evidence in each of them. */
function sourceCells({ evidence }: ReportClaim, { references, voice }: Manner): Cell[] {
  const cited = evidence.map((item) => ({ item, reference: references.of(item) }));
  const addresses = cited.map(({ reference }) => reference?.address ?? "");
  return [
    lines(
      evidence.map(
        ({ kind, stance }) => `${voice.words[kind]}${voice.words.comma}${voice.words[stance].toLowerCase()}`,
      ),
    ),
    lines(cited.map(({ item, reference }) => withPlace(reference?.text ?? "", item))),
    addresses.length === 1 ? link(addresses[0] ?? "") : matched(addresses),
    matched(evidence.map((item) => (item.confidential || item.capture === null ? "" : copyWords(item.capture)))),
  ];
}

/** The reference and the place in the source: "A title. A paper (p. 31–33)". */
function withPlace(reference: string, item: ReportEvidence): string {
  const place = item.confidential ? "" : item.locator.trim();
  return place === "" ? reference : `${reference} (${place})`;
}

/** "sha256 5ec4…, 2026-05-06". */
export function copyWords({ digest, obtainedAt }: { readonly digest: string; readonly obtainedAt: string }): string {
  return `sha256 ${digest}, ${isoDay(obtainedAt)}`;
}

function numberCells({ value, range }: ReportVerdict, { words: own }: Voice): Cell[] {
  const scale = words(range === null ? "" : filled(own.range, range));
  return [value === null ? words(own.offScale) : count(value), scale];
}

function reviewsOf(verdict: ReportVerdict | null, decision: ReportSignOff["decision"]): readonly ReportSignOff[] {
  return verdict?.reviews.filter((review) => review.decision === decision) ?? [];
}

function dissentWords({ name, at, comment }: ReportSignOff): string {
  return `${name}, ${isoDay(at)}${comment === "" ? "" : `: ${comment}`}`;
}
