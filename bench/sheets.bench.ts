import Papa from "papaparse";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { composeText } from "#lib/domain/text.ts";
import { editionToBibtex } from "#lib/formats/citations/edition-bibtex.ts";
import { referencesOf } from "#lib/formats/citations/edition-references.ts";
import { editionToRis } from "#lib/formats/citations/edition-ris.ts";
import { editionToSources } from "#lib/formats/citations/edition-sources.ts";
import { withPart } from "#lib/formats/edition/zip-part.ts";
import { claimTable } from "#lib/formats/tables/claim-table.ts";
import { editionToChanges } from "#lib/formats/tables/edition-changes.ts";
import { editionToCsv } from "#lib/formats/tables/edition-csv.ts";
import { editionToXlsx } from "#lib/formats/tables/edition-xlsx.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, reportWith, someClaim, someEvidence, someVerdict, withCsl } from "#tests/formats/report-fixture.ts";
import { withNewSources } from "./formats/new-sources.ts";
import { compare } from "./harness.ts";

const claimCount = 500;
const prose =
  "The harbour board bought two boats and promised that they would pay for themselves by the third summer. ";

/** Two pieces of evidence a claim; every source serves two claims. */
function edition(): SignedEdition {
  const text = composeText(Array.from({ length: claimCount }, (_, index) => draft(`${index}. ${prose}`)));
  const claims = text.blocks.map((block, index) => {
    const evidence = [0, 1].map((piece) => {
      const number = Math.floor((index * 2 + piece) / 2);
      const title = `Accounts of the board, volume ${number}`;
      const address = `https://harbour.example/accounts/${number}`;
      const fields = { title, address, publication: "Harbour Board", author: `Okoro, Ines ${number}` };
      const source = withCsl({ kind: "document", publishedOn: "2026-05-04", ...fields });
      return { ...someEvidence, id: `${index}-${piece}`, passage: prose.repeat(2), source };
    });
    const verdict = someVerdict({ rationale: prose.repeat(3), suggestedWording: prose });
    return someClaim(index + 1, { ...block, quote: prose.trim(), statement: prose.trim(), verdict, evidence });
  });
  return signedEdition(reportWith(text, claims));
}

const signed = edition();

const fresh = () => withNewSources(signed);

const { columns, rows } = claimTable(signed.edition, referencesOf(signed.edition, "apa"));
const cells = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(({ text }) => text))];
const workbook = await editionToXlsx(signed);
const at = new Date(signed.edition.publishedAt);

await compare(
  `What do the tables of an edition of ${claimCount} claims cost over writing their cells? (at most 1,000 ms)`,
  [
    { name: "papaparse, the same cells", work: () => Papa.unparse(cells, { newline: "\r\n" }) },
    { name: "fact-check sheet, CSV", work: () => editionToCsv(fresh()) },
    { name: "change list, CSV", work: () => editionToChanges(signed) },
  ],
);
await compare(`What does the workbook of ${claimCount} claims cost over its zip alone? (at most 1,000 ms)`, [
  { name: "the zip, read and written", work: () => withPart(workbook, "stet/edition.json", new Uint8Array(), at) },
  { name: "fact-check sheet, XLSX", work: () => editionToXlsx(fresh()) },
  { name: "the same, its references known", work: () => editionToXlsx(signed) },
]);
await compare(
  `What do the source lists of ${claimCount} claims cost over formatting the references? (at most 1,000 ms)`,
  [
    { name: "references alone, by citeproc", work: () => referencesOf(fresh().edition, "apa") },
    { name: "source list, HTML", work: () => editionToSources(fresh()) },
    { name: "BibTeX", work: () => editionToBibtex(signed) },
    { name: "RIS", work: () => editionToRis(signed) },
  ],
);
