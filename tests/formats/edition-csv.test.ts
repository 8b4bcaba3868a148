import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { guessColumns, namesColumns } from "#lib/formats/sheets/guess-columns.ts";
import { readSheet } from "#lib/formats/sheets/read-sheet.ts";
import { sheetPassages } from "#lib/formats/sheets/sheet-passages.ts";
import { editionToChanges } from "#lib/formats/tables/edition-changes.ts";
import { editionToCsv } from "#lib/formats/tables/edition-csv.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, emptyReport, reportWith, someClaim, someEvidence, someVerdict } from "#tests/formats/report-fixture.ts";

async function readBack(csv: string) {
  const read = await readSheet(new TextEncoder().encode(csv), "facts.csv");
  if (!read.ok) throw new Error(read.error);
  return read.value.sheets[0]?.rows ?? [];
}

describe("the CSV", () => {
  test("is RFC 4180 with a byte order mark", () => {
    const csv = editionToCsv(signedEdition());
    expect(csv.startsWith("\uFEFFNo.,Fact,")).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
    expect(
      csv
        .split('"')
        .filter((_, index) => index % 2 === 0)
        .join(""),
    ).not.toMatch(/[^\r]\n/u);
  });

  test("names the edition in every row and says there that the check is withdrawn, also where nothing is listed", () => {
    const report = { ...emptyReport(), status: "withdrawn" as const };
    const change = { kind: "withdrawal" as const, what: "All of it", why: "The data were forged." };
    const signed = signedEdition(report, { change });
    const rows = Papa.parse<string[]>(editionToCsv(signed).slice(1).trimEnd()).data;
    expect(rows).toHaveLength(2);
    expect(rows[1]?.slice(0, -1).join("")).toBe("");
    expect(rows[1]?.at(-1)).toContain(
      "Withdrawal, 2026-06-19. This fact-check is withdrawn. What it says no longer stands. All of it. The data were forged. Nothing is listed in this edition. Edition 1 of",
    );
    for (const row of rows.slice(1)) {
      expect(row.at(-1)).toContain(signed.proof.digest);
      expect(row.at(-1)).toContain(signed.proof.keyId);
      expect(row.at(-1)).toContain(signed.edition.address);
    }
  });
});

test("of a corrected edition no file has a row that is not a claim's, and each row says what was corrected", () => {
  const verdict = someVerdict({ suggestedWording: "Write this" });
  const signed = correctedEdition(reportWith(composeText([]), [someClaim(1, { verdict }), someClaim(2, { verdict })]));
  for (const csv of [editionToCsv(signed), editionToChanges(signed)]) {
    const rows = Papa.parse<string[]>(csv.slice(1).trimEnd()).data.slice(1);
    expect(rows.map(([number]) => number)).toEqual(["1", "2"]);
    for (const row of rows) expect(row.at(-1)).toMatch(/^Correction, 2026-06-24\. The rating of claim 2\. A source/u);
  }
});

test("method, source, link and copy match line by line, and a source has its place; imported, the dashes are no source", async () => {
  const address = "https://a.example/1";
  const second = {
    ...someEvidence.source,
    title: "Another",
    address,
    csl: { ...someEvidence.source.csl, title: "Another" },
  };
  const evidence = [
    { ...someEvidence, locator: "p. 31–33" },
    { ...someEvidence, source: second, locator: "" },
    { ...someEvidence, confidential: true as const, describedAs: "An engineer" },
  ];
  const signed = signedEdition(reportWith(composeText([draft("Quote 1")]), [someClaim(1, { evidence })]));
  const [head = [], row = []] = Papa.parse<string[]>(editionToCsv(signed).slice(1).trimEnd()).data;
  const linesIn = (heading: string) => (row[head.indexOf(heading)] ?? "").split("\n");
  expect(linesIn("Method")).toHaveLength(3);
  expect(linesIn("Source")).toEqual([
    "A title. (2026). A paper. (p. 31–33)",
    "Another. (2026). A paper.",
    "An engineer. Confidential source.",
  ]);
  expect(linesIn("Link")).toEqual(["–", address, "–"]);
  expect(linesIn("Copy kept")).toEqual([""]);
  const rows = await readBack(editionToCsv(signed));
  const [passage] = sheetPassages(rows, { roles: guessColumns(rows), isNamed: namesColumns(rows) });
  expect(passage?.sources.map(({ title }) => title)).not.toContain("–");
  expect(passage?.sources.map((source) => source.address)).toContain(address);
});
