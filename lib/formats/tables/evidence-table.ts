import type { EditionDocument } from "#lib/domain/edition.ts";
import type { NamedEvidence, ReportClaim, ReportEvidence } from "#lib/domain/report.ts";
import type { EditionReference, EditionReferences } from "#lib/formats/citations/edition-references.ts";
import { stepWords } from "#lib/formats/report/report-words.ts";
import { filled, type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import { copyWords } from "#lib/formats/tables/claim-table.ts";
import {
  type Cell,
  type Columns,
  columnsIn,
  count,
  day,
  lines,
  link,
  type Table,
  words,
} from "#lib/formats/tables/table.ts";

const evidenceColumns: Columns = [
  ["claim", 7],
  ["source", 8],
  ["stance", 12],
  ["how", 14],
  ["reference", 50],
  ["link", 36],
  ["passage", 50],
  ["locator", 20],
  ["note", 40],
  ["calculation", 30],
  ["readOn", 12],
  ["keptCopy", 36],
  ["copyOf", 12],
  ["origin", 12],
];

/** One row for each piece of evidence; of a confidential one only its stance, its kind and how it is described. */
export function evidenceTable({ report, language }: EditionDocument, references: EditionReferences): Table {
  const voice = voiceOf(language);
  const rows = report.claims.flatMap((claim) => {
    const originOf = origins(claim, voice);
    return claim.evidence.map((item) => {
      const reference = references.of(item);
      const known = [count(claim.number), reference === undefined ? words("") : count(reference.number)];
      const does = [words(voice.words[item.stance]), words(voice.words[item.kind])];
      const own = item.confidential ? Array.from({ length: 8 }, () => words("")) : ownCells(item, originOf);
      return [...known, ...does, words(reference?.text ?? ""), link(reference?.address ?? ""), ...own];
    });
  });
  return { name: voice.words.evidence, columns: columnsIn(voice, evidenceColumns), rows };
}

function ownCells(item: NamedEvidence, originOf: (item: NamedEvidence) => string): Cell[] {
  return [
    words(item.passage),
    words(item.locator),
    words(item.note),
    lines(item.calculation.map(stepWords)),
    day(item.accessedOn),
    words(item.capture?.digest ?? ""),
    day(item.capture?.obtainedAt ?? ""),
    words(originOf(item)),
  ];
}

/** Origins that several pieces of a claim go back to, in letters: those with the same letter are no two witnesses. */
function origins({ evidence }: ReportClaim, { words: own }: Voice): (item: NamedEvidence) => string {
  const groups = Map.groupBy(evidence.flatMap(originIds), (id) => id);
  const shared = [...groups].filter(([, ids]) => ids.length > 1).map(([id]) => id);
  return ({ originId }) => {
    const index = originId === null ? -1 : shared.indexOf(originId);
    return index === -1 ? "" : filled(own.originNumber, { number: index + 1 });
  };
}

function originIds(item: ReportEvidence): string[] {
  return item.confidential || item.originId === null ? [] : [item.originId];
}

const sourceColumns: Columns = [
  ["no", 6],
  ["reference", 70],
  ["kind", 18],
  ["link", 40],
  ["claims", 14],
  ["keptCopy", 40],
  ["readOn", 12],
];

/** One row for each source, in the numbers of the source list. */
export function sourceTable({ language }: EditionDocument, { all }: EditionReferences): Table {
  const voice = voiceOf(language);
  return { name: voice.words.sources, columns: columnsIn(voice, sourceColumns), rows: all.map(sourceRow) };
}

function sourceRow(reference: EditionReference): Cell[] {
  const { number, text, kind, address, claims, copies, readOn } = reference;
  return [
    count(number),
    words(text),
    words(kind),
    link(address),
    words(claims.join(", ")),
    lines(copies.map(copyWords)),
    readOn.length === 1 ? day(readOn[0] ?? "") : lines(readOn),
  ];
}
